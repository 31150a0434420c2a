package what

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"dateline"
)

//go:embed tables/*.txt
var tableFiles embed.FS

// Tables are all the rules of the room, indexed by lemma.
type Tables struct {
	Verbs, Nouns, Lights []*Row
	Status               []StatusRow
	Classes              map[string]*Class

	verb, noun map[string][]*Row
	light      map[string][]*LightRow
	lights     []*LightRow
	status     map[string][]StatusRow // by kind + " " + lemma
	known      map[string]bool        // every lemma that some table speaks of
}

// LightRow is a light or aspect verb: it has no meaning of its own, passes its
// companions on to an event noun and says what becomes of the event.
type LightRow struct {
	Row
	Effect Effect
}

// Effect is what a governing word does to the standing of the event below it.
type Effect string

// Effects beside the statuses themselves.
const (
	Same        Effect = "same"        // passes on what holds of itself
	Wanted      Effect = "wanted"      // somebody wants or asks for it
	Conditional Effect = "conditional" // holds only if something else does
	Fell        Effect = "fell"        // a plan of the past that did not come true
	Denied      Effect = "denied"      // somebody denies it
)

func knownEffect(e Effect) bool {
	switch e {
	case Same, Wanted, Conditional, Fell, Denied:
		return true
	}
	for _, s := range dateline.Statuses {
		if Effect(s) == e {
			return true
		}
	}
	return false
}

// StatusRow is a word that tells the standing of an event: an auxiliary, an
// adverb, an adjective of an event noun, a verb over an infinitive.
type StatusRow struct {
	File    string
	Line    int
	Kind    string // verb, adj, noun, aux, adv, amod, prep, mark, pred
	Lemma   string
	Frames  []string // what hangs on it: inf, that, ing, s, o or a preposition
	Effect  Effect
	Example string
}

var statusKinds = words("verb adj noun aux adv amod prep mark pred")

// Load reads the tables that are built in. It is done once.
var Load = sync.OnceValues(func() (*Tables, error) { return load(tableFiles) })

// load reads all tables of a file system, and reports everything that is wrong
// with them at once.
func load(fsys fs.FS) (*Tables, error) {
	t := &Tables{
		Classes: map[string]*Class{}, verb: map[string][]*Row{}, noun: map[string][]*Row{},
		light: map[string][]*LightRow{}, status: map[string][]StatusRow{},
	}
	files, err := fs.Glob(fsys, "tables/*.txt")
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(files, func(a, b string) int { return rank(a) - rank(b) })
	var errs []error
	for _, f := range files {
		b, err := fs.ReadFile(fsys, f)
		if err != nil {
			return nil, err
		}
		name := strings.TrimPrefix(f, "tables/")
		for _, l := range cutLines(name, string(b)) {
			if err := t.add(l); err != nil {
				errs = append(errs, err)
			}
		}
	}
	errs = append(errs, t.link()...)
	if len(errs) > 0 {
		return nil, &dateline.Error{Kind: dateline.Data, Op: "load event tables", Err: errors.Join(errs...)}
	}
	return t, nil
}

// before is the order in which categories are tried: of two rows that fit a sentence
// alike, the one whose category stands first wins ("imposed restrictions on Norland" is
// SANCTION rather than COERCE), and within a category the row that stands first.
var before = strings.Fields("protest assault consult sanction reject aid support cooperate threaten request concede agree retreat office accuse coerce mobilize")

// rank is the place of a table in that order, by its file's name: first of all one that is
// of no category.
func rank(file string) int { return slices.Index(before, category(file)) }

// category is what a table's name says behind the kind of its rows: "accuse" for
// "verbs_accuse.txt".
func category(file string) string {
	_, c, _ := strings.Cut(strings.TrimSuffix(file, ".txt"), "_")
	return c
}

// add reads one line into the table that its file's name tells.
func (t *Tables) add(l line) error {
	switch kind, _, _ := strings.Cut(strings.TrimSuffix(l.file, ".txt"), "_"); kind {
	case "verbs", "nouns":
		rows, err := parseRows(l, kind == "nouns")
		if err != nil {
			return err
		}
		if c := category(l.file); slices.Contains(before, c) && !strings.EqualFold(string(rows[0].Type), c) {
			return l.errorf("%s stands in the table of %s", rows[0].Type, strings.ToUpper(c))
		}
		for _, r := range rows {
			if r.Noun {
				t.Nouns = append(t.Nouns, r)
				t.noun[r.Lemma] = append(t.noun[r.Lemma], r)
			} else {
				t.Verbs = append(t.Verbs, r)
				t.verb[r.Lemma] = append(t.verb[r.Lemma], r)
			}
		}
	case "light":
		return t.addLight(l)
	case "status":
		return t.addStatus(l)
	case "classes":
		return t.addClass(l)
	default:
		return l.errorf("the file's name must begin with verbs, nouns, light, status or classes")
	}
	return nil
}

func (t *Tables) addLight(l line) error {
	if len(l.cells) < 3 || len(l.cells) > 4 {
		return l.errorf("want `verb | slots | effect | example`, got %d columns", len(l.cells))
	}
	slots, err := parseSlots(l, l.cells[1], false, true)
	if err != nil {
		return err
	}
	events := 0
	for _, s := range slots {
		if s.Has('E') {
			events++
		}
	}
	if events != 1 {
		return l.errorf("a light verb has one slot E, the event noun; got %d", events)
	}
	effect := Effect(l.cells[2])
	if !knownEffect(effect) {
		return l.errorf("effect %q is no status and none of same, wanted, conditional, fell, denied", effect)
	}
	for lemma := range strings.SplitSeq(l.cells[0], ",") {
		r := &LightRow{Row: Row{File: l.file, Line: l.n, Slots: slots}, Effect: effect}
		if len(l.cells) == 4 {
			r.Example = l.cells[3]
		}
		if err := r.setLemma(l, strings.TrimSpace(lemma)); err != nil {
			return err
		}
		r.weight = r.specificity()
		t.lights = append(t.lights, r)
		t.Lights = append(t.Lights, &r.Row)
		t.light[r.Lemma] = append(t.light[r.Lemma], r)
	}
	return nil
}

func (t *Tables) addStatus(l line) error {
	if len(l.cells) < 3 || len(l.cells) > 4 {
		return l.errorf("want `kind words | frames | effect | example`, got %d columns", len(l.cells))
	}
	kind, lemmas, _ := strings.Cut(l.cells[0], " ")
	if !statusKinds[kind] {
		return l.errorf("kind %q is none of verb, adj, noun, aux, adv, amod, prep, mark, pred", kind)
	}
	r := StatusRow{File: l.file, Line: l.n, Kind: kind, Frames: strings.Fields(l.cells[1]), Effect: Effect(l.cells[2])}
	for _, f := range r.Frames {
		if !slotNames[f] && !prepositions[f] {
			return l.errorf("frame %q: no such place", f)
		}
	}
	if !knownEffect(r.Effect) {
		return l.errorf("effect %q is no status and none of same, wanted, conditional, fell, denied", r.Effect)
	}
	if len(l.cells) == 4 {
		r.Example = l.cells[3]
	}
	for lemma := range strings.SplitSeq(lemmas, ",") {
		r.Lemma = strings.TrimSpace(lemma)
		if r.Lemma == "" {
			return l.errorf("a word is missing")
		}
		t.Status = append(t.Status, r)
		key := r.Kind + " " + r.Lemma
		t.status[key] = append(t.status[key], r)
	}
	return nil
}
