package when

import "math"

// kind tells what a node means.
type kind uint8

const (
	kNone   kind = iota
	kNum         // a number, maybe vague ("several")
	kUnit        // a calendar unit
	kCode        // a code from the word table: mod, reference, zone
	kDur         // an amount of time
	kDate        // calendar fields, some of them missing
	kRel         // last week, next May, the following day
	kShift       // two days ago, a year later, a week before Monday
	kNth         // the third quarter of 2009, the last week of March
	kSet         // every Tuesday, twice a year
	kRef         // now, recently, in the future
	kBlock       // no time at all: "Saturday Night Live"
	kPeriod      // the past three months: an amount of time with an anchor
	kAround      // late in the day, early on the morning of: unresolved container with mod
)

// unset is the mark of a calendar field that is not told.
const unset = math.MinInt32

// anchor tells what a relative expression hangs on.
type anchor uint8

const (
	onDCT   anchor = iota // last week, two days ago
	onStory               // the following day, two days later
	onEvent               // two days before the summit: resolved by its neighbour
)

// fields are those of a calendar date.
type fields struct {
	year, month, day, wday int // wday 1 = Monday … 7 = Sunday
	season                 int // 0 = spring … 3 = winter (northern, by name)
	quarter, half          int
	decade, century        int    // 198 = the 1980s; 19 = 1900–1999
	week                   int    // ISO week
	holiday                string // rule of a named day
	short                  bool   // year or decade has two digits
	weekend                bool
	bc                     bool
	bare                   bool // a year of three digits without its era
	fiscal                 bool
}

var noFields = fields{
	year: unset, month: unset, day: unset, wday: unset, season: unset,
	quarter: unset, half: unset, decade: unset, century: unset, week: unset,
}

// amount is n units of a grain. A vague one has no number (PXD).
type amount struct {
	n     float64
	vague bool
	grain Grain
	mul   int // decade = 10 years, fortnight = 2 weeks; 0 is 1
}

// node is the meaning of a piece of text before it is resolved. Nodes are
// never changed after they were built: rules copy.
type node struct {
	kind kind
	num  float64
	vague, plural,
	digits bool // written in digits
	code   string
	grain  Grain
	mul    int
	f      fields
	dur    []amount
	offset int // kRel: last = -1; kShift: direction; kNth: which, negative from the end
	anchor anchor
	base   *node // kShift: what it counts from; kNth: the container; kSet: what recurs; kRel: the target

	mod, quant, freq string
	part             string // MO MI AF EV NI DT
	clock, zone      string // "18:30", "Z"
	ordinal          bool
	typ              string // forces the TIMEX3 type
	def              bool   // "the …"
	years            bool   // fits a comparison with the same period a year before
}

func (n *node) copy() *node { c := *n; return &c }
