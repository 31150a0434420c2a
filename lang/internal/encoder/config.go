package encoder

// Config is the shape of a network and the names of its labels. Widths are
// multiples of 16.
type Config struct {
	Word, Suffix, Prefix, Gram, Shape, Flag int // widths of the parts of an input vector
	SuffixRows, PrefixRows, GramRows        int // hash buckets; powers of two
	ShapeRows                               int
	Hidden                                  int // per direction
	Arc, Tag, Ent, RelHidden                int // widths of the heads' hidden layers
	UPOS, XPOS, Feats, Rels, Ents           []string
}

// Input is the width of a token's input vector.
func (c *Config) Input() int {
	return c.Word + c.Suffix + c.Prefix + c.Gram + c.Shape + c.Flag
}

// Heads is the width of the joint projection that feeds all heads: arc
// dependent, arc head, tags, names, relation dependent, relation head.
func (c *Config) Heads() int {
	return 2*c.Arc + c.Tag + c.Ent + 2*c.RelHidden
}

// Pad rounds a number of labels up to the width of a matrix panel.
func Pad(n int) int { return (n + 15) &^ 15 }

// Distances is the number of buckets of Distance.
const Distances = 20

// Distance tells the relation head how far and on which side the head stands:
// the root, then exact distances near by and ever wider ones far away.
func Distance(dependent, head int) int {
	if head < 0 {
		return 0
	}
	d, side := head-dependent, 1
	if d < 0 {
		d, side = -d, 10
	}
	switch {
	case d <= 5:
		return side + d - 1
	case d <= 7:
		return side + 5
	case d <= 11:
		return side + 6
	case d <= 20:
		return side + 7
	}
	return side + 8
}
