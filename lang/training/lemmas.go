package training

import (
	"os"
	"strings"

	"dateline/lang/internal/lemma"
)

// Lemmas learns the table of lemmas from the treebanks that may train, with
// the words of raw news, and writes it to out.
func Lemmas(shared, out string) error {
	c, err := readCorpora(shared)
	if err != nil {
		return err
	}
	raw := map[string]int{}
	for _, sent := range c.raw {
		for _, w := range sent {
			if w == strings.ToLower(w) && len(w) > 1 {
				raw[w]++
			}
		}
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := lemma.Train(f, c.trees, raw); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
