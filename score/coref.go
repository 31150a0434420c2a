package score

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"dateline"
	"dateline/lang"
	"dateline/lang/conllu"
)

// CorefSpan is a mention: letters of the text without white space, End exclusive.
type CorefSpan struct{ Start, End int }

// CorefScore is how well chains of mentions agree: F1 in percent by MUC, B³ and
// CEAF-φ4, and their mean, which is the CoNLL score.
type CorefScore struct {
	Docs                   int
	MUC, BCubed, CEAF      float64
	CoNLL, MentionF1       float64
	GoldChains, SysMention int
}

// corefCounts sums numerators and denominators over documents, as the official
// scorer does.
type corefCounts struct {
	docs, chains, mentions                 int
	mucP, mucPD, mucR, mucRD               float64
	bP, bPD, bR, bRD                       float64
	ceaf, ceafP, ceafR                     float64
	mentionHit, mentionGold, mentionSystem float64
}

// Coref measures chains on the documents of dir whose file name keep admits.
// chains reads a text; it answers in byte offsets.
func Coref(dir, glob string, keep func(name string) bool, chains func(text string, paras []dateline.Paragraph) (*lang.Doc, [][]CorefSpan)) (CorefScore, error) {
	files, err := filepath.Glob(filepath.Join(dir, glob))
	if err != nil || len(files) == 0 {
		return CorefScore{}, fmt.Errorf("%s: no %s", dir, glob)
	}
	sort.Strings(files)
	var c corefCounts
	for _, f := range files {
		if keep != nil && !keep(filepath.Base(f)) {
			continue
		}
		text, paras, gold, err := corefGold(f)
		if err != nil {
			return CorefScore{}, err
		}
		_, sys := chains(text, paras)
		c.add(gold, squeezed(text, sys))
	}
	return c.score(), nil
}

// corefGold gives the text of a document, its paragraphs, and its chains.
func corefGold(path string) (text string, paras []dateline.Paragraph, chains [][]CorefSpan, err error) {
	if _, err = os.Stat(path); err != nil {
		return
	}
	sentences, err := conllu.Open(path)
	if err != nil {
		return
	}
	var b strings.Builder
	letters := 0
	byID := map[string][]CorefSpan{}
	open := map[string][]int{}
	var ids []string
	for i, s := range sentences {
		if s.NewPar || i == 0 {
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			paras = append(paras, dateline.Paragraph{Start: b.Len(), Kind: dateline.Body, RepeatOf: -1})
		} else {
			b.WriteByte(' ')
		}
		base := letters
		for _, t := range s.Tokens {
			from := base + lettersIn(s.Text[:t.Start])
			to := base + lettersIn(s.Text[:t.End])
			for _, mark := range entityMarks(conllu.Attr(t.Misc, "Entity")) {
				id := strings.Trim(mark, "()")
				if strings.HasPrefix(mark, "(") {
					open[id] = append(open[id], from)
				}
				if n := len(open[id]); strings.HasSuffix(mark, ")") && n > 0 {
					if byID[id] == nil {
						ids = append(ids, id)
					}
					byID[id] = append(byID[id], CorefSpan{open[id][n-1], to})
					open[id] = open[id][:n-1]
				}
			}
		}
		letters += lettersIn(s.Text)
		b.WriteString(s.Text)
		paras[len(paras)-1].End = b.Len()
	}
	for _, id := range ids {
		if len(byID[id]) > 1 {
			chains = append(chains, byID[id])
		}
	}
	return b.String(), paras, chains, nil
}

