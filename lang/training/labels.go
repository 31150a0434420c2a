package training

import (
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/lang/conllu"
	"dateline/lang/internal/encoder"
)

// inventory collects the labels that the training trees use.
func inventory(trees []conllu.Sentence) (upos, xpos, feats, rels []string) {
	var sets [4]map[string]int
	for k := range sets {
		sets[k] = map[string]int{}
	}
	for i := range trees {
		for j := range trees[i].Tokens {
			t := &trees[i].Tokens[j]
			for k, v := range [4]string{t.UPOS, t.XPOS, t.Feats, t.Rel} {
				sets[k][v]++
			}
		}
	}
	list := func(k, atLeast int) (out []string) {
		for v, n := range sets[k] {
			if n >= atLeast {
				out = append(out, v)
			}
		}
		slices.Sort(out)
		return out
	}
	return list(0, 1), list(1, 2), list(2, 3), list(3, 2)
}

// labeller turns annotated sentences into samples.
type labeller struct {
	conf                         *encoder.Config
	lex                          *encoder.Lexicon
	upos, xpos, feats, rel, ents map[string]int16
}

func newLabeller(c *encoder.Config, l *encoder.Lexicon) *labeller {
	number := func(names []string) map[string]int16 {
		m := map[string]int16{}
		for i, n := range names {
			m[n] = int16(i)
		}
		return m
	}
	return &labeller{c, l, number(c.UPOS), number(c.XPOS), number(c.Feats), number(c.Rels), number(c.Ents)}
}

func find(m map[string]int16, k string) int16 {
	if v, ok := m[k]; ok {
		return v
	}
	return unknown
}

// tree makes a sample of a tree; names may be nil.
func (l *labeller) tree(s *conllu.Sentence, names []string) *sample {
	out := l.named(forms(s), names)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		out.upos[i] = find(l.upos, t.UPOS)
		out.xpos[i] = find(l.xpos, t.XPOS)
		out.morph[i] = find(l.feats, t.Feats)
		out.rel[i] = find(l.rel, t.Rel)
		out.head[i] = int16(t.Head)
	}
	return out
}

// named makes a sample that teaches names only.
func (l *labeller) named(forms, names []string) *sample {
	n := len(forms)
	s := &sample{forms: forms, feats: l.lex.Features(l.conf, forms)}
	for _, x := range []*[]int16{&s.upos, &s.xpos, &s.morph, &s.rel, &s.ent, &s.head} {
		*x = make([]int16, n)
		for i := range *x {
			(*x)[i] = unknown
		}
	}
	for i := range n {
		s.head[i] = noHead
		if names != nil {
			s.ent[i] = find(l.ents, names[i])
		}
	}
	return s
}

// recased is the sample with other capitals: web texts shout and mumble, and
// headlines capitalise.
func (l *labeller) recased(s *sample, r *rand.Rand) *sample {
	forms := make([]string, len(s.forms))
	how := r.IntN(3)
	for i, f := range s.forms {
		switch how {
		case 0:
			forms[i] = strings.ToLower(f)
		case 1:
			forms[i] = strings.ToUpper(f)
		default:
			forms[i] = f
			if len(f) > 3 && f[0] >= 'a' && f[0] <= 'z' {
				forms[i] = strings.ToUpper(f[:1]) + f[1:]
			}
		}
	}
	c := *s
	c.forms = forms
	c.feats = l.lex.Features(l.conf, forms)
	return &c
}
