package facts

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"dateline"
)

// attested is a person seen with an office on dated texts.
type attested struct {
	Country string
	Class   string   `json:"office_class"`
	Office  []string `json:"office"`
	Person  string
	Dates   []string
	N       int
}

func sharedFile(t testing.TB, path ...string) string {
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = "../../shared"
	}
	file := filepath.Join(append([]string{root}, path...)...)
	if _, err := os.Stat(file); err != nil {
		t.Skip("needs ../shared/data/kb")
	}
	return file
}

// TestAttested compares the holders with the persons that dated texts show in
// an office, class by class. The rows are machine-made and not all right.
func TestAttested(t *testing.T) {
	file, err := os.Open(sharedFile(t, "data", "kb", "offices_attested.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	type tally struct{ asked, given, right int }
	score := map[string]*tally{}
	count := func(class string, given, right bool) {
		if score[class] == nil {
			score[class] = &tally{}
		}
		s := score[class]
		s.asked++
		if given {
			s.given++
		}
		if right {
			s.right++
		}
	}
	var wrong, missing []string
	f := Default()
	sc := bufio.NewScanner(file)
	for sc.Scan() {
		var a attested
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if a.Country == "UNK" {
			a.Country = "XKX"
		}
		for _, d := range a.Dates {
			day, _ := dateline.ParseDay(d)
			class := a.Class
			if d >= "2015" {
				class += " 2015-"
			}
			hs := f.Holders(a.Country, a.Office[0], day)
			right := len(hs) > 0 && samePerson(f, a.Person, &hs[0])
			count(class, len(hs) > 0, right)
			if a.N < 2 || !right && (courtesy(f, &a, day) || holdsElsewhere(f, &a, day)) {
				continue // seen once, a former or later holder, another state's officer: the row's fault
			}
			count(class+" clean", len(hs) > 0, right)
			line := strings.Join([]string{d, a.Country, a.Office[0], a.Person}, " · ")
			if len(hs) == 0 {
				missing = append(missing, line)
			} else if !right {
				wrong = append(wrong, line+" ≠ "+hs[0].Person.Name+" ("+hs[0].Title+" "+hs[0].From.String()+")")
			}
		}
	}
	var classes []string
	for c := range score {
		classes = append(classes, c)
	}
	sort.Strings(classes)
	for _, c := range classes {
		s := score[c]
		t.Logf("%-20s asked %5d  given %.3f  right of given %.3f", c, s.asked, float64(s.given)/float64(s.asked), float64(s.right)/float64(max(s.given, 1)))
	}
	if dir := os.Getenv("FACTS_ERRORS"); dir != "" {
		os.WriteFile(filepath.Join(dir, "wrong"), []byte(strings.Join(wrong, "\n")), 0o644)
		os.WriteFile(filepath.Join(dir, "missing"), []byte(strings.Join(missing, "\n")), 0o644)
	}
}

// courtesy reports whether the person held the office at another time than the
// day: texts go on to say "President" of a former one.
func courtesy(f *Facts, a *attested, day dateline.Day) bool {
	for _, h := range f.Holders(a.Country, a.Office[0], dateline.NoDay) {
		if samePerson(f, a.Person, &h) {
			return true
		}
	}
	return false
}

// holdsElsewhere reports whether the person leads another state on the day.
func holdsElsewhere(f *Facts, a *attested, day dateline.Day) bool {
	for _, p := range f.PersonsNamed(a.Person, Hint{Day: day}) {
		for _, h := range f.OfficesOf(p.Person.ID, day) {
			if h.State != a.Country && weigh(&h) >= 0.5 {
				return true
			}
		}
	}
	return false
}

// samePerson reports whether a written name is one of a holder's.
func samePerson(f *Facts, name string, h *Holding) bool {
	a := strings.Fields(Fold(strings.Join(nameWords(name), " ")))
	for _, n := range append([]string{h.Person.Name}, h.Person.Aliases...) {
		b := strings.Fields(Fold(n))
		if l := likeness(a, b); l == 1 || l >= 0.5 && min(len(a), len(b)) >= 2 && Sound(a[len(a)-1]) == Sound(b[len(b)-1]) {
			return true
		}
	}
	return false
}
