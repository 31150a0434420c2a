package training

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/lang/conllu"
)

// corpora are the texts that may train, as the README of the shared data says.
type corpora struct {
	trees    []conllu.Sentence // EWT train, then the free part of GUM train
	names    [][]string        // per sentence of trees: BIO tags, or nil
	raw      [][]string        // sentences of news
	wire     int               // index of the first sentence of raw that is written like a wire agency's
	devTrees map[string][]conllu.Sentence
	devNames []named
	fromGUM  int // index of GUM's first sentence in trees
}

// named is a sentence with its names.
type named struct {
	forms, tags []string
}

// Sources of raw text: vectors, capitalisation and silver names.
var rawSources = [][2]string{
	{"news/kremlin.jsonl", "text"},
	{"news/state-pr.jsonl", "text"},
	{"news/whitehouse-pr.jsonl", "text"},
	{"news/wikinews_2019_2020.jsonl", "text"},
	{"diplo/current_events.jsonl", "text"},
}

// firstWire is the first of rawSources that reports rather than speaks.
const firstWire = 3

func readCorpora(shared string) (*corpora, error) {
	data := filepath.Join(shared, "data")
	c := &corpora{devTrees: map[string][]conllu.Sentence{}}
	var failed error
	open := func(p string) []conllu.Sentence {
		s, err := conllu.Open(filepath.Join(data, p))
		if err != nil && failed == nil {
			failed = err
		}
		return s
	}
	ewt := open("ud/EWT/en_ewt-ud-train.rebuilt.conllu")
	gum := open("ud/GUM/en_gum-ud-train.nonNC.conllu")
	c.devTrees["EWT"] = open("ud/EWT/en_ewt-ud-dev.conllu")
	c.devTrees["GUM"] = open("ud/GUM/en_gum-ud-dev.conllu")
	if failed != nil {
		return nil, failed
	}
	c.fromGUM = len(ewt)
	c.trees = append(ewt, gum...)
	uner, err := readNames(filepath.Join(data, "ner/UNER-EWT/en_ewt-ud-train.2022-12.iob2"))
	if err != nil {
		return nil, err
	}
	if c.devNames, err = readNames(filepath.Join(data, "ner/UNER-EWT/en_ewt-ud-dev.iob2")); err != nil {
		return nil, err
	}
	c.names = alignNames(c.trees[:c.fromGUM], uner)
	for i := range gum {
		c.names = append(c.names, gumNames(&gum[i]))
	}
	for i, src := range rawSources {
		if i == firstWire {
			c.wire = len(c.raw)
		}
		texts, err := rawText(filepath.Join(data, src[0]), src[1])
		if err != nil {
			return nil, err
		}
		seen := map[string]bool{}
		for _, t := range texts {
			for _, s := range rawSentences(t) {
				if k := strings.Join(s, " "); !seen[k] { // boilerplate teaches nothing twice
					seen[k] = true
					c.raw = append(c.raw, s)
				}
			}
		}
	}
	return c, nil
}

// readNames reads a file of Universal NER: number, form, tag.
func readNames(path string) ([]named, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []named
	var s named
	for i, line := range strings.Split(string(b), "\n") {
		f := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.TrimSpace(line) == "":
			if len(s.forms) > 0 {
				out = append(out, s)
			}
			s = named{}
		case len(f) < 3:
			return nil, fmt.Errorf("%s:%d: want number, form, tag", path, i+1)
		case strings.ContainsAny(f[0], "-."):
		default:
			s.forms = append(s.forms, f[1])
			s.tags = append(s.tags, f[2])
		}
	}
	return out, nil
}

// alignNames finds for each tree the names of the sentence with the same words.
func alignNames(trees []conllu.Sentence, names []named) [][]string {
	byWords := map[string][]string{}
	for _, n := range names {
		byWords[strings.Join(n.forms, "\x00")] = n.tags
	}
	out := make([][]string, len(trees))
	for i := range trees {
		out[i] = byWords[strings.Join(forms(&trees[i]), "\x00")]
	}
	return out
}

func forms(s *conllu.Sentence) []string {
	out := make([]string, len(s.Tokens))
	for i := range s.Tokens {
		out[i] = s.Tokens[i].Form
	}
	return out
}
