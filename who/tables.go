package who

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"dateline"
)

//go:embed tables
var tableFiles embed.FS

// noun is a row of offices.txt, persons.txt or orgs.txt.
type noun struct {
	name  string // canonical: the office, or the noun itself
	kind  string // orgs.txt: government, organ, force, body, io, group, state
	flags map[string]bool
}

// body is an organization with a short name, or an armed group.
type body struct {
	short string
	armed bool
	name  string
	seat  bool // a place that acts for the state
	main  string
	organ string // another name of the same organ, "" if none: "Security Council" of UNSC
}

// id is one for the long and the short name of a body; its organs ("Security
// Council") have their own.
func (b *body) id() string {
	if b.short == "" {
		return newID(Org, b.main, "")
	}
	if b.organ != "" {
		return newID(Org, b.organ, b.short)
	}
	name := strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(b.name, ".", ""), b.short+" "), b.main+" ")
	if n := strings.ReplaceAll(b.name, ".", ""); n == b.short || b.name == b.main || acronym(b.name) == b.short {
		return "o:" + b.short
	}
	return newID(Org, name, b.short)
}

// pronoun is a row of pronouns.txt.
type pronoun struct{ person, number, gender, form string }

// plural is a row of plurals.txt: what kind its members are, and how many; 0: several.
type plural struct {
	kind  string
	count int
	lead  bool // they lead states: "the two leaders"
	land  bool // they are told as lands, not as sides: "both countries"
}

// lexicon is all tables of the room.
type lexicon struct {
	offices, persons, orgs map[string]noun
	plurals                map[string]plural
	pronouns               map[string]pronoun
	bodies                 map[string]body   // by folded tokens
	bodyStart              map[string]bool   // first tokens of bodies
	heads                  map[string]bool   // last words of offices
	twins                  map[string]twin   // by name
	regions                map[string]string // adjective of a land within a state -> the state
	forces                 map[string]force  // by id of an armed body of the facts
}

// longestBody is how many tokens the name of a body may take.
const longestBody = 9

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		map[string]noun{}, map[string]noun{}, map[string]noun{}, map[string]plural{}, map[string]pronoun{}, map[string]body{}, map[string]bool{}, map[string]bool{}, map[string]twin{}, map[string]string{}, map[string]force{},
	}
	for name, add := range map[string]func([]string) error{
		"persons.txt": l.addPerson, "orgs.txt": l.addOrg, "plurals.txt": l.addPlural, "pronouns.txt": l.addPronoun, "bodies.txt": l.addBody, "metonyms.txt": l.addMetonym, "twins.txt": l.addTwin, "forces.txt": l.addForce, "regions.txt": l.addRegion,
	} {
		if err := eachRow(name, add); err != nil {
			panic(err) // the tables are part of the program and tested
		}
	}
	if err := l.loadOffices(); err != nil {
		panic(err)
	}
	for k := range l.offices {
		l.heads[k[strings.LastIndexByte(k, ' ')+1:]] = true
	}
	return l
})

// eachRow calls f for every row of a table; columns are parted by tabs.
func eachRow(name string, f func(cells []string) error) error {
	b, err := tableFiles.ReadFile("tables/" + name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimRight(line, " \r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if err := f(append(strings.Split(line, "\t"), "", "", "", "")); err != nil {
			return fmt.Errorf("who/tables/%s:%d: %w", name, n, err)
		}
	}
	return nil
}

var knownFlags = flagSet("political,armed,f,m,kin,title,office,former,plural,of-state,place,event,private,name,before,flagged")

func flagSet(s string) map[string]bool {
	m := map[string]bool{}
	for f := range strings.SplitSeq(s, ",") {
		if f != "" {
			m[f] = true
		}
	}
	return m
}

func flags(s string) (map[string]bool, error) {
	m := flagSet(s)
	for f := range m {
		if !knownFlags[f] {
			return nil, fmt.Errorf("flag %q is unknown", f)
		}
	}
	return m, nil
}

// loadOffices spells "{d}" out with every department.
func (l *lexicon) loadOffices() error {
	var departments [][2]string
	err := eachRow("departments.txt", func(c []string) error {
		departments = append(departments, [2]string{c[0], c[1]})
		return nil
	})
	if err != nil {
		return err
	}
	return eachRow("offices.txt", func(c []string) error {
		f, err := flags(c[2])
		if err != nil {
			return err
		}
		if !strings.Contains(c[0], "{d}") {
			l.offices[c[0]] = noun{name: c[1], flags: f}
			return nil
		}
		for _, d := range departments {
			k := strings.ReplaceAll(c[0], "{d}", d[0])
			if _, ok := l.offices[k]; !ok {
				l.offices[k] = noun{name: strings.ReplaceAll(c[1], "{d}", d[1]), flags: f}
			}
		}
		return nil
	})
}

