package facts

import (
	"sort"
	"strings"
	"sync"
)

// titleRules are the tables by which titles become classes.
type titleRules struct {
	exact      map[string][]OfficeClass // folded title + "@" + state, or folded title
	portfolios map[string][]OfficeClass
	owner      map[string]string // folded title of several words -> the only state that has it
	longest    int               // words of the longest portfolio
}

var rules = sync.OnceValue(func() *titleRules {
	t := &titleRules{exact: map[string][]OfficeClass{}, portfolios: map[string][]OfficeClass{}, owner: map[string]string{}}
	titles, _ := readTable(tables, "tables/titles.tsv")
	for _, r := range titles {
		k := Fold(r.cell(0))
		s := r.cell(2)
		if o, twice := t.owner[k]; twice && o != s {
			t.owner[k] = ""
		} else if strings.Contains(k, " ") {
			t.owner[k] = s
		}
		if s != "" {
			k += "@" + s
		}
		t.exact[k] = append(t.exact[k], OfficeClass(r.cell(1)))
	}
	portfolios, _ := readTable(tables, "tables/portfolios.tsv")
	for _, r := range portfolios {
		k := Fold(r.cell(0))
		t.longest = max(t.longest, strings.Count(k, " ")+1)
		for c := range strings.FieldsSeq(r.cell(1)) {
			t.portfolios[k] = append(t.portfolios[k], OfficeClass(c))
		}
	}
	return t
})

// words before a title that do not change whose office it is.
var fleeting = map[string]bool{
	"acting": true, "interim": true, "caretaker": true, "transitional": true, "provisional": true,
	"incumbent": true, "current": true, "new": true, "newly": true, "appointed": true, "elected": true,
	"outgoing": true, "incoming": true, "the": true, "then": true, "former": true, "ex": true, "late": true,
	"his": true, "excellency": true, "her": true, "federal": true, "cabinet": true, "senior": true, "ad": true,
}

// ClassesOf gives the classes of a title in a state ("" if not known), by the
// title table, by the head word and the portfolio ("minister of X"), and by the
// state of the mission ("ambassador to X"). A title without class is "x:title".
func (f *Facts) ClassesOf(state, title string) []OfficeClass {
	return classesOf(state, title, func(name string) string {
		if s := f.StateByName(name); s != nil {
			return s.ISO3
		}
		if o := f.OrgByName(name); o != nil {
			return o.Short
		}
		return ""
	})
}

