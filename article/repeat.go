package article

import (
	"sort"
	"strings"
	"unicode"

	"dateline"
)

var typography = strings.NewReplacer("’", "'", "‘", "'", "‑", "-", "\u00ad", "")

// fold gives the words of s in lower case, without punctuation, with
// typographic quotes, dashes and spaces taken as what they stand for.
func fold(s string) []string {
	s = typography.Replace(s)
	ws := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	out := ws[:0]
	for _, w := range ws {
		if w = strings.ToLower(strings.Trim(w, "'")); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func sameWords(a, b string) bool {
	return strings.Join(fold(a), " ") == strings.Join(fold(b), " ")
}

// contained is the share of the words of four letters or more that are in a
// set as well; 0 if there are too few of them to tell.
func contained(words []string, in map[string]bool) float64 {
	n, hit := 0, 0
	for _, w := range words {
		if len(w) < 4 {
			continue
		}
		n++
		if in[w] {
			hit++
		}
	}
	if n < 4 {
		return 0
	}
	return float64(hit) / float64(n)
}

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// markRepeats points every paragraph that says what an earlier one says to it.
// Word for word is a repeat; so is nearly so, if every name and figure is the
// same in both: "on Monday" for "on Tuesday" is another piece of news.
func markRepeats(text string, paras []dateline.Paragraph) {
	type seen struct {
		index int
		words []string
	}
	exact := map[string]int{}
	byFacts := map[string][]seen{}
	for i := range paras {
		p := &paras[i]
		if p.Kind == dateline.DateStamp || p.Kind == dateline.SeeAlso {
			continue
		}
		s := text[p.Start:p.End]
		words := fold(s)
		key := strings.Join(words, " ")
		if j, ok := exact[key]; ok {
			p.RepeatOf = j
			continue
		}
		exact[key] = i
		if len(words) < 6 {
			continue
		}
		facts := factsOf(s)
		for _, e := range byFacts[facts] {
			if jaccard(words, e.words) >= 0.85 {
				p.RepeatOf = e.index
				break
			}
		}
		if p.RepeatOf < 0 {
			byFacts[facts] = append(byFacts[facts], seen{i, words})
		}
	}
}

// factsOf is the sorted list of the capitalized words and figures of s without
// its first word, which is capitalized anyway, and of "not" and its kin.
func factsOf(s string) string {
	var fs []string
	for i, w := range strings.Fields(s) {
		w = strings.TrimFunc(strings.ReplaceAll(w, "’", "'"), unicode.IsPunct)
		negates := w == "not" || w == "no" || w == "never" || strings.HasSuffix(w, "n't")
		if negates || i > 0 && strings.ContainsFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
			fs = append(fs, strings.ToLower(w))
		}
	}
	sort.Strings(fs)
	return strings.Join(fs, " ")
}

// jaccard is the number of words in both over the number in either.
func jaccard(a, b []string) float64 {
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	both := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