func (l *lexicon) addPerson(c []string) error {
	f, err := flags(c[1])
	l.persons[c[0]] = noun{name: c[0], flags: f}
	return err
}

func (l *lexicon) addOrg(c []string) error {
	f, err := flags(c[2])
	l.orgs[c[0]] = noun{name: c[0], kind: c[1], flags: f}
	return err
}

func (l *lexicon) addPlural(c []string) error {
	n := 0
	if c[2] != "*" {
		if _, err := fmt.Sscan(c[2], &n); err != nil {
			return fmt.Errorf("count %q: want a number or *", c[2])
		}
	}
	l.plurals[c[0]] = plural{kind: c[1], count: n}
	return nil
}

func (l *lexicon) addPronoun(c []string) error {
	l.pronouns[c[0]] = pronoun{c[1], c[2], c[3], c[4]}
	return nil
}

func (l *lexicon) addBody(c []string) error {
	f, err := flags(c[1])
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(c[2], ",") {
		name, organ, _ := strings.Cut(strings.TrimSpace(name), "=")
		first, _, _ := strings.Cut(c[2], ",")
		for _, key := range []string{foldTokens(splitName(name)), foldTokens(strings.Fields(name))} { // "Inter-American" is one token or three
			l.bodies[key] = body{short: c[0], armed: f["armed"], name: name, organ: organ, main: strings.TrimSpace(first)}
			begin, _, _ := strings.Cut(key, " ")
			l.bodyStart[begin] = true
		}
	}
	return nil
}

// splitName cuts a name as the tokenizer does: at blanks, hyphens and apostrophes.
func splitName(s string) []string {
	s = strings.NewReplacer("-", " - ", "'s", " 's", "s'", "s '", "+", " + ").Replace(s)
	return strings.Fields(s)
}

// foldTokens joins tokens into the key of a body: points dropped; case kept for
// short names, so that "who" is not the WHO.
func foldTokens(tokens []string) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(t, ".", ""))
	}
	return b.String()
}

func (l *lexicon) addMetonym(c []string) error {
	for name := range strings.SplitSeq(c[1], ",") {
		name = strings.TrimSpace(name)
		key := foldTokens(splitName(name))
		l.bodies[key] = body{short: c[0], name: name, seat: true}
		first, _, _ := strings.Cut(key, " ")
		l.bodyStart[first] = true
	}
	return nil
}

// org finds the row of a body's noun; plurals that are lemmas of their own
// ("troops", "forces") have that of the singular.
func (l *lexicon) org(lemma string) (noun, bool) {
	row, ok := l.orgs[lemma]
	if !ok {
		row, ok = l.orgs[strings.TrimSuffix(lemma, "s")]
	}
	return row, ok
}

func (l *lexicon) addRegion(c []string) error {
	if len(c[0]) != 3 {
		return fmt.Errorf("state %q is no ISO alpha-3 code", c[0])
	}
	for name := range strings.SplitSeq(c[1], ",") {
		name = strings.TrimSpace(name)
		l.regions[name] = c[0]
		if first, _, two := strings.Cut(name, " "); two && l.regions[first] == "" {
			l.regions[first] = "" // it may begin one
		}
	}
	return nil
}

// force is a row of forces.txt: for which state an armed body acts, and since when.
type force struct {
	state string
	since dateline.Day // NoDay: always
}

// on reports whether a body acts for its state on a day; a body of none never does.
func (f force) on(day dateline.Day) bool {
	return f.state != "" && (!f.since.Known() || !day.Known() || day >= f.since)
}

func (l *lexicon) addForce(c []string) error {
	if len(c[1]) != 3 {
		return fmt.Errorf("state %q is no ISO alpha-3 code", c[1])
	}
	f := force{c[1], dateline.NoDay}
	if c[2] != "" {
		var err error
		if f.since, err = dateline.ParseDay(c[2]); err != nil {
			return err
		}
	}
	l.forces[c[0]] = f
	return nil
}

// twin is a row of twins.txt: the other place of a state's name.
type twin struct {
	state string
	cues  map[string]bool // lower case
}

func (l *lexicon) addTwin(c []string) error {
	t := twin{c[1], map[string]bool{}}
	for w := range strings.SplitSeq(c[2], ",") {
		if w = strings.TrimSpace(w); w != "" {
			t.cues[w] = true
		}
	}
	if len(t.cues) == 0 {
		return fmt.Errorf("%s without words that tell it", c[0])
	}
	l.twins[c[0]] = t
	return nil
}