func classesOf(state, title string, stateNamed func(string) string) []OfficeClass {
	if c := OfficeClass(title); isClass(c) {
		return []OfficeClass{c}
	}
	folded := Fold(title)
	if c := rules().lookup(state, folded); c != nil {
		return c
	}
	var out []OfficeClass
	for part := range parts(folded) {
		for _, c := range rules().part(state, part, stateNamed) {
			if !contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if out == nil {
		return []OfficeClass{OfficeClass("x:" + folded)}
	}
	// of "deputy prime minister and foreign minister" the ministry tells more
	sort.SliceStable(out, func(i, j int) bool { return out[i] != "deputy-prime-minister" && out[j] == "deputy-prime-minister" })
	return out
}

func contains(list []OfficeClass, c OfficeClass) bool {
	for _, x := range list {
		if x == c {
			return true
		}
	}
	return false
}

// isClass reports whether c is written as a class that titles are not: it is
// taken as given.
func isClass(c OfficeClass) bool {
	switch c {
	case HeadOfState, HeadOfGovernment, NSA, Foreign, Defence, Finance, Trade, Interior, Justice,
		VicePresident, PrimeMinister, CrownPrince, SupremeLeader, ChiefOfStaff, CentralBank:
		return true
	}
	return strings.Contains(string(c), ":")
}

func (t *titleRules) lookup(state, folded string) []OfficeClass {
	if c := t.exact[folded+"@"+state]; c != nil {
		return c
	}
	return t.exact[folded]
}

// heads are the words that may carry a portfolio.
var heads = map[string]bool{"minister": true, "secretary": true, "ministry": true, "ministers": true}

// offices begin words of a title joined by "and" that is an office of its own.
var officeWords = map[string]bool{
	"minister": true, "secretary": true, "president": true, "deputy": true, "prime": true, "premier": true, "vice": true,
	"chairman": true, "commander": true, "governor": true, "king": true, "head": true, "first": true, "state": true,
	"speaker": true, "emir": true, "foreign": false, "chancellor": true, "special": true, "director": true,
	"high": true, "ambassador": true, "permanent": true,
}

// parts splits "deputy prime minister and minister of foreign affairs" at the
// "and" before an office of its own.
func parts(folded string) func(func(string) bool) {
	return func(yield func(string) bool) {
		words := strings.Fields(folded)
		from := 0
		for i := 1; i+1 < len(words); i++ {
			if words[i] != "and" && words[i] != "cum" {
				continue
			}
			next := words[i+1]
			complete := heads[words[i-1]] || officeWords[words[i-1]]
			if officeWords[next] || complete {
				if !yield(strings.Join(words[from:i], " ")) {
					return
				}
				from = i + 1
			}
		}
		yield(strings.Join(words[from:], " "))
	}
}

// part classifies one office.
func (t *titleRules) part(state, title string, stateNamed func(string) string) []OfficeClass {
	words := strings.Fields(title)
	for len(words) > 1 && fleeting[words[0]] {
		words = words[1:]
		if c := t.lookup(state, strings.Join(words, " ")); c != nil {
			return c
		}
	}
	title = strings.Join(words, " ")
	if c := t.lookup(state, title); c != nil {
		return c
	}
	if c := mission(words, stateNamed); c != "" {
		return []OfficeClass{c}
	}
	if i := strings.Index(title, " of the republic"); i > 0 {
		return t.part(state, title[:i], stateNamed)
	}
	deputy, whole := false, words
	for len(words) > 1 && isDeputy(words[0]) {
		deputy = true
		words = words[1:]
	}
	if len(words) > 2 && words[0] == "secretary" && words[1] == "of" && words[2] == "state" {
		words = append([]string{"minister"}, words[3:]...)
	} else if len(words) > 3 && words[0] == "minister" && words[1] == "of" && words[2] == "state" {
		deputy = true
		words = append([]string{"minister"}, words[3:]...)
	}
	out := t.portfolio(words)
	if deputy {
		for i, c := range out {
			out[i] = "deputy-" + c
		}
	}
	if out == nil && len(whole) > 2 { // "president of Finland", "king of Jordan"
		for i := 1; i < len(whole)-1; i++ {
			of := ""
			if whole[i] == "of" {
				of = stateNamed(titleCase(strings.TrimPrefix(strings.Join(whole[i+1:], " "), "the ")))
			}
			if of != "" && state != "" && of != state { // "premier of Niue" is no office of New Zealand
				return nil
			}
			if of != "" {
				return t.part(state, strings.Join(whole[:i], " "), stateNamed)
			}
		}
	}
	return out
}

func isDeputy(w string) bool {
	switch w {
	case "deputy", "vice", "assistant", "junior", "undersecretary", "under", "principal", "alternate", "shadow", "parliamentary":
		return true
	}
	return false
}

// portfolio reads "minister of X and Y", "X minister", "secretary for X".
func (t *titleRules) portfolio(words []string) []OfficeClass {
	head := -1
	for i, w := range words {
		if heads[w] && !(i > 0 && words[i-1] == "prime") {
			head = i
			break
		}
	}
	if head < 0 {
		return nil
	}
	rest := words[head+1:]
	if len(rest) == 0 {
		rest = words[:head]
	}
	var out []OfficeClass
	for i := 0; i < len(rest); {
		n := 0
		for l := min(t.longest, len(rest)-i); l > 0; l-- {
			if c := t.portfolios[strings.Join(rest[i:i+l], " ")]; c != nil {
				for _, c := range c {
					if !contains(out, c) {
						out = append(out, c)
					}
				}
				n = l
				break
			}
		}
		i += max(n, 1)
	}
	return out
}

// mission reads "ambassador to X", "permanent representative to the UN",
// "special envoy for X".
func mission(words []string, stateNamed func(string) string) OfficeClass {
	to := -1
	for i, w := range words {
		if (w == "to" || w == "at" || w == "for") && i > 0 {
			to = i
		}
	}
	if to < 0 {
		return ""
	}
	class := ""
	for _, w := range words[:to] {
		switch w {
		case "ambassador", "representative", "envoy":
			class = "ambassador:"
		case "commissioner":
			if words[0] == "high" {
				class = "ambassador:"
			}
		case "charge", "affaires", "interim", "deputy":
			if class == "" || w != "interim" {
				class = "charge:"
			}
		}
	}
	if words[to] == "for" { // an envoy for a crisis is not sent to a court
		if class != "ambassador:" {
			return ""
		}
		class = "envoy:"
	}
	if class == "" {
		return ""
	}
	name := strings.TrimPrefix(strings.Join(words[to+1:], " "), "the ")
	if s := stateNamed(titleCase(name)); s != "" {
		return OfficeClass(class + s)
	}
	return ""
}

// titleCase lets a folded name pass for a written one.
func titleCase(s string) string { return strings.ToUpper(s) }
