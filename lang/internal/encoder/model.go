package encoder

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"
	"sync"

	"dateline/lang/internal/matrix"
)

// Model is a loaded network. It is never changed and so safe for concurrent use.
type Model struct {
	conf Config
	lex  *Lexicon

	word, suffix, prefix, gram, shape, flag rows
	cells                                   [2][2]cell
	heads, tagsLow, arc, rel, tags, ents    linear
	rootArc, rootRel, distance              []float32
	allowed                                 [][]bool
	root                                    int // index of the relation "root", -1 without
	scratch                                 sync.Pool
}

// rows is a table of 8-bit vectors, each with its scale.
type rows struct {
	width  int
	q      []int8
	scales []float32
}

// addTo adds a row times f to a vector.
func (t *rows) addTo(x []float32, row int32, f float32) {
	f *= t.scales[row]
	q := t.q[int(row)*t.width:][:t.width]
	for j, v := range q {
		x[j] += float32(f * float32(v))
	}
}

// linear is an exact integer product with its scales and bias.
type linear struct {
	*matrix.IntPacked
	out    int // columns before padding; all are multiples of 16 here
	limit  float32
	scales []float32
	bias   []float32 // zeros if there is none
}

// cell is one direction of a recurrent layer.
type cell struct {
	w, u linear
}

// open checks a model file and reads it up to its tensors.
func open(b []byte) (*Config, *Lexicon, *reader, error) {
	if len(b) < len(magic)+8 || string(b[:len(magic)]) != magic {
		return nil, nil, nil, errors.New("encoder: not a model file of this version")
	}
	body := b[:len(b)-4]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(b[len(b)-4:]) {
		return nil, nil, nil, errors.New("encoder: model file is damaged (checksum)")
	}
	r := &reader{b: body[len(magic):]}
	c := &Config{}
	if err := json.Unmarshal(r.take(r.count()), c); err != nil {
		return nil, nil, nil, fmt.Errorf("encoder: configuration of the model file: %w", err)
	}
	if err := c.check(); err != nil {
		return nil, nil, nil, err
	}
	l := r.lexicon()
	return c, l, r, r.err
}

// Decode reads a model file into floats, for training to go on from.
func Decode(b []byte) (Config, *Lexicon, Weights, error) {
	c, l, r, err := open(b)
	if err != nil {
		return Config{}, nil, nil, err
	}
	w := Weights{}
	for _, s := range specs(c, len(l.Words)) {
		if s.kind == exact {
			w[s.name] = r.floats(s.rows * s.cols)
			continue
		}
		group := func(i int) int { return i / s.cols }
		n := s.rows
		if s.kind == byColumn {
			group, n = func(i int) int { return i % s.cols }, s.cols
		}
		scales := r.floats(n)
		x := make([]float32, s.rows*s.cols)
		for i, q := range r.bytes(len(x)) {
			x[i] = float32(q) * scales[group(i)]
		}
		w[s.name] = x
	}
	return *c, l, w, r.err
}

// Load reads a model file and checks it.
func Load(b []byte) (*Model, error) {
	c, l, r, err := open(b)
	if err != nil {
		return nil, err
	}
	m := &Model{conf: *c, lex: l}
	m.tensors(r)
	if r.err == nil && len(r.b) > 0 {
		r.err = errors.New("encoder: model file is too long")
	}
	if r.err != nil {
		return nil, r.err
	}
	for _, l := range []*linear{&m.tagsLow, &m.cells[0][0].u, &m.cells[0][1].u, &m.cells[1][0].u, &m.cells[1][1].u} {
		l.bias = make([]float32, l.out)
	}
	m.allowed = Follows(m.conf.Ents)
	m.root = slices.Index(m.conf.Rels, "root")
	m.scratch.New = func() any { return &scratch{} }
	return m, nil
}

// tensors reads them into their places.
func (m *Model) tensors(r *reader) {
	for _, s := range specs(&m.conf, len(m.lex.Words)) {
		switch s.kind {
		case byRow:
			*m.table(s.name) = rows{width: s.cols, scales: r.floats(s.rows), q: r.bytes(s.rows * s.cols)}
		case byColumn:
			sc := r.floats(s.cols)
			q := r.bytes(s.rows * s.cols)
			if r.err != nil {
				return
			}
			l := m.matrix(s.name)
			l.IntPacked, l.scales, l.out = matrix.PackInt(q, s.rows, s.cols), sc, s.cols
			l.limit = float32(math.Floor(math.Min(32767, (1<<31-1)/(127*float64(s.rows)))))
		case exact:
			*m.vector(s.name) = r.floats(s.cols * s.rows)
		}
		if r.err != nil {
			return
		}
	}
}

func (m *Model) table(name string) *rows {
	return map[string]*rows{
		"word": &m.word, "suffix": &m.suffix, "prefix": &m.prefix,
		"gram": &m.gram, "shape": &m.shape, "flag": &m.flag,
	}[name]
}

// cell finds the recurrent cell that a tensor's name begins with.
func (m *Model) cell(name string) *cell {
	d := 0
	if name[5] == 'b' {
		d = 1
	}
	return &m.cells[name[4]-'1'][d]
}

func (m *Model) matrix(name string) *linear {
	switch {
	case strings.HasPrefix(name, "lstm") && strings.HasSuffix(name, ".w"):
		return &m.cell(name).w
	case strings.HasPrefix(name, "lstm"):
		return &m.cell(name).u
	}
	return map[string]*linear{
		"heads": &m.heads, "tagslow": &m.tagsLow, "arc": &m.arc,
		"rel": &m.rel, "tags": &m.tags, "ents": &m.ents,
	}[name]
}

func (m *Model) vector(name string) *[]float32 {
	if strings.HasPrefix(name, "lstm") {
		return &m.cell(name).w.bias
	}
	if base, ok := strings.CutSuffix(name, ".b"); ok {
		return &m.matrix(base).bias
	}
	return map[string]*[]float32{"rootarc": &m.rootArc, "rootrel": &m.rootRel, "distance": &m.distance}[name]
}
