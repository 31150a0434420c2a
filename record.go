package dateline

// Record is the reading of one article.
type Record struct {
	Article Article  `json:"article"`
	Events  []Event  `json:"events"`
	Quotes  []Quote  `json:"quotes,omitempty"`
	Times   []Timex  `json:"times,omitempty"`
	People  []Person `json:"people,omitempty"`
	Doubts  []Doubt  `json:"doubts,omitempty"`
}

// Status is what the article, as of its date, says of an event.
type Status string

const (
	Happened  Status = "happened"
	Ongoing   Status = "ongoing"
	Planned   Status = "planned"
	Possible  Status = "possible"
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
	Not       Status = "not" // said not to have happened, denied, refused
)

// Statuses lists all of them in the order of their certainty.
var Statuses = []Status{Happened, Ongoing, Planned, Possible, Postponed, Cancelled, Not}

// Type is a PLOVER category, or OFFICE.
type Type string

const (
	Agree     Type = "AGREE"
	Consult   Type = "CONSULT"
	Support   Type = "SUPPORT"
	Concede   Type = "CONCEDE"
	Cooperate Type = "COOPERATE"
	Aid       Type = "AID"
	Retreat   Type = "RETREAT"
	Request   Type = "REQUEST"
	Accuse    Type = "ACCUSE"
	Reject    Type = "REJECT"
	Threaten  Type = "THREATEN"
	Protest   Type = "PROTEST"
	Sanction  Type = "SANCTION"
	Mobilize  Type = "MOBILIZE"
	Coerce    Type = "COERCE"
	Assault   Type = "ASSAULT"
	Office    Type = "OFFICE" // ours: elected, appointed, sworn in, arrives, leaves, dies in office
)

// Types lists all of them in the codebook's order.
var Types = []Type{
	Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse,
	Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault, Office,
}

// Event is one occurrence as one article tells it.
type Event struct {
	ID         string     `json:"id"`
	Type       Type       `json:"type"`
	Mode       string     `json:"mode"` // CONSULT: visit, meet, call, multilateral, mediate; else PLOVER's mode or ""
	CAMEO      string     `json:"cameo,omitempty"`
	Trigger    string     `json:"trigger"` // the words as written
	Actors     []Actor    `json:"actors"`
	Recipients []Actor    `json:"recipients"`
	Place      *Place     `json:"place"`
	When       *When      `json:"when"` // nil: not told
	Status     Status     `json:"status"`
	Confidence float64    `json:"confidence"` // 0..1, that the event was read rightly
	Source     *Actor     `json:"source"`     // who says so; nil: the article itself
	Size       *Size      `json:"size,omitempty"`
	Evidence   []Evidence `json:"evidence"`
	Relations  []Relation `json:"relations,omitempty"`
	Doubts     []Doubt    `json:"doubts,omitempty"` // in a ledger: those of the article about this event

	// Trace tells how the event was read, for `dateline explain`; it does not leave in JSON.
	Trace *Trace `json:"-"`
}

// Actor is a person, state, organization or group in an event.
type Actor struct {
	ID     string `json:"id,omitempty"` // "p:…" person, "s:NOR" state, "o:…" organization, "x:…" other
	Name   string `json:"name"`         // the fullest form that the text gives
	State  string `json:"state"`        // ISO 3166-1 alpha-3, an organization's short name, or ""
	Office string `json:"office,omitempty"`
	// Holder is the person who held the office on the day of the event, if the text names
	// only the office.
	Holder string `json:"holder,omitempty"`
}

// Place is where an event is.
type Place struct {
	Name  string  `json:"name"`
	State string  `json:"state"`
	Lat   float64 `json:"lat,omitempty"`
	Lon   float64 `json:"lon,omitempty"`
}

// When is the span of days in which an event lies.
type When struct {
	Span
	EDTF string `json:"edtf,omitempty"`
	Text string `json:"text,omitempty"` // the words that tell it; "" if by default rule
	Part string `json:"part,omitempty"` // morning, noon, afternoon, evening, night
	Time string `json:"time,omitempty"` // clock time with zone if told, "18:30Z"
}

