package who

import (
	"slices"
	"strings"

	"dateline/facts"
	"dateline/lang"
)

// Span is a mention as a reader would mark it: tokens [First, Last).
type Span struct{ First, Last int }

// Chains gives all that the text speaks of more than once, things and places
// included: each chain is the mentions of one, in the order of the text.
func (l *Layer) Chains() [][]Span {
	c := &chainer{Layer: l, chain: map[string]int{}}
	for i := range l.doc.Tokens {
		c.token(i)
	}
	out := make([][]Span, 0, len(c.chains))
	for _, k := range c.chains {
		if len(k) > 1 {
			out = append(out, k)
		}
	}
	return out
}

// chainer builds chains from left to right.
type chainer struct {
	*Layer
	chains [][]Span
	chain  map[string]int // key -> chain
	things []thing
}

// thing is a phrase that stands for no actor.
type thing struct {
	chain, head  int
	noun         string
	mods         []string
	plural       bool
	definite     bool
	subject, obj bool
}

func (c *chainer) token(i int) {
	t := &c.doc.Tokens[i]
	if t.Rel == "appos" && t.Head >= 0 && (c.doc.Tokens[t.Head].UPOS == "NOUN" || c.doc.Tokens[t.Head].UPOS == "PROPN") && !c.quoted(t.Head, i) {
		return // part of what it stands beside
	}
	if m := c.At(i); m != nil && m.Head == i && len(m.Entities) > 0 {
		if m.Form == Adj && t.UPOS != "PROPN" {
			return
		}
		c.put(c.actorKey(m, i), c.extent(i, m))
		return
	}
	switch t.UPOS {
	case "NOUN", "PROPN":
		if t.Rel == "compound" && !c.knownName(i) || lang.RelIs(t.Rel, "flat") || t.Rel == "fixed" || t.Rel == "nmod:desc" {
			return
		}
		c.noun(i)
	case "PRON":
		c.pronoun(i)
	}
}

func (c *chainer) knownName(i int) bool {
	n := c.doc.NameAt(i)
	return c.doc.Tokens[i].UPOS == "PROPN" && n != nil && n.Last == i+1 && n.Kind != lang.PER
}

// actorKey names the chain of an actor; cities that act for a state are apart
// from it, and so is "we" from the state.
func (c *chainer) actorKey(m *Mention, i int) string {
	var b strings.Builder
	for _, e := range m.Entities {
		b.WriteString(c.Entities[e].ID + "|" + c.Entities[e].Name + "+")
	}
	w := strings.ToLower(c.doc.Tokens[i].Form)
	switch {
	case m.Form == Pronoun && (w == "we" || w == "our" || w == "us" || w == "ourselves"):
		return b.String() + "we"
	case len(m.Entities) == 1 && c.Entities[m.Entities[0]].Kind == State && m.Form == Named && c.seats[int32(i)]:
		return "seat " + facts.Fold(c.doc.Words(m.First, m.Last))
	}
	return b.String()
}

func (c *chainer) put(key string, s Span) int {
	k, ok := c.chain[key]
	if !ok {
		k = len(c.chains)
		c.chains = append(c.chains, nil)
		c.chain[key] = k
	}
	c.append(k, s)
	return k
}

func (c *chainer) append(k int, s Span) {
	if !slices.Contains(c.chains[k], s) {
		c.chains[k] = append(c.chains[k], s)
	}
}

// extent is the whole phrase of a head: its subtree without prepositions,
// conjuncts and what stands beside it.
func (c *chainer) extent(i int, m *Mention) Span {
	s := Span{i, i + 1}
	if m != nil {
		s = Span{min(i, m.First), max(i+1, m.Last)}
	}
	if c.doc.Tokens[i].UPOS == "PRON" || m != nil && m.Form == Adj {
		return s
	}
	for _, ch := range c.doc.Children(i) {
		switch rel := c.doc.Tokens[ch].Rel; {
		case rel == "case" && c.doc.Tokens[ch].UPOS == "PART", rel == "appos" && !c.quoted(i, int(ch)):
			f, l := c.doc.Subtree(int(ch))
			s.First, s.Last = min(s.First, f), max(s.Last, l)
		case rel == "case", rel == "cc", rel == "conj", rel == "punct", rel == "appos", rel == "cop", rel == "mark", rel == "parataxis",
			rel == "discourse", rel == "advcl", lang.RelIs(rel, "nsubj"), rel == "dep", rel == "cc:preconj", rel == "aux", rel == "advmod", rel == "list":
		case c.doc.Tokens[ch].Rel == "obl", c.doc.Tokens[ch].Rel == "obl:tmod", rel == "obj", rel == "ccomp", rel == "xcomp":
		default:
			f, l := c.doc.Subtree(int(ch))
			s.First, s.Last = min(s.First, f), max(s.Last, l)
		}
	}
	for s.Last > s.First+1 && c.doc.Tokens[s.Last-1].UPOS == "PUNCT" {
		s.Last--
	}
	return s
}

