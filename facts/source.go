package facts

// Source is everything that Pack packs: the unpacked facts.
type Source struct {
	States   []State
	Persons  []Person
	Orgs     []Org
	Cities   []City
	Sites    []Site
	Metonyms []Metonym
	Holdings []Holding // Person.ID says whose
	Summits  []Summit
	Offices  []string // titles to be recognised in running text
	Regimes  []Regime
	Genders  []GenderOf
}

// Regime says which office is head of state and which governs.
type Regime struct {
	State            string
	HeadOfState      OfficeClass
	HeadOfGovernment OfficeClass
	Leader           OfficeClass
}

// GenderOf is a first name with the gender it tells, in one tradition.
type GenderOf struct {
	Name   string // folded
	Gender string // f, m
}
