package encoder

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dateline/lang/internal/matrix"
)

// smallFile is a model file with random weights.
func smallFile(t testing.TB) []byte {
	r := rand.New(rand.NewPCG(11, 12))
	c := Config{
		Word: 16, Suffix: 16, Prefix: 16, Gram: 16, Shape: 16, Flag: 16,
		SuffixRows: 32, PrefixRows: 32, GramRows: 32, ShapeRows: 16,
		Hidden: 32, Arc: 16, Tag: 16, Ent: 16, RelHidden: 16,
		UPOS: []string{"NOUN", "VERB", "PROPN"}, XPOS: []string{"NN", "VB"}, Feats: []string{"", "Number=Sing"},
		Rels: []string{"nsubj", "obj", "root"}, Ents: []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"},
	}
	l := NewLexicon([]string{"", "the", "minister", "said"}, []uint8{0, 1, 2, 1}, NewGazetteer(map[string]Class{
		"norland": Country, "new vesla": City, "ada": Given, "lind": Surname,
	}))
	w := Weights{}
	for _, s := range specs(&c, len(l.Words)) {
		x := make([]float32, s.rows*s.cols)
		for i := range x {
			x[i] = r.Float32() - 0.5
		}
		w[s.name] = x
	}
	b, err := Encode(c, l, w)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func sentences() (out [][]string) {
	for _, s := range sampleSentences {
		out = append(out, strings.Fields(s))
	}
	return append(out, []string{"Ada", "Lind", "saw", "New", "Vesla"}, nil, []string{"x"}, []string{""}, []string{"Česko", "–", "’s"})
}

// available are the small model and, if the checkout has it, the shipped one.
func available(t *testing.T) map[string]*Model {
	m, err := Load(smallFile(t))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*Model{"small": m}
	if d, err := Default(); err == nil {
		all["shipped"] = d
	}
	return all
}

func TestReadingIsTheSameWithoutVectors(t *testing.T) {
	for name, m := range available(t) {
		fast := m.Annotate(sentences())
		for _, l := range []matrix.Level{matrix.Scalar, matrix.AVX2} {
			was := matrix.Use(l)
			slow := m.Annotate(sentences())
			matrix.Use(was)
			if !reflect.DeepEqual(fast, slow) {
				t.Errorf("%s model: level %d reads otherwise", name, l)
			}
		}
	}
}

func TestCompanyDoesNotChangeASentence(t *testing.T) {
	for name, m := range available(t) {
		all := m.Annotate(sentences())
		for i, s := range sentences() {
			if one := m.Annotate([][]string{s})[0]; fmt.Sprint(one) != fmt.Sprint(all[i]) {
				t.Errorf("%s model: sentence %d is read otherwise alone", name, i)
			}
		}
	}
}

func TestTreesHaveOneRoot(t *testing.T) {
	m := available(t)["small"]
	long := make([]string, 3*longestSegment+7)
	for i := range long {
		long[i] = fmt.Sprint("w", i%17)
	}
	for _, a := range m.Annotate(append(sentences(), long)) {
		roots := 0
		for _, h := range a.Head {
			if h == -1 {
				roots++
			}
		}
		if len(a.Head) > 0 && roots != 1 || findCycle(a.Head, -1) != nil {
			t.Errorf("%d roots in a sentence of %d", roots, len(a.Head))
		}
	}
}

func TestQuantizationRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for _, kind := range []storage{byRow, byColumn} {
		s := spec{"x", 24, 32, kind}
		x := make([]float32, s.rows*s.cols)
		for i := range x {
			x[i] = float32(r.NormFloat64())
		}
		x[5] = 40 // an outlier keeps its value
		q, scales := quantize(s, x)
		for i, v := range x {
			g := i / s.cols
			if kind == byColumn {
				g = i % s.cols
			}
			if back := float32(q[i]) * scales[g]; math.Abs(float64(back-v)) > float64(scales[g])*0.5001 {
				t.Fatalf("element %d: %v comes back as %v", i, v, back)
			}
		}
	}
}

func TestLoadRefusesDamage(t *testing.T) {
	good := smallFile(t)
	for name, b := range map[string][]byte{
		"empty": nil, "short": good[:40], "cut": good[:len(good)-9], "other": []byte("something else altogether, and long enough"),
	} {
		if _, err := Load(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for i := 30; i < len(good); i += 97 {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x10
		if _, err := Load(bad); err == nil {
			t.Fatalf("a flipped bit at %d goes unnoticed", i)
		}
	}
}

func TestManyReadersAtOnce(t *testing.T) {
	m := available(t)["small"]
	want := m.Annotate(sentences())
	done := make(chan bool)
	for range 4 {
		go func() {
			same := true
			for range 20 {
				same = same && reflect.DeepEqual(m.Annotate(sentences()), want)
			}
			done <- same
		}()
	}
	for range 4 {
		if !<-done {
			t.Error("readers disturb each other")
		}
	}
}
