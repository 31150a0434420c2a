package facts

import "dateline"

// Kind is what a name can stand for.
type Kind uint8

// The kinds, in the order in which equal priors are listed.
const (
	KindState Kind = iota
	KindOrg        // organization, party, armed group, court, company
	KindPerson
	KindOffice  // a title: "foreign minister"
	KindDemonym // "Chinese", "Saudis"
	KindMetonym // "the Kremlin", "Foggy Bottom"
	KindCity
	KindSite   // palace, guesthouse, base, border crossing
	KindRegion // province, sea, continent, region: a place that is no state
)

var kindNames = [...]string{"state", "org", "person", "office", "demonym", "metonym", "city", "site", "region"}

// String is the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Ref is one thing that a name can stand for. Its fields other than Kind and
// Prior are for [Facts.ID], [Facts.Person], [Facts.CityOf] and the like.
type Ref struct {
	N     uint32 // index into the table of its kind
	Kind  Kind
	shape shape
	prior uint16
}

// Prior is how likely this reading is with nothing else known, 0..1; the priors
// of one name need not sum to 1.
func (r Ref) Prior() float64 { return float64(r.prior) / 65535 }

// State is a state or territory.
type State struct {
	ISO3, ISO2     string
	Name, Official string
	Aliases        []string
	Demonyms       []string // "Chinese", "Saudis"; the adjectives too
	Adjective      string
	Capital        string
	Lat, Lon       float64 // of the capital, degrees; 0, 0 if unknown
	Region         string  // "Asia"
	Subregion      string
	UN             bool // member of the United Nations
	Independent    bool
	Source         string
}

// Person is somebody known by name.
type Person struct {
	ID      string // "p:Q…" by Wikidata, or "p:" and the folded name
	Name    string // as news write it
	Surname string // the part that stands alone in news
	State   string // ISO 3166-1 alpha-3, or an organization's short name
	Gender  string // "f", "m" or "" unknown
	Aliases []string
}

// Org is an organization that acts: its short name serves as "state" of its
// officers ("UN", "EU").
type Org struct {
	ID      string // "o:UN"
	Short   string
	Name    string
	Kind    string // international, party, armed, court, company, ministry, parliament, movement
	State   string // ISO alpha-3 of its home, "" if international
	Aliases []string
	Members []string // ISO alpha-3
	Source  string
}

// Metonym is a place or building that stands for a government or a part of it.
type Metonym struct {
	Word   string
	State  string // ISO alpha-3, or an organization's short name
	Stands string // government, presidency, foreign ministry, defence ministry, parliament, …
	Place  string // the city where it is, if it is a place
	Source string
}

// City is a populated place.
type City struct {
	ID         string // "c:" and the GeoNames number
	Name       string
	Alt        string // another spelling, if any
	State      string
	Lat, Lon   float64
	Population int
	Capital    bool
}

// Site is a place smaller than a city, or larger than one but no state.
type Site struct {
	Name     string
	Kind     string // palace, guesthouse, base, crossing, province, sea, region, …
	State    string
	City     string
	Lat, Lon float64
	Aliases  []string
}

// Holding is one spell of an office.
type Holding struct {
	Person  Person
	State   string
	Title   string // as the source has it
	Classes []OfficeClass
	From    dateline.Day // NoDay: unknown
	To      dateline.Day // last day; NoDay: open or unknown
	AsOf    dateline.Day // up to when the source looked
	Source  string

	// LastKnown says that the day asked for lies after AsOf and no later
	// holder is known: the person may have left since.
	LastKnown bool
	// Inexact says that From or To is known only to the month or year.
	Inexact bool
}

// Summit is one meeting of a series that recurs.
type Summit struct {
	Series string // "G20", "APEC"
	Name   string
	dateline.Span
	State  string
	City   string
	Source string
}
