package lemma

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// longest is the length in bytes of the longest ending that is no whole word.
const longest = 7

// Table holds the rules of all classes.
type Table struct {
	rules map[string]map[string]edit // class, ending ("^" before a whole word)
}

//go:embed english.tsv
var english string

// English is the table that ships, read at the first call.
var English = sync.OnceValue(func() *Table {
	t, err := Read(strings.NewReader(english), "lang/internal/lemma/english.tsv")
	if err != nil {
		panic(err) // a fault of the build
	}
	return t
})

// Lemma is the dictionary form of a word: in small letters, but for names and
// words that are always capitalised.
func (t *Table) Lemma(form, upos, xpos string) string {
	lower := lowered(form)
	rules := t.rules[class(upos, xpos, form)]
	if rules == nil {
		if upos == "PROPN" {
			return form
		}
		return lower
	}
	if l, ok := try(rules, "^"+lower, form, lower); ok {
		return l
	}
	if upos == "PROPN" && xpos == "NNP" {
		form = title(form) // a name in small letters
	}
	for i := max(0, len(lower)-longest); i <= len(lower); i++ {
		if i < len(lower) && !utf8.RuneStart(lower[i]) {
			continue
		}
		if l, ok := try(rules, lower[i:], form, lower); ok {
			return l
		}
	}
	return lower
}

func try(rules map[string]edit, ending, form, lower string) (string, bool) {
	e, ok := rules[ending]
	if !ok {
		return "", false
	}
	return e.apply(form, lower)
}

// Read reads a table: a class a block ("= VERB/VBD"), then rows of ending, bytes
// to cut ("k" before it to keep capitals) and what to append.
func Read(r io.Reader, name string) (*Table, error) {
	t := &Table{rules: map[string]map[string]edit{}}
	var rules map[string]edit
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		row := sc.Text()
		if row == "" || row[0] == '#' && rules == nil {
			continue
		}
		if c, ok := strings.CutPrefix(row, "= "); ok {
			rules = map[string]edit{}
			t.rules[c] = rules
			continue
		}
		ending, rest, ok1 := strings.Cut(row, "\t")
		cut, add, ok2 := strings.Cut(rest, "\t")
		cut, keep := strings.CutPrefix(cut, "k")
		n, err := strconv.Atoi(cut)
		if !ok1 || !ok2 || err != nil || n < 0 || rules == nil {
			return nil, fmt.Errorf("%s:%d: bad row %q", name, line, row)
		}
		rules[ending] = edit{keep, n, add}
	}
	return t, sc.Err()
}

// title makes the first letter a capital.
func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsAny(s, ".@/") {
		return s
	}
	if u := unicode.ToUpper(r); u != r {
		return string(u) + s[n:]
	}
	return s
}
