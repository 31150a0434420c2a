package training

import (
	"math/rand/v2"

	"dateline/lang/internal/encoder"
)

// layers is the depth of the recurrent stack.
const layers = 2

// net is a network that can learn; encoder.Model is what it becomes.
type net struct {
	conf encoder.Config
	drop rates

	vectors                         []float32 // frozen vectors, one row a word of the lexicon
	word, suffix, prefix, gram      *param
	shape, flag                     *param
	cells                           [layers][2]*cell
	heads, headsBias, tagsLow       *param // joint projection from the top layer; tags also see the lower one
	rootArc, arc, arcBias           *param
	rootRel, distance, rel, relBias *param
	tags, tagsBias, ents, entsBias  *param
	all                             []*param
}

// rates are the probabilities of dropout.
type rates struct {
	word      float32 // of a word's identity, so that its letters must do
	name      float32 // of a name's identity and letters, so that its company must do
	input     float32
	recurrent float32
	layer     float32
	head      float32
}

var usual = rates{word: 0.15, name: 0.2, input: 0.3, recurrent: 0.25, layer: 0.4, head: 0.35}

// tagWidths are the padded widths of the three tag outputs.
func tagWidths(c *encoder.Config) [3]int {
	return [3]int{encoder.Pad(len(c.UPOS)), encoder.Pad(len(c.XPOS)), encoder.Pad(len(c.Feats))}
}

func newNet(c encoder.Config, vectors []float32, seed uint64) *net {
	r := rand.New(rand.NewPCG(seed, 1))
	n := &net{conf: c, drop: usual, vectors: vectors}
	add := func(p *param) *param { n.all = append(n.all, p); return p }
	n.word = add(newParam("word", len(vectors)/c.Word, c.Word, 0, true, r))
	n.suffix = add(newParam("suffix", c.SuffixRows, c.Suffix, 0.2, true, r))
	n.prefix = add(newParam("prefix", c.PrefixRows, c.Prefix, 0.2, true, r))
	n.gram = add(newParam("gram", c.GramRows, c.Gram, 0.4, true, r))
	n.shape = add(newParam("shape", c.ShapeRows, c.Shape, 0.3, true, r))
	n.flag = add(newParam("flag", encoder.FlagRows, c.Flag, 0.3, true, r))
	in := c.Input()
	for l := range layers {
		for d, side := range []string{"f", "b"} {
			cl := newCell("lstm"+string(rune('1'+l))+side, in, c.Hidden, d == 1, r)
			n.cells[l][d] = cl
			add(cl.w)
			add(cl.u)
			add(cl.b)
		}
		in = 2 * c.Hidden
	}
	n.heads = add(newParam("heads", in, c.Heads(), glorot(in, c.Arc), false, r))
	n.headsBias = add(newParam("heads.b", 1, c.Heads(), 0, false, r))
	n.tagsLow = add(newParam("tagslow", in, c.Tag, glorot(in, c.Tag), false, r))
	n.rootArc = add(newParam("rootarc", 1, c.Arc, 0.1, false, r))
	n.arc = add(newParam("arc", c.Arc, c.Arc, 0.05, false, r))
	n.arcBias = add(newParam("arc.b", 1, c.Arc, 0, false, r))
	n.rootRel = add(newParam("rootrel", 1, c.RelHidden, 0.1, false, r))
	n.distance = add(newParam("distance", encoder.Distances, c.RelHidden, 0.1, true, r))
	rels := encoder.Pad(len(c.Rels))
	n.rel = add(newParam("rel", c.RelHidden, rels, glorot(c.RelHidden, rels), false, r))
	n.relBias = add(newParam("rel.b", 1, rels, 0, false, r))
	t := tagWidths(&n.conf)
	tw := t[0] + t[1] + t[2]
	n.tags = add(newParam("tags", c.Tag, tw, glorot(c.Tag, 64), false, r))
	n.tagsBias = add(newParam("tags.b", 1, tw, 0, false, r))
	ew := encoder.Pad(len(c.Ents))
	n.ents = add(newParam("ents", c.Ent, ew, glorot(c.Ent, ew), false, r))
	n.entsBias = add(newParam("ents.b", 1, ew, 0, false, r))
	return n
}

// slices of the joint projection.
func (n *net) offsets() (ad, ah, tag, ent, rd, rh int) {
	c := &n.conf
	return 0, c.Arc, 2 * c.Arc, 2*c.Arc + c.Tag, 2*c.Arc + c.Tag + c.Ent, 2*c.Arc + c.Tag + c.Ent + c.RelHidden
}