// entityMarks cuts "(1(2" or "3)(4)" into single brackets.
func entityMarks(s string) []string {
	var out []string
	for len(s) > 0 {
		if s[0] == '(' {
			end := strings.IndexAny(s[1:], "()") + 1
			switch {
			case end == 0:
				end = len(s)
			case s[end] == ')':
				end++
			}
			out = append(out, s[:end])
			s = s[end:]
			continue
		}
		end := strings.IndexByte(s, ')')
		if end < 0 {
			return out
		}
		out = append(out, s[:end+1])
		s = s[end+1:]
	}
	return out
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// squeezed turns byte offsets into letters.
func squeezed(text string, chains [][]CorefSpan) [][]CorefSpan {
	at := make([]int, len(text)+1)
	n := 0
	for i, r := range text {
		at[i] = n
		if !unicode.IsSpace(r) {
			n++
		}
	}
	at[len(text)] = n
	out := make([][]CorefSpan, 0, len(chains))
	for _, c := range chains {
		seen := map[CorefSpan]bool{}
		var k []CorefSpan
		for _, s := range c {
			if x := (CorefSpan{at[s.Start], at[s.End]}); !seen[x] {
				seen[x] = true
				k = append(k, x)
			}
		}
		if len(k) > 1 {
			out = append(out, k)
		}
	}
	return out
}

func (c *corefCounts) add(gold, sys [][]CorefSpan) {
	c.docs++
	c.chains += len(gold)
	g, s := chainOf(gold), chainOf(sys)
	c.mentions += len(s)
	for m := range s {
		if _, ok := g[m]; ok {
			c.mentionHit++
		}
	}
	c.mentionGold += float64(len(g))
	c.mentionSystem += float64(len(s))
	n, d := muc(gold, s)
	c.mucR, c.mucRD = c.mucR+n, c.mucRD+d
	n, d = muc(sys, g)
	c.mucP, c.mucPD = c.mucP+n, c.mucPD+d
	n, d = bCubed(gold, sys, s)
	c.bR, c.bRD = c.bR+n, c.bRD+d
	n, d = bCubed(sys, gold, g)
	c.bP, c.bPD = c.bP+n, c.bPD+d
	c.ceaf += alignment(gold, sys)
	c.ceafR += float64(len(gold))
	c.ceafP += float64(len(sys))
}

func chainOf(chains [][]CorefSpan) map[CorefSpan]int {
	m := map[CorefSpan]int{}
	for i, c := range chains {
		for _, s := range c {
			m[s] = i
		}
	}
	return m
}

// muc counts the links of key chains that survive in the response (Vilain et al. 1995).
func muc(key [][]CorefSpan, response map[CorefSpan]int) (n, d float64) {
	for _, c := range key {
		parts := map[int]bool{}
		loose := 0
		for _, m := range c {
			if k, ok := response[m]; ok {
				parts[k] = true
			} else {
				loose++
			}
		}
		n += float64(len(c) - loose - len(parts))
		d += float64(len(c) - 1)
	}
	return n, d
}

// bCubed sums the shared share of each mention's chain (Bagga and Baldwin 1998).
func bCubed(key, response [][]CorefSpan, of map[CorefSpan]int) (n, d float64) {
	for _, c := range key {
		common := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				common[k]++
			}
		}
		for _, x := range common {
			n += float64(x*x) / float64(len(c))
		}
		d += float64(len(c))
	}
	return n, d
}

// alignment is the best one-to-one similarity of chains by φ4 (Luo 2005), by the
// Hungarian method.
func alignment(gold, sys [][]CorefSpan) float64 {
	n := max(len(gold), len(sys))
	if len(gold) == 0 || len(sys) == 0 {
		return 0
	}
	of := chainOf(sys)
	w := make([][]float64, n)
	for i := range w {
		w[i] = make([]float64, n)
	}
	for i, c := range gold {
		for _, m := range c {
			if k, ok := of[m]; ok {
				w[i][k] += 2 / float64(len(c)+len(sys[k]))
			}
		}
	}
	return assign(w)
}

// assign is the greatest sum of one entry per row and column.
func assign(w [][]float64) float64 {
	n := len(w)
	u, v := make([]float64, n+1), make([]float64, n+1)
	p, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		least := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cur := -w[i0-1][j-1] - u[i0] - v[j]; cur < least[j] {
					least[j], way[j] = cur, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[p[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; p[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			p[j0] = p[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += w[p[j]-1][j-1]
	}
	return sum
}

func (c *corefCounts) score() CorefScore {
	f := func(n1, d1, n2, d2 float64) float64 {
		if d1 == 0 || d2 == 0 || n1+n2 == 0 {
			return 0
		}
		p, r := n1/d1, n2/d2
		return 100 * 2 * p * r / (p + r)
	}
	s := CorefScore{Docs: c.docs, GoldChains: c.chains, SysMention: c.mentions}
	s.MUC = f(c.mucP, c.mucPD, c.mucR, c.mucRD)
	s.BCubed = f(c.bP, c.bPD, c.bR, c.bRD)
	s.CEAF = f(c.ceaf, c.ceafP, c.ceaf, c.ceafR)
	s.MentionF1 = f(c.mentionHit, c.mentionSystem, c.mentionHit, c.mentionGold)
	s.CoNLL = (s.MUC + s.BCubed + s.CEAF) / 3
	return s
}
