package training

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/lang/conllu"
	"dateline/lang/internal/encoder"
)

// Score measures a model file on the shared data with gold tokens, through the
// same calls that reading makes. split is "dev" or "test"; tests are for
// measuring only.
func Score(w io.Writer, shared, model, split string) error {
	b, err := os.ReadFile(model)
	if err != nil {
		return err
	}
	began := time.Now()
	m, err := encoder.Load(b)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%.1f MB, loaded in %.0f ms\n", float64(len(b))/1e6, time.Since(began).Seconds()*1000)
	data := filepath.Join(shared, "data")
	var tokens int
	var spent time.Duration
	for _, t := range []string{"EWT/en_ewt", "GUM/en_gum"} {
		path := filepath.Join(data, "ud", t+"-ud-"+split+".conllu")
		trees, err := conllu.Open(path)
		if err != nil {
			return err
		}
		var sents [][]string
		for i := range trees {
			sents = append(sents, forms(&trees[i]))
		}
		at := time.Now()
		ann := m.Annotate(sents)
		spent += time.Since(at)
		f := figures{}
		for i := range trees {
			f.tree(&trees[i], &ann[i])
		}
		tokens += f.tokens
		fmt.Fprintf(w, "%-12s %v\n", filepath.Base(t)+" "+split, f)
	}
	fmt.Fprintf(w, "%.0f tokens/s\n", float64(tokens)/spent.Seconds())
	uner, err := readNames(filepath.Join(data, "ner/UNER-EWT/en_ewt-ud-"+split+".iob2"))
	if err != nil {
		return err
	}
	for i := range uner {
		uner[i].tags = unifyUNER(uner[i].forms, uner[i].tags)
	}
	fmt.Fprintf(w, "UNER %s  %v\n", split, scoreNames(m, uner))
	if split == "test" {
		wide, err := readWorldwide(filepath.Join(data, "ner/worldwide_eval.tsv"))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "worldwide  %v\n", scoreNames(m, wide))
	}
	return nil
}

// tree counts one sentence.
func (f *figures) tree(s *conllu.Sentence, a *encoder.Annotation) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		f.tokens++
		f.upos += count(t.UPOS == a.UPOS[i])
		f.xpos += count(t.XPOS == a.XPOS[i])
		f.morph += count(t.Feats == a.Feats[i])
		f.uas += count(t.Head == a.Head[i])
		f.las += count(t.Head == a.Head[i] && universal(t.Rel) == universal(a.Rel[i]))
	}
}

func scoreNames(m *encoder.Model, set []named) figures {
	var sents [][]string
	for _, n := range set {
		sents = append(sents, n.forms)
	}
	var f figures
	for i, a := range m.Annotate(sents) {
		f.names(set[i].tags, a.Ent)
	}
	return f
}

// worldwide maps the classes of the newswire file to ours; a facility is a
// place, groups are not counted, the rest are no names to us.
var worldwide = map[string]string{"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC"}

// readWorldwide reads form and tag a line, a blank line after a sentence.
func readWorldwide(path string) ([]named, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []named
	var s named
	for _, line := range strings.Split(string(b)+"\n", "\n") {
		form, tag, ok := strings.Cut(line, "\t")
		if !ok {
			if len(s.forms) > 0 {
				out = append(out, s)
			}
			s = named{}
			continue
		}
		t := "O"
		if len(tag) > 2 && worldwide[tag[2:]] != "" {
			t = tag[:2] + worldwide[tag[2:]]
		}
		s.forms = append(s.forms, form)
		s.tags = append(s.tags, t)
	}
	return out, nil
}
