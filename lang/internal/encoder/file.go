package encoder

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
)

// A model file is: magic, length of the configuration, the configuration as
// JSON, the lexicon, the tensors in the order of specs, and a CRC-32 of all
// that. Numbers are little-endian.
const magic = "dateline encoder 1\n"

// storage is how a tensor is kept.
type storage int

const (
	byRow    storage = iota // 8-bit with a scale a row: tables that are looked up
	byColumn                // 8-bit with a scale a column: matrices that multiply
	exact                   // float32: biases and small vectors
)

type spec struct {
	name       string
	rows, cols int
	kind       storage
}

// specs lists the tensors of a network.
func specs(c *Config, words int) []spec {
	in, top := c.Input(), 2*c.Hidden
	tags := Pad(len(c.UPOS)) + Pad(len(c.XPOS)) + Pad(len(c.Feats))
	s := []spec{
		{"word", words, c.Word, byRow},
		{"suffix", c.SuffixRows, c.Suffix, byRow},
		{"prefix", c.PrefixRows, c.Prefix, byRow},
		{"gram", c.GramRows, c.Gram, byRow},
		{"shape", c.ShapeRows, c.Shape, byRow},
		{"flag", FlagRows, c.Flag, byRow},
	}
	for _, l := range []string{"lstm1f", "lstm1b", "lstm2f", "lstm2b"} {
		width := in
		if l[4] == '2' {
			width = top
		}
		s = append(s, spec{l + ".w", width, 3 * c.Hidden, byColumn}, spec{l + ".u", c.Hidden, 3 * c.Hidden, byColumn}, spec{l + ".b", 1, 3 * c.Hidden, exact})
	}
	return append(s,
		spec{"heads", top, c.Heads(), byColumn}, spec{"heads.b", 1, c.Heads(), exact},
		spec{"tagslow", top, c.Tag, byColumn},
		spec{"rootarc", 1, c.Arc, exact}, spec{"arc", c.Arc, c.Arc, byColumn}, spec{"arc.b", 1, c.Arc, exact},
		spec{"rootrel", 1, c.RelHidden, exact}, spec{"distance", Distances, c.RelHidden, exact},
		spec{"rel", c.RelHidden, Pad(len(c.Rels)), byColumn}, spec{"rel.b", 1, Pad(len(c.Rels)), exact},
		spec{"tags", c.Tag, tags, byColumn}, spec{"tags.b", 1, tags, exact},
		spec{"ents", c.Ent, Pad(len(c.Ents)), byColumn}, spec{"ents.b", 1, Pad(len(c.Ents)), exact},
	)
}

// Weights are the tensors of a trained network by name, rows one after another.
type Weights map[string][]float32

// Encode makes a model file.
func Encode(c Config, l *Lexicon, w Weights) ([]byte, error) {
	head, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	b := append([]byte(magic), le.AppendUint32(nil, uint32(len(head)))...)
	b = append(b, head...)
	b = le.AppendUint32(b, uint32(len(l.Words)))
	for _, h := range l.Words {
		b = le.AppendUint64(b, h)
	}
	b = append(b, l.Case...)
	b = le.AppendUint32(b, uint32(len(l.Gazetteer.Hashes)))
	for _, h := range l.Gazetteer.Hashes {
		b = le.AppendUint64(b, h)
	}
	for _, k := range l.Gazetteer.Classes {
		b = le.AppendUint16(b, uint16(k))
	}
	for _, s := range specs(&c, len(l.Words)) {
		t := w[s.name]
		if len(t) != s.rows*s.cols {
			return nil, fmt.Errorf("encoder: tensor %s has %d weights, want %d×%d", s.name, len(t), s.rows, s.cols)
		}
		b = appendTensor(b, s, t)
	}
	return le.AppendUint32(b, crc32.ChecksumIEEE(b)), nil
}

