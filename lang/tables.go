package lang

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed tables/abbreviations.txt
var abbreviationTable string

//go:embed tables/words.txt
var wordTable string

// follow says what may come after an abbreviation.
type follow uint8

const (
	noAbbreviation follow = iota
	beforeName
	beforeNumber
	beforeAny
)

// wordLists are the tables of the tokenizer and the splitter.
type wordLists struct {
	abbreviations                                                map[string]follow
	prefixes, starters, speech, units, faces, topics, homographs map[string]bool
}

var lists = sync.OnceValue(func() *wordLists {
	l := &wordLists{
		abbreviations: map[string]follow{},
		prefixes:      map[string]bool{}, starters: map[string]bool{},
		speech: map[string]bool{}, units: map[string]bool{}, faces: map[string]bool{}, topics: map[string]bool{}, homographs: map[string]bool{},
	}
	kinds := map[string]follow{"title": beforeName, "number": beforeNumber, "word": beforeAny}
	eachRow("lang/tables/abbreviations.txt", abbreviationTable, func(class string, words []string) error {
		kind, ok := kinds[class]
		if !ok {
			return fmt.Errorf("unknown class %q", class)
		}
		for _, w := range words {
			if !strings.HasSuffix(w, ".") {
				return fmt.Errorf("%q has no full stop", w)
			}
			l.abbreviations[w] = kind
		}
		return nil
	})
	classes := map[string]map[string]bool{
		"prefix": l.prefixes, "starter": l.starters, "speech": l.speech, "unit": l.units, "face": l.faces, "topic": l.topics, "homograph": l.homographs,
	}
	eachRow("lang/tables/words.txt", wordTable, func(class string, words []string) error {
		set, ok := classes[class]
		if !ok {
			return fmt.Errorf("unknown class %q", class)
		}
		for _, w := range words {
			set[w] = true
		}
		return nil
	})
	return l
})

// eachRow calls f for each row "class word…" of an embedded table. A bad table
// is a fault of the build, hence the panic, with file and line.
func eachRow(name, table string, f func(class string, words []string) error) {
	line := 0
	for row := range strings.SplitSeq(table, "\n") {
		line++
		fields := strings.Fields(row)
		if len(fields) == 0 || fields[0] == "#" || row[0] == '#' {
			continue
		}
		if err := f(fields[0], fields[1:]); err != nil {
			panic(fmt.Sprintf("%s:%d: %v", name, line, err))
		}
	}
}
