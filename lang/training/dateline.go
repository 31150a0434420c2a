package training

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"dateline/lang/internal/encoder"
)

// datelines puts in front of sentences what wire agencies do: "OSLO, March 4
// (NTB) - ". The treebanks have next to none.
type datelines struct {
	lab    *labeller
	cities []string
}

func newDatelines(l *labeller, gaz map[string]encoder.Class) *datelines {
	d := &datelines{lab: l}
	for n, c := range gaz {
		if c&encoder.City != 0 && len(n) > 3 && strings.Count(n, " ") < 2 && !strings.ContainsAny(n, ".-'(0123456789") {
			d.cities = append(d.cities, n)
		}
	}
	slices.Sort(d.cities)
	return d
}

var (
	agencies = []string{"Reuters", "AP", "AFP", "Xinhua", "TASS", "Interfax", "Yonhap", "UPI", "dpa", "Kyodo", "ANSA", "EFE", "NTB", "PTI", "Anadolu"}
	months   = []string{"January", "Feb.", "February", "March", "April", "May", "June", "July", "August", "Aug.", "September", "Sept.", "October", "Oct.", "November", "Nov.", "December", "Dec."}
)

// word is a token of a dateline with its labels.
type word struct{ form, upos, xpos, feats, ent string }

func (d *datelines) words(r *rand.Rand) (out []word) {
	city := strings.Fields(d.cities[r.IntN(len(d.cities))])
	upper := r.IntN(4) > 0
	ent := "B-LOC"
	for _, c := range city {
		if upper {
			c = strings.ToUpper(c)
		} else {
			c = strings.ToUpper(c[:1]) + c[1:]
		}
		out = append(out, word{c, "PROPN", "NNP", "Number=Sing", ent})
		ent = "I-LOC"
	}
	if r.IntN(3) > 0 {
		out = append(out, word{",", "PUNCT", ",", "", "O"},
			word{months[r.IntN(len(months))], "PROPN", "NNP", "Number=Sing", "O"},
			word{strconv.Itoa(1 + r.IntN(31)), "NUM", "CD", "NumForm=Digit|NumType=Card", "O"})
	}
	if r.IntN(3) > 0 {
		out = append(out, word{"(", "PUNCT", "-LRB-", "", "O"},
			word{agencies[r.IntN(len(agencies))], "PROPN", "NNP", "Number=Sing", "B-ORG"},
			word{")", "PUNCT", "-RRB-", "", "O"})
	}
	return append(out, word{[]string{"-", "--"}[r.IntN(2)], "PUNCT", ":", "", "O"})
}

// prefix gives the sample behind a dateline. The dateline's place in the tree
// is left open but for its punctuation and place, which hang on the root.
func (d *datelines) prefix(s *sample, r *rand.Rand) *sample {
	if len(s.feats) < 4 || len(d.cities) == 0 {
		return s
	}
	front := d.words(r)
	k := len(front)
	out := &sample{}
	shift := func(to *[]int16, from []int16, label func(word) int16) {
		for _, w := range front {
			*to = append(*to, label(w))
		}
		*to = append(*to, from...)
	}
	shift(&out.upos, s.upos, func(w word) int16 { return find(d.lab.upos, w.upos) })
	shift(&out.xpos, s.xpos, func(w word) int16 { return find(d.lab.xpos, w.xpos) })
	shift(&out.morph, s.morph, func(w word) int16 { return find(d.lab.feats, w.feats) })
	shift(&out.ent, s.ent, func(w word) int16 { return find(d.lab.ents, w.ent) })
	shift(&out.rel, s.rel, func(word) int16 { return unknown })
	open, root := int16(openHead), int16(-1)
	if s.head[0] == noHead {
		open = noHead
	}
	for i, h := range s.head {
		if h == -1 {
			root = int16(i)
		}
	}
	shift(&out.head, s.head, func(word) int16 { return open })
	for i := k; i < len(out.head); i++ {
		if out.head[i] >= 0 {
			out.head[i] += int16(k)
		}
	}
	if root >= 0 {
		for i, w := range front {
			switch {
			case i == 0:
				out.head[i], out.rel[i] = root+int16(k), find(d.lab.rel, "dep")
			case w.upos == "PUNCT" && i == k-1:
				out.head[i], out.rel[i] = 0, find(d.lab.rel, "punct")
			}
		}
	}
	for _, w := range front {
		out.forms = append(out.forms, w.form)
	}
	out.forms = append(out.forms, s.forms...)
	out.feats = d.lab.lex.Features(d.lab.conf, out.forms)
	return out
}
