package what

import (
	"fmt"
	"strings"

	"dateline"
)

// Row is one sense of a verb or noun: a frame and what it means.
type Row struct {
	File string
	Line int

	Noun     bool
	Lemma    string
	Particle string   // of a phrasal verb: "off" of "call off"
	Mods     []string // lemmas that must modify a noun: "phone" of "phone call"
	Slots    []Slot

	Type    dateline.Type
	Mode    string
	CAMEO   string
	Example string

	weight int // how specific the row is; see specificity
}

// Where is the row's file:line.
func (r *Row) Where() string { return fmt.Sprintf("%s:%d", r.File, r.Line) }

// Slot is a place around a trigger and who or what may stand there.
type Slot struct {
	Name     string // s, o, io, inf, ing, that, poss, amod, comp, or a preposition
	Roles    string // upper case: A actor, R recipient, B symmetric side, P place, T theme, E event; combined as "RP"
	To       string // in light rows: the slot of the event noun that the filler passes on to
	Kinds    []Kind // what the filler may be; one must hold
	Classes  []ref  // word classes or literal lemmas of the filler's head; one must hold
	Required bool
	Absent   bool // the slot must be empty
}

// Kind is a constraint on a filler; a leading ! turns it round.
type Kind string

// ref is a word class of classes.txt or a list of lemmas written in the row.
type ref struct {
	class string
	words []string
	not   bool
}

// Has reports whether the filler takes the role.
func (s *Slot) Has(role byte) bool { return strings.IndexByte(s.Roles, role) >= 0 }

var kinds = map[Kind]bool{
	"any": true, "actor": true, "anyone": true, "person": true, "state": true, "org": true,
	"group": true, "armed": true, "place": true, "thing": true, "plural": true,
	"wish":      true, // a clause that tells what should be, not what is
	"menace":    true, // a clause that tells what will be suffered
	"ultimatum": true, // such a clause with what will be done otherwise
	"must":      true, // a clause that tells somebody else what he has to do
	"alleged":   true, // a clause that says that somebody else did something
	"behind":    true, // a clause that says that somebody else is behind a deed
	"judged":    true, // a clause that says of somebody's deed what it is
	"refusal":   true, // a clause that tells what the speaker will not do
	"due":       true, // a clause that tells what must be done, by nobody in particular
	"iffy":      true, // a clause that hangs on an "if"
	"negated":   true, // an infinitive with a "not"
	"stung":     true, // a clause that judges another's deed or tells it, in quoted words that do not praise
	"hostile":   true, // a clause of violence or force done by another
	"wrong":     true, // a clause of another's doing a thing that is blameworthy by its name
	"slur":      true, // a quoted word that does not praise
}

// slotNames are the places that rows may speak of, prepositions aside.
var slotNames = words("s o io inf ing that if poss amod comp as")

// prepositions that may name a slot; of several words they are joined by "_".
var prepositions = words(`about above across after against along ahead_of along_with alongside amid among around as at because_of
	before behind below between beyond by despite due_to during for from in in_favor_of in_favour_of in_front_of in_response_to
	in_support_of inside into near of off on on_behalf_of onto out_of outside over past prior_to since through throughout to
	together_with toward towards under until upon via with within without over_to up_to as_part_of in_protest_at against`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// specificity is higher the more a row asks for: it decides between the rows
// that fit a trigger.
func (r *Row) specificity() int {
	n := 0
	if r.Particle != "" {
		n += 6
	}
	n += 6 * len(r.Mods)
	for _, s := range r.Slots {
		switch {
		case s.Absent:
			n += 2
		case s.Required:
			n += 3
		}
		if s.Absent {
			continue
		}
		if len(s.Classes) > 0 {
			n += 4
		}
		for _, k := range s.Kinds {
			if k != "any" {
				n += 2
				break
			}
		}
	}
	return n
}
