package training

import (
	"fmt"
	"strings"

	"dateline/lang/internal/encoder"
)

// figures are what a development set is measured by, as in the CoNLL 2018
// evaluation: all tokens count, relations without their subtypes.
type figures struct {
	tokens, upos, xpos, morph, uas, las int
	found, gold, right                  int // names
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

// nameF is the F1 of names, in percent.
func (f figures) nameF() float64 { return percent(2*f.right, f.found+f.gold) }

func (f figures) String() string {
	s := ""
	if f.tokens > 0 {
		s = fmt.Sprintf("UPOS %.2f XPOS %.2f Feats %.2f UAS %.2f LAS %.2f ",
			percent(f.upos, f.tokens), percent(f.xpos, f.tokens), percent(f.morph, f.tokens), percent(f.uas, f.tokens), percent(f.las, f.tokens))
	}
	if f.gold > 0 {
		s += fmt.Sprintf("names P %.2f R %.2f F %.2f", percent(f.right, f.found), percent(f.right, f.gold), f.nameF())
	}
	return s
}

// best is the index of the highest of the first n scores.
func best(scores []float32, n int) int {
	b := 0
	for j, v := range scores[:n] {
		if v > scores[b] {
			b = j
		}
	}
	return b
}

// span is a name over tokens [first, last).
type span struct {
	first, last int
	kind        string
}

// spans reads names off BIO tags; groups do not count where the gold has none.
func spans(tags []string, groups bool) (out []span) {
	for i := 0; i < len(tags); i++ {
		kind, ok := strings.CutPrefix(tags[i], "B-")
		if !ok {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] == "I-"+kind {
			j++
		}
		if kind != "NORP" || groups {
			out = append(out, span{i, j, kind})
		}
	}
	return out
}

func (f *figures) names(gold, found []string) {
	g, s := spans(gold, false), spans(found, false)
	f.gold += len(g)
	f.found += len(s)
	for _, a := range g {
		for _, b := range s {
			if a == b {
				f.right++
			}
		}
	}
}

// measure reads samples with the weights as they are.
func (w *worker) measure(samples []*sample) figures {
	var f figures
	n := w.n
	c := &n.conf
	allowed := encoder.Follows(c.Ents)
	tw := tagWidths(c)
	for at := 0; at < len(samples); {
		end, tokens := at, 0
		for end < len(samples) && tokens < 1500 {
			tokens += len(samples[end].feats)
			end++
		}
		w.arrange(samples[at:end])
		at = end
		w.encode(false)
		w.heads(nil, 0, false)
		var trees [][]int
		for s := range w.samp {
			trees = append(trees, encoder.Tree(w.out.arcs[s], w.lay.length[s]))
		}
		w.relHead(nil, 0, func(s, t int) int { return trees[s][t] }, false)
		for s, sm := range w.samp {
			first, length := w.lay.start[s], w.lay.length[s]
			ew := n.ents.cols
			tags := encoder.BestTags(w.out.ents[first*ew:], length, ew, allowed)
			if sm.ent[0] != unknown {
				gold, found := make([]string, length), make([]string, length)
				for t := range length {
					found[t] = c.Ents[tags[t]]
					if g := sm.ent[t]; g >= 0 {
						gold[t] = c.Ents[g]
					}
				}
				f.names(gold, found)
			}
			if sm.head[0] == noHead {
				continue
			}
			for t := range length {
				i := first + t
				f.tokens++
				o := i * n.tags.cols
				f.upos += count(best(w.out.tags[o:], len(c.UPOS)) == int(sm.upos[t]))
				f.xpos += count(best(w.out.tags[o+tw[0]:], len(c.XPOS)) == int(sm.xpos[t]))
				f.morph += count(best(w.out.tags[o+tw[0]+tw[1]:], len(c.Feats)) == int(sm.morph[t]))
				if trees[s][t] != int(sm.head[t]) {
					continue
				}
				f.uas++
				r := best(w.out.rels[i*n.rel.cols:], len(c.Rels))
				f.las += count(sm.rel[t] >= 0 && universal(c.Rels[r]) == universal(c.Rels[sm.rel[t]]))
			}
		}
	}
	return f
}

func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
