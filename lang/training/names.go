package training

import (
	"sort"
	"strings"

	"dateline/lang/conllu"
	"dateline/lang/internal/encoder"
)

// entityLabels are the tags of the name head.
var entityLabels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP"}

// doubtful marks a token whose name tag is not known.
const doubtful = "?"

// entity is an annotated span of GUM, inclusive.
type entity struct {
	kind        string
	first, last int
}

var entityKinds = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

// gumEntities reads the bracketed entities of a sentence's last column; those
// that begin in another sentence are left out.
func gumEntities(s *conllu.Sentence) []entity {
	var out []entity
	open := map[string][]entity{}
	for i := range s.Tokens {
		v := conllu.Attr(s.Tokens[i].Misc, "Entity")
		for v != "" {
			if v[0] == '(' {
				end := strings.IndexAny(v[1:], "()")
				body := v[1:]
				if end >= 0 {
					body = v[1 : 1+end]
				}
				f := strings.Split(body, "-")
				e := entity{first: i, last: i}
				if len(f) > 1 {
					e.kind = f[1]
				}
				id := f[0]
				v = v[1+len(body):]
				if strings.HasPrefix(v, ")") {
					out = append(out, e)
					v = v[1:]
				} else {
					open[id] = append(open[id], e)
				}
				continue
			}
			id, rest, _ := strings.Cut(v, ")")
			v = rest
			if st := open[id]; len(st) > 0 {
				e := st[len(st)-1]
				open[id] = st[:len(st)-1]
				e.last = i
				out = append(out, e)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].last-out[i].first > out[j].last-out[j].first })
	return out
}

var titles = set(titlesTable)

// gumNames keeps of GUM's entities those that are named: whose head is a proper
// noun, cut to the proper name around the head, without titles and appositions.
// Longer entities come first, so that the town in a university's name is part
// of the university.
func gumNames(s *conllu.Sentence) []string {
	tags := make([]string, len(s.Tokens))
	for i := range tags {
		tags[i] = "O"
	}
	for _, e := range gumEntities(s) {
		kind := entityKinds[e.kind]
		if kind == "" {
			continue
		}
		head := spanHead(s, e)
		if head < 0 || !proper(&s.Tokens[head]) {
			continue
		}
		first, last := properSpan(s, e, head, kind)
		for first <= last && kind == "PER" && titles[strings.ToLower(s.Tokens[first].Form)] {
			first++
		}
		if first > last {
			continue
		}
		free := true
		for i := first; i <= last; i++ {
			free = free && tags[i] == "O"
		}
		if !free {
			continue
		}
		tags[first] = "B-" + kind
		for i := first + 1; i <= last; i++ {
			tags[i] = "I-" + kind
		}
	}
	return tags
}

func proper(t *conllu.Token) bool {
	return strings.HasPrefix(t.XPOS, "NNP") || t.UPOS == "PROPN"
}

// spanHead is the first token of a span whose head lies outside.
func spanHead(s *conllu.Sentence, e entity) int {
	for i := e.first; i <= e.last; i++ {
		if h := s.Tokens[i].Head; h < e.first || h > e.last {
			return i
		}
	}
	return -1
}

// properSpan is the stretch of proper nouns around the head inside the entity;
// small words join parts of it.
func properSpan(s *conllu.Sentence, e entity, head int, kind string) (first, last int) {
	joins := func(i int) bool {
		f := s.Tokens[i].Form
		switch f {
		case "of", "-", "'s", "&", "'", "al", "de", "la", "van", "von", "bin", "ibn", "del", "der", "da", "di", "du", "y", "e", ".", "/":
			return true
		case "and", "for", "the", "on", "in":
			return kind == "ORG"
		}
		return false
	}
	part := func(i int) bool {
		t := &s.Tokens[i]
		return proper(t) || (t.UPOS == "NUM" || t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "VERB") && t.Form[0] >= 'A' && t.Form[0] <= 'Z' && i > 0
	}
	first, last = head, head
	for i := head - 1; i >= e.first; i-- {
		if part(i) {
			first = i
		} else if !joins(i) {
			break
		}
	}
	for i := head + 1; i <= e.last; i++ {
		if part(i) {
			last = i
		} else if !joins(i) {
			break
		}
	}
	return first, last
}

// markGroups tags demonyms and other names of groups outside of other names.
func markGroups(forms []string, tags []string, gaz map[string]encoder.Class) {
	for i, f := range forms {
		if tags[i] != "O" && tags[i] != doubtful || f == "" || !(f[0] >= 'A' && f[0] <= 'Z') {
			continue
		}
		if gaz[strings.ToLower(f)]&encoder.Demonym != 0 && gaz[strings.ToLower(f)]&encoder.Country == 0 {
			tags[i] = "B-NORP"
		}
	}
}

// unifyUNER maps the tags of Universal NER to ours: its class OTH holds groups,
// which markGroups finds, and works and events, which are no names to us; "B-O"
// is a slip.
func unifyUNER(forms, tags []string) []string {
	out := make([]string, len(tags))
	for i, t := range tags {
		switch {
		case strings.HasSuffix(t, "PER"), strings.HasSuffix(t, "ORG"), strings.HasSuffix(t, "LOC"):
			out[i] = t
		case t == "B-O" && forms[i][0] >= 'A' && forms[i][0] <= 'Z':
			out[i] = doubtful
		default:
			out[i] = "O"
		}
	}
	return out
}
