package score

import (
	"path/filepath"
	"strings"
	"time"

	"dateline/lang"
	"dateline/lang/conllu"
)

// TreebankRow is the measure of lang on one treebank from its raw text, as the
// CoNLL 2018 evaluation has it: a word of the reading counts as right if it
// covers the same characters as a gold word and has the same tag, lemma or
// head (and relation without subtype). All are F1 in percent.
type TreebankRow struct {
	Set                                string
	Words                              int // gold
	Tokens, WordsF1, Sentences         float64
	UPOS, XPOS, Feats, Lemma, UAS, LAS float64
	Took                               time.Duration // of reading
}

// Treebanks measures the parts "dev" or "test" of EWT and GUM.
func Treebanks(shared, split string, parse func(text string) *lang.Doc) ([]TreebankRow, error) {
	var rows []TreebankRow
	for _, set := range []string{"EWT/en_ewt", "GUM/en_gum"} {
		sents, err := conllu.Open(filepath.Join(shared, "data", "ud", filepath.FromSlash(set)+"-ud-"+split+".conllu"))
		if err != nil {
			return rows, err
		}
		r := treebank(sents, parse)
		r.Set = filepath.Dir(set) + " " + split
		rows = append(rows, r)
	}
	return rows, nil
}

func treebank(sents []conllu.Sentence, parse func(text string) *lang.Doc) TreebankRow {
	text := rawText(sents)
	start := time.Now()
	doc := parse(text)
	took := time.Since(start)
	gold, found := goldUnits(sents), docUnits(doc)
	r := TreebankRow{Words: len(gold.words), Took: took,
		Tokens: spanF1(gold.tokens, found.tokens), WordsF1: spanF1(gold.words, found.words), Sentences: spanF1(gold.sentences, found.sentences)}
	words := goldWords(sents)
	var upos, xpos, feats, lemma, uas, las int
	eachAligned(gold.words, found.words, func(g, s int) {
		a, b := words[g], &doc.Tokens[s]
		upos += one(a.token.UPOS == b.UPOS)
		xpos += one(a.token.XPOS == b.XPOS)
		feats += one(a.token.Feats == b.Feats)
		lemma += one(a.token.Lemma == b.Lemma)
		if !sameHead(gold.words, found.words, a.head, b.Head) {
			return
		}
		uas++
		las += one(universal(a.token.Rel) == universal(b.Rel))
	})
	f := func(n int) float64 { return 200 * float64(n) / float64(max(1, len(gold.words)+len(found.words))) }
	r.UPOS, r.XPOS, r.Feats, r.Lemma, r.UAS, r.LAS = f(upos), f(xpos), f(feats), f(lemma), f(uas), f(las)
	return r
}

func one(right bool) int {
	if right {
		return 1
	}
	return 0
}

// goldWord is a word with its head among all words of the treebank, -1 for a
// root.
type goldWord struct {
	token conllu.Token
	head  int
}

func goldWords(sents []conllu.Sentence) []goldWord {
	var out []goldWord
	for _, s := range sents {
		first := len(out)
		for _, t := range s.Tokens {
			head := -1
			if t.Head >= 0 {
				head = first + t.Head
			}
			out = append(out, goldWord{t, head})
		}
	}
	return out
}

// eachAligned calls f for every gold word that the reading has as well.
func eachAligned(gold, system []charSpan, f func(g, s int)) {
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		switch g, s := gold[i], system[j]; {
		case g == s:
			f(i, j)
			i++
			j++
		case g.start < s.start || g.start == s.start && g.end < s.end:
			i++
		default:
			j++
		}
	}
}

// sameHead reports whether two heads are roots or cover the same characters.
func sameHead(gold, system []charSpan, g, s int) bool {
	if g < 0 || s < 0 {
		return g < 0 && s < 0
	}
	return gold[g] == system[s]
}

// universal is a relation without its subtype.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