func appendTensor(b []byte, s spec, t []float32) []byte {
	le := binary.LittleEndian
	if s.kind == exact {
		for _, v := range t {
			b = le.AppendUint32(b, math.Float32bits(v))
		}
		return b
	}
	q, scales := quantize(s, t)
	for _, v := range scales {
		b = le.AppendUint32(b, math.Float32bits(v))
	}
	for _, v := range q {
		b = append(b, byte(v))
	}
	return b
}

// quantize scales each row or column by its largest weight, which becomes 127.
func quantize(s spec, t []float32) ([]int8, []float32) {
	n := s.rows
	group := func(i int) int { return i / s.cols }
	if s.kind == byColumn {
		n = s.cols
		group = func(i int) int { return i % s.cols }
	}
	scales := make([]float32, n)
	for i, v := range t {
		g := group(i)
		scales[g] = max(scales[g], float32(math.Abs(float64(v))))
	}
	for g := range scales {
		scales[g] /= 127
	}
	q := make([]int8, len(t))
	for i, v := range t {
		if sc := scales[group(i)]; sc > 0 {
			q[i] = int8(math.RoundToEven(float64(v) / float64(sc)))
		}
	}
	return q, scales
}

var errShort = errors.New("encoder: model file ends early")

// reader takes a model file apart; after an error it gives zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.err, r.b = errShort, nil
		return nil
	}
	p := r.b[:n:n]
	r.b = r.b[n:]
	return p
}

func (r *reader) count() int {
	p := r.take(4)
	if p == nil {
		return 0
	}
	return int(binary.LittleEndian.Uint32(p))
}

func (r *reader) floats(n int) []float32 {
	p := r.take(4 * n)
	out := make([]float32, len(p)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(p[4*i:]))
	}
	return out
}

func (r *reader) hashes(n int) []uint64 {
	p := r.take(8 * n)
	out := make([]uint64, len(p)/8)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(p[8*i:])
	}
	return out
}

func (r *reader) bytes(n int) []int8 {
	p := r.take(n)
	out := make([]int8, len(p))
	for i, v := range p {
		out[i] = int8(v)
	}
	return out
}

func (r *reader) lexicon() *Lexicon {
	n := r.count()
	l := &Lexicon{Words: r.hashes(n), Gazetteer: &Gazetteer{}}
	l.Case = append(l.Case, r.take(n)...)
	for _, c := range l.Case {
		if c > 4 && r.err == nil {
			r.err = errors.New("encoder: model file has an unknown bucket of capitalisation")
		}
	}
	g := l.Gazetteer
	n = r.count()
	g.Hashes = r.hashes(n)
	p := r.take(2 * n)
	g.Classes = make([]Class, len(p)/2)
	for i := range g.Classes {
		g.Classes[i] = Class(binary.LittleEndian.Uint16(p[2*i:]))
	}
	if r.err == nil {
		l.index()
		g.build()
	}
	return l
}

// check refuses configurations that no training run makes.
func (c *Config) check() error {
	for _, n := range []int{c.Word, c.Suffix, c.Prefix, c.Gram, c.Shape, c.Flag, c.Hidden, c.Arc, c.Tag, c.Ent, c.RelHidden} {
		if n < 16 || n > 1024 || n%16 != 0 {
			return fmt.Errorf("encoder: model file has a layer of width %d", n)
		}
	}
	for _, n := range []int{c.SuffixRows, c.PrefixRows, c.GramRows, c.ShapeRows} {
		if n < 1 || n > 1<<20 || n&(n-1) != 0 {
			return fmt.Errorf("encoder: model file has a table of %d rows", n)
		}
	}
	for _, l := range [][]string{c.UPOS, c.XPOS, c.Feats, c.Rels, c.Ents} {
		if len(l) < 1 || len(l) > 4096 {
			return fmt.Errorf("encoder: model file has %d labels", len(l))
		}
	}
	if len(c.Ents) > 255 {
		return errors.New("encoder: model file has too many kinds of names")
	}
	return nil
}
