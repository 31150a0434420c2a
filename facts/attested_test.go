package facts

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
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
	faults := attestedFaults(t)
	used := map[string]bool{}
	sc := bufio.NewScanner(file)
	for sc.Scan() {
		var a attested
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if a.Country == "UNK" {
			a.Country = "XKX"
		}
		a.Person = printed.ReplaceAllString(a.Person, "")
		for _, d := range a.Dates {
			day, _ := dateline.ParseDay(d)
			class := a.Class
			if d >= "2015" {
				class += " 2015-"
			}
			hs := f.Holders(a.Country, a.Office[0], day)
			right := len(hs) > 0 && samePerson(f, a.Person, &hs[0])
			count(class, len(hs) > 0, right)
			if a.N < 2 || !right && (courtesy(f, &a, day) || holdsElsewhere(f, &a, day) || standsBeside(f, &a, day)) {
				continue // seen once, a former or later holder, another state's officer, a deputy: the row's fault
			}
			count(class+" clean", len(hs) > 0, right)
			if key := a.Country + "|" + a.Office[0] + "|" + a.Person; faults[key] != "" {
				used[key] = true
				if right {
					t.Errorf("%s stands in the list of faults and is right", key)
				}
				continue
			}
			count(class+" read", len(hs) > 0, right)
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
	for key := range faults {
		if !used[key] {
			t.Errorf("%s is in the list of faults and no longer asked", key)
		}
	}
	for class, floor := range map[string][2]float64{"head 2015- read": {0.97, 0.85}, "foreign 2015- read": {0.97, 0.85}, "defence 2015- read": {0.97, 0.85}} {
		s := score[class]
		if given := float64(s.given) / float64(s.asked); given < floor[1] || float64(s.right)/float64(s.given) < floor[0] {
			t.Errorf("%s: given %.3f, right %.3f of those, want %v", class, given, float64(s.right)/float64(s.given), floor)
		}
	}
	if dir := os.Getenv("FACTS_ERRORS"); dir != "" {
		os.WriteFile(filepath.Join(dir, "wrong"), []byte(strings.Join(wrong, "\n")), 0o644)
		os.WriteFile(filepath.Join(dir, "missing"), []byte(strings.Join(missing, "\n")), 0o644)
	}
}

// printed is what a page left at a name: the number of a note, a genitive, a title.
var printed = regexp.MustCompile(`\d+$|'s$|^(?:HE |Sheikh |Sayyid |Samdech )+`)

// attestedFaults are rows that were read and found not to name a holder, each
// with why: "country|office|person".
func attestedFaults(t testing.TB) map[string]string {
	data, err := os.ReadFile("testdata/attested_faults.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		if len(c) == 4 && c[0][0] != '#' {
			out[c[0]+"|"+c[1]+"|"+c[2]] = c[3]
		}
	}
	return out
}

// standsBeside reports whether the person is deputy to the office on the day:
// the row's title was cut.
func standsBeside(f *Facts, a *attested, day dateline.Day) bool {
	for _, p := range f.PersonsNamed(a.Person, Hint{Day: day, State: a.Country}) {
		for _, h := range f.OfficesOf(p.Person.ID, day) {
			c := string(h.Classes[0])
			if h.State == a.Country && (strings.HasPrefix(c, "vice-") || strings.HasPrefix(c, "deputy-") || strings.Contains(strings.ToLower(h.Title), "deputy ")) {
				return true
			}
		}
	}
	return false
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
		if l := likeness(a, b, false); l == 1 || l >= 0.5 && min(len(a), len(b)) >= 2 && Sound(a[len(a)-1]) == Sound(b[len(b)-1]) {
			return true
		}
	}
	return false
}