// Size is what is told of an event's extent; nil fields are not told.
type Size struct {
	Killed   *int   `json:"killed,omitempty"`
	Wounded  *int   `json:"wounded,omitempty"`
	Arrested *int   `json:"arrested,omitempty"`
	Troops   *int   `json:"troops,omitempty"`
	Persons  *int   `json:"persons,omitempty"` // diplomats expelled, protesters, hostages
	Money    string `json:"money,omitempty"`   // "USD 100000000"
}

// Evidence is a piece of the article that proves an event; byte offsets into its
// text, or into its title.
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	In    string `json:"in,omitempty"` // InTitle; "": the text
}

// InTitle is the [Evidence.In] of what an article's title proves.
const InTitle = "title"

// Relation ties an event to another of the same record, or to what the text tells
// in words that are no event: Event is then empty.
type Relation struct {
	Kind  string `json:"kind"`           // part-of, caused, disrupted-by, follows-up, same-series, replaces
	Event string `json:"event"`          // id within the record; in a ledger, the key of a report
	Text  string `json:"text,omitempty"` // the words, if no event stands for them
}

// Quote is an attribution: who said what to whom. Start and End span the content,
// the cue among it where it stands in the middle; Parts then tells the pieces.
type Quote struct {
	Speaker *Actor     `json:"speaker"`
	To      *Actor     `json:"to"`
	Verb    string     `json:"verb"`
	Class   QuoteClass `json:"class"`
	Direct  bool       `json:"direct"`
	Start   int        `json:"start"`
	End     int        `json:"end"`
	Text    string     `json:"text"`
	Parts   [][2]int   `json:"parts,omitempty"` // bytes of the pieces if there is more than one
	When    *When      `json:"when,omitempty"`
	Quotes  []Quote    `json:"quotes,omitempty"` // told within this one: "Lind said that Berg had denied it"
}

// QuoteClass is what the cue of a quote does with the content.
type QuoteClass string

const (
	QuoteSay   QuoteClass = "say"   // a statement
	QuoteDeny  QuoteClass = "deny"  // the speaker denies it
	QuoteThink QuoteClass = "think" // a belief, hope, wish or plan
	QuoteLearn QuoteClass = "learn" // the speaker found it out
	QuoteAct   QuoteClass = "act"   // the words do something: a demand, a promise, a charge
	QuoteFeel  QuoteClass = "feel"  // an attitude towards the content, without words
	QuoteNoun  QuoteClass = "noun"  // a noun with its content: "the claim that"
)

// Statement reports whether the quote tells what its speaker holds to be so, not
// only what he does with words or feels.
func (q *Quote) Statement() bool {
	return q.Direct || q.Class != QuoteAct && q.Class != QuoteFeel && q.Speaker != nil
}

// Timex is a time expression: TIMEX3's attributes and the span of days. Byte offsets.
type Timex struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Type     string `json:"type"` // DATE, TIME, DURATION, SET
	Value    string `json:"value"`
	Mod      string `json:"mod,omitempty"`
	Quant    string `json:"quant,omitempty"`
	Freq     string `json:"freq,omitempty"`
	Earliest Day    `json:"earliest"`
	Latest   Day    `json:"latest"`
	EDTF     string `json:"edtf,omitempty"`
}

// Person is somebody whom the article names.
type Person struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	State    string    `json:"state,omitempty"`
	Offices  []string  `json:"offices,omitempty"`
	Mentions []Mention `json:"mentions,omitempty"`
}

// Mention is a piece of text that refers to somebody; byte offsets.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Doubt points out where the article contradicts itself or the known facts.
type Doubt struct {
	Kind  string `json:"kind"` // contradiction, disputed, date, repeated
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Why   string `json:"why"`

	Events []string `json:"events,omitempty"` // ids of the events whose evidence it touches
}

// Trace is the story of how an event was read.
type Trace struct {
	Sentence int      // index of the sentence of the first mention
	Trigger  [2]int   // byte offsets of the trigger
	Rule     string   // file:line of the table row that fired
	Steps    []string // one line a decision, in order
}
