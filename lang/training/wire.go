package training

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"dateline/lang/internal/encoder"
)

//go:embed wire.txt
var wireTable string

// wireTree is a hand-annotated sentence with slots.
type wireTree struct {
	words []word
	heads []int16
	rels  []string
}

// parseWire reads wire.txt; an error names the line.
func parseWire(table string) (out []wireTree, err error) {
	var t wireTree
	flush := func(line int) {
		roots := 0
		for i, h := range t.heads {
			if int(h) >= len(t.heads) || int(h) == i {
				err = fmt.Errorf("wire.txt:%d: word %d of the sentence before has no such head", line, i+1)
			}
			roots += count(h == -1)
		}
		if len(t.heads) > 0 && roots != 1 {
			err = fmt.Errorf("wire.txt:%d: the sentence before has %d roots", line, roots)
		}
		if len(t.words) > 0 {
			out = append(out, t)
		}
		t = wireTree{}
	}
	n := 0
	for line := range strings.Lines(table) {
		n++
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
			flush(n)
			continue
		case f[0] == "#":
			continue
		case len(f) < 5:
			return nil, fmt.Errorf("wire.txt:%d: want form, UPOS, XPOS, head, relation", n)
		}
		h, e := strconv.Atoi(f[3])
		if e != nil {
			return nil, fmt.Errorf("wire.txt:%d: head %q", n, f[3])
		}
		w := word{form: f[0], upos: f[1], xpos: f[2], ent: "O"}
		if len(f) > 5 {
			w.ent = f[5]
		}
		t.words = append(t.words, w)
		t.heads = append(t.heads, int16(h-1))
		t.rels = append(t.rels, f[4])
	}
	flush(n)
	return out, err
}

// wireMaker fills the slots.
type wireMaker struct {
	lab   *labeller
	trees []wireTree
	slots map[string][]string
}

func newWireMaker(l *labeller, gaz map[string]encoder.Class) (*wireMaker, error) {
	trees, err := parseWire(wireTable)
	if err != nil {
		return nil, err
	}
	m := &wireMaker{lab: l, trees: trees, slots: map[string][]string{
		"vb":       strings.Fields("meet visit host attend sign discuss open join lead address receive review inspect approve announce chair ratify boycott"),
		"vbd":      strings.Fields("met visited attacked accused summoned expelled criticised thanked received invited warned condemned praised sanctioned"),
		"vbn":      strings.Fields("met visited received hosted joined addressed briefed seen"),
		"vbi":      strings.Fields("start begin open resume arrive end close expire depart return"),
		"event":    strings.Fields("summit meeting conference ceremony visit session forum hearing election treaty agreement accord deal"),
		"talks":    strings.Fields("talks negotiations consultations meetings discussions"),
		"Talks":    strings.Fields("Talks Negotiations Consultations Meetings Discussions"),
		"office":   strings.Fields("president premier minister ambassador leader envoy chancellor king delegation counterpart spokesman general"),
		"title":    strings.Fields("President Minister Premier Chancellor Ambassador Senator Governor King General Secretary"),
		"Ministry": strings.Fields("Foreign Defence Commerce Finance Interior Trade Agriculture Health Justice Energy Transport"),
		"weekday":  strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
		"month":    months,
	}}
	for i := range 31 {
		m.slots["day"] = append(m.slots["day"], strconv.Itoa(i+1))
	}
	for n, c := range gaz {
		if len(n) < 3 || strings.ContainsAny(n, " .-'(") || n[0] >= 0x80 {
			continue
		}
		k := ""
		switch {
		case c&encoder.Country != 0:
			k = "country"
		case c&encoder.Demonym != 0 && !strings.HasSuffix(n, "s"):
			k = "dem"
		case c&encoder.City != 0:
			k = "city"
		case c&encoder.Given != 0:
			k = "first"
		case c&encoder.Surname != 0:
			k = "last"
		default:
			continue
		}
		m.slots[k] = append(m.slots[k], strings.ToUpper(n[:1])+n[1:])
	}
	for _, l := range m.slots {
		if !slices.IsSorted(l) {
			slices.Sort(l)
		}
	}
	for _, t := range trees {
		for _, w := range t.words {
			if name, ok := slot(w.form); ok && len(m.slots[name]) == 0 {
				return nil, fmt.Errorf("wire.txt: nothing fills %s", w.form)
			}
		}
	}
	return m, nil
}

func slot(form string) (string, bool) {
	if len(form) < 3 || form[0] != '{' {
		return "", false
	}
	return form[1 : len(form)-1], true
}

// sample is a random tree with random words. Its morphology is left open.
func (m *wireMaker) sample(r *rand.Rand) *sample {
	t := m.trees[r.IntN(len(m.trees))]
	forms := make([]string, len(t.words))
	for i, w := range t.words {
		forms[i] = w.form
		if name, ok := slot(w.form); ok {
			forms[i] = m.slots[name][r.IntN(len(m.slots[name]))]
		}
	}
	s := m.lab.named(forms, nil)
	for i, w := range t.words {
		s.upos[i], s.xpos[i] = find(m.lab.upos, w.upos), find(m.lab.xpos, w.xpos)
		s.head[i], s.rel[i] = t.heads[i], find(m.lab.rel, t.rels[i])
		s.ent[i] = find(m.lab.ents, w.ent)
	}
	return s
}