// quoted reports whether an apposition stands far off, in another clause.
func (c *chainer) quoted(i, j int) bool { return j-i > 25 }

// noun ties a phrase to an earlier one of the same words, or of the same head if
// it is definite and says nothing new.
func (c *chainer) noun(i int) {
	t := &c.doc.Tokens[i]
	x := thing{head: i, noun: strings.ToLower(t.Lemma), plural: strings.Contains(t.Feats, "Number=Plur"), chain: -1}
	owner := ""
	for _, ch := range c.doc.Children(i) {
		k := &c.doc.Tokens[ch]
		switch {
		case k.Rel == "det":
			w := strings.ToLower(k.Form)
			x.definite = w == "the" || w == "this" || w == "that" || w == "these" || w == "those"
		case k.Rel == "nmod:poss":
			x.definite = true
			owner = c.ownerKey(int(ch))
			x.mods = append(x.mods, owner)
		case k.Rel == "amod", k.Rel == "compound", k.Rel == "nummod", lang.RelIs(k.Rel, "nmod"), lang.RelIs(k.Rel, "acl"):
			x.mods = append(x.mods, strings.ToLower(k.Lemma))
		}
	}
	x.definite = x.definite || t.UPOS == "PROPN"
	s := c.extent(i, nil)
	if x.definite && !c.stopNoun(x.noun) {
		for k := len(c.things) - 1; k >= 0; k-- {
			o := &c.things[k]
			if o.noun != x.noun || o.plural != x.plural || !subset(x.mods, o.mods) {
				continue
			}
			if t.UPOS == "PROPN" && len(x.mods) != len(o.mods) {
				continue
			}
			x.chain = o.chain
			break
		}
	}
	if x.chain < 0 {
		x.chain = len(c.chains)
		c.chains = append(c.chains, nil)
	}
	c.append(x.chain, s)
	x.subject = lang.RelIs(t.Rel, "nsubj")
	x.obj = t.Rel == "obj"
	c.things = append(c.things, x)
}

// ownerKey tells owners apart: "its border" of one state and of another.
func (c *chainer) ownerKey(i int) string {
	if m := c.At(i); m != nil && len(m.Entities) > 0 {
		return c.Entities[m.Entities[0]].ID
	}
	return strings.ToLower(c.doc.Tokens[i].Lemma)
}

// stopNoun keeps measures and times out.
func (c *chainer) stopNoun(noun string) bool {
	switch noun {
	case "time", "day", "year", "month", "week", "way", "percent", "number", "part", "end", "hour", "rest", "fact", "same":
		return true
	}
	return false
}

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// pronoun ties "it", "they", "this" that stand for no actor to a thing, and "I"
// and "you" to each other.
func (c *chainer) pronoun(i int) {
	t := &c.doc.Tokens[i]
	w := strings.ToLower(t.Form)
	switch w {
	case "i", "me", "my", "mine", "myself":
		c.put("I", Span{i, i + 1})
		return
	case "we", "us", "our", "ours", "ourselves":
		c.put("we", Span{i, i + 1})
		return
	case "you", "your", "yours":
		c.put("you", Span{i, i + 1})
		return
	case "it", "its", "itself", "they", "them", "their":
	default:
		return
	}
	if lang.RelIs(t.Rel, "expl") {
		return
	}
	plural := w[0] == 't'
	best, top := -1, 0
	for k := len(c.things) - 1; k >= 0; k-- {
		o := &c.things[k]
		back := t.Sent - c.doc.Tokens[o.head].Sent
		if back > 1 {
			break
		}
		if o.plural != plural || c.stopNoun(o.noun) || c.doc.Dominates(o.head, i) && w != "its" {
			continue
		}
		score := 30 - 10*back - (i-o.head)/6
		if o.subject {
			score += 10
		}
		if o.obj {
			score += 4
		}
		if c.doc.Tokens[o.head].Head == t.Head && w != "its" && w != "their" {
			score -= 30
		}
		if score > top {
			best, top = k, score
		}
	}
	if best >= 0 {
		c.append(c.things[best].chain, Span{i, i + 1})
	}
}
