package training

import (
	"bytes"
	"encoding/binary"
	"os"

	"dateline/lang/internal/encoder"
)

// dataset is everything a run learns from and is measured by.
type dataset struct {
	conf    encoder.Config
	lex     *encoder.Lexicon
	lab     *labeller
	lines   *datelines
	wires   *wireMaker
	vectors []float32
	train   []*sample
	silver  []*sample
	wire    int // index of the first silver sample from texts that report
	dev     []devSet
}

type devSet struct {
	name    string
	samples []*sample
}

// prepare reads the corpora, learns or loads the vectors and makes samples.
func prepare(o Options, logf func(string, ...any)) (*dataset, error) {
	c, err := readCorpora(o.Shared)
	if err != nil {
		return nil, err
	}
	gaz, err := readGazette(o.Shared)
	if err != nil {
		return nil, err
	}
	var texts [][]string
	for i := range c.trees {
		texts = append(texts, forms(&c.trees[i]))
	}
	for n := range acronyms(c.raw, gaz) {
		gaz[n] |= encoder.Organization
	}
	words := newVocabulary(texts, c.raw)
	logf("%d trees, %d raw sentences, %d words, %d names", len(c.trees), len(c.raw), len(words.words), len(gaz))
	d := &dataset{conf: config()}
	if o.Hidden > 0 {
		d.conf.Hidden = o.Hidden
	}
	d.vectors, err = vectors(o, d.conf.Word, words, append(texts, c.raw...), logf)
	if err != nil {
		return nil, err
	}
	d.conf.UPOS, d.conf.XPOS, d.conf.Feats, d.conf.Rels = inventory(c.trees)
	d.lex = encoder.NewLexicon(words.words, words.cases, encoder.NewGazetteer(gaz))
	d.lab = newLabeller(&d.conf, d.lex)
	d.lines = newDatelines(d.lab, gaz)
	if d.wires, err = newWireMaker(d.lab, gaz); err != nil {
		return nil, err
	}
	for i := range c.trees {
		tags := c.names[i]
		if tags != nil {
			if i < c.fromGUM {
				tags = unifyUNER(texts[i], tags)
			}
			markGroups(texts[i], tags, gaz)
		}
		d.train = append(d.train, d.lab.tree(&c.trees[i], tags))
	}
	if err := d.addSilver(o, c, gaz, words, logf); err != nil {
		return nil, err
	}
	d.addDev(c)
	return d, nil
}

// addDev makes the development sets.
func (d *dataset) addDev(c *corpora) {
	byWords := alignNames(c.devTrees["EWT"], c.devNames)
	for _, name := range []string{"EWT", "GUM"} {
		set := devSet{name: name + " dev"}
		for i := range c.devTrees[name] {
			s := &c.devTrees[name][i]
			var tags []string
			if name == "EWT" {
				if byWords[i] != nil {
					tags = unifyUNER(forms(s), byWords[i])
				}
			} else {
				tags = gumNames(s)
			}
			set.samples = append(set.samples, d.lab.tree(s, tags))
		}
		d.dev = append(d.dev, set)
	}
}

// vectors learns the pre-trained vectors, or takes them from the file that an
// earlier run with the same words left.
func vectors(o Options, dim int, v *vocabulary, texts [][]string, logf func(string, ...any)) ([]float32, error) {
	want := len(v.words) * dim
	if b, err := os.ReadFile(o.Vectors); o.Vectors != "" && err == nil && len(b) == 4*want {
		out := make([]float32, want)
		return out, binary.Read(bytes.NewReader(b), binary.LittleEndian, out)
	}
	g := skipGram{dim: dim, window: 3, negative: 5, epochs: 8, rate: 0.025, sample: 3e-4}
	out := g.learn(v, texts, o.Seed, func(e int) { logf("vectors: epoch %d/%d", e+1, g.epochs) })
	rescale(out, dim, 0.35)
	clear(out[:dim])
	if o.Vectors != "" {
		var b bytes.Buffer
		binary.Write(&b, binary.LittleEndian, out)
		if err := os.WriteFile(o.Vectors, b.Bytes(), 0o644); err != nil {
			return nil, err
		}
	}
	return out, nil
}
