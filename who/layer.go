package who

import "dateline/lang"

// Kind is what an entity is.
type Kind string

const (
	Person Kind = "person"
	State  Kind = "state" // a state, or its government, or its capital standing for it
	Org    Kind = "org"   // ministry, party, armed group, international organization, court, company
	Group  Kind = "group" // "protesters", "trade ministers from 11 countries", "the Kurds"
)

// Entity is somebody that the text speaks of, under all the names it uses.
type Entity struct {
	ID     string // stable across articles: "p:…", "s:NOR", "o:…", "x:…"
	Kind   Kind
	Name   string // the fullest form that the text gives
	State  string // ISO alpha-3 of the state it acts for, short name of an organization, or ""
	Office string // "foreign minister"; "" if none is told or known
	Holder string // person known to hold Office on the day, if the text names only the office
	Past   bool   // Office was held at the time that is told: "then minister", "former president"
	Gender string // "f", "m" or "" unknown
	Plural bool

	Political  bool // a political actor by the guidelines
	Armed      bool // an armed group or force
	Confidence float64
	Mentions   []int // indices into Layer.Mentions
	Why        []string

	noun    string   // lemma of the head noun of a nominal
	offices []string // those that the text tells besides Office
	looked  bool     // Office comes from the facts, of the article's day
	holder  string   // id of Holder
	retired bool     // once headed a state or its government, and acts for it no more
	guessed bool     // State comes from the words around, not from its own phrase
	civil   bool     // the text tells a trade and no office: "the singer"
}

// Mention is a piece of text that refers to one entity, or to several ("the
// pair", "Lind and her counterpart").
type Mention struct {
	First, Last int // tokens, Last exclusive
	Head        int // the token by which the tree holds it
	Form        Form
	Entities    []int // indices into Layer.Entities; one unless plural
}

// Form is how a mention refers.
type Form string

const (
	Named   Form = "name"
	Nominal Form = "nominal" // "the minister", "his counterpart"
	Pronoun Form = "pronoun"
	Adj     Form = "adjective" // "Chinese" in "Chinese officials"
)

// Layer is everybody in a text.
type Layer struct {
	Entities []Entity
	Mentions []Mention // in order of First

	doc    *lang.Doc
	byHead []int32        // token -> mention index, or -1
	seats  map[int32]bool // heads of towns and houses that stand for a state
}

// At gives the mention whose head is token i, or nil.
func (l *Layer) At(i int) *Mention {
	if i < 0 || i >= len(l.byHead) || l.byHead[i] < 0 {
		return nil
	}
	return &l.Mentions[l.byHead[i]]
}
