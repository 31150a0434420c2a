package facts

import (
	_ "embed"
	"sync"

	"dateline"
)

//go:embed data/facts.bin
var packed string

// Facts answers from one set of facts. It is safe for concurrent use.
type Facts struct{ st *store }

// Default is the set that comes with Dateline, opened at the first call.
var Default = sync.OnceValue(func() *Facts {
	st, err := open(packed)
	if err != nil {
		panic(err) // the file is part of the program and tested
	}
	return &Facts{st}
})

// Open reads a packed set made by [Pack].
func Open(data []byte) (*Facts, error) {
	st, err := open(string(data))
	if err != nil {
		return nil, &dateline.Error{Kind: dateline.Data, Op: "open facts", Err: err}
	}
	return &Facts{st}, nil
}

// Lookup gives all that a name can stand for, best first; nil if it is unknown.
// Capitals count as written: "US" is a state, "us" is nothing.
func (f *Facts) Lookup(alias string) []Ref {
	h, w := hashOf(alias)
	return f.admitted(h, w)
}

// admitted gives the refs under h that a text written like w may mean. The
// slice is shared unless capitals rule out some of the refs.
func (f *Facts) admitted(h uint64, w writing) []Ref {
	lo, hi := f.st.aliases.find(h)
	lo, hi = lo/2, hi/2 // a ref takes two numbers
	refs := f.st.refs[lo:hi:hi]
	for i, r := range refs {
		if !w.admits(r.shape) {
			out := append([]Ref(nil), refs[:i]...)
			for _, r := range refs[i+1:] {
				if w.admits(r.shape) {
					out = append(out, r)
				}
			}
			return out
		}
	}
	return refs
}

// maxWords is how many tokens an alias may take in running text.
const maxWords = 14

// Match finds the longest alias that starts with token i: n is the number of
// tokens it takes (0: none), refs what it can stand for, best first. Tokens may
// split hyphenated names and points as they like. It allocates nothing, but
// where capitals tell the readings of one name apart.
func (f *Facts) Match(tokens []string, i int) (n int, refs []Ref) {
	var w writing
	k := emptyKey
	for j := i; j < len(tokens) && j < i+maxWords; j++ {
		before := k
		k = k.add(tokens[j], &w)
		if k == before { // punctuation: only inside a name
			if j == i || !joins(tokens[j]) {
				break
			}
			continue
		}
		h := k.mix()
		if found := f.admitted(h, w); len(found) > 0 {
			n, refs = j+1-i, found
		}
		if !f.st.begins(h) {
			break
		}
	}
	return n, refs
}

// joins reports whether punctuation may stand inside a name.
func joins(t string) bool {
	switch t {
	case "-", "–", "'", "’", ".", "&", "/", "‑":
		return true
	}
	return false
}

// ID is the identifier that stands in records: "p:Q…", "s:CHN", "o:UN", "c:…";
// a demonym or metonym has that of its state or organization, a title and a
// site their name.
func (f *Facts) ID(r Ref) string {
	switch r.Kind {
	case KindState, KindDemonym:
		return "s:" + f.st.state(int(r.N)).ISO3
	case KindPerson:
		p, _, _ := f.st.person(int(r.N))
		return p.ID
	case KindOrg:
		return f.st.org(int(r.N)).ID
	case KindCity:
		return f.st.city(int(r.N)).ID
	case KindMetonym:
		s := f.st.metonym(int(r.N)).State
		if len(s) == 3 && f.State(s) != nil {
			return "s:" + s
		}
		return "o:" + s
	case KindOffice:
		return "t:" + f.Title(r)
	}
	return "l:" + f.Site(r).Name
}

// StateOf is the state that a ref belongs to (ISO alpha-3, or the short name of
// an organization); "" if none.
func (f *Facts) StateOf(r Ref) string {
	switch r.Kind {
	case KindState, KindDemonym:
		return f.st.state(int(r.N)).ISO3
	case KindPerson:
		p, _, _ := f.st.person(int(r.N))
		return p.State
	case KindOrg:
		return f.st.org(int(r.N)).Acts()
	case KindCity:
		return f.st.city(int(r.N)).State
	case KindMetonym:
		return f.st.metonym(int(r.N)).State
	case KindSite, KindRegion:
		return f.Site(r).State
	}
	return ""
}

// Acts is what stands as "state" of an actor of the organization: its short
// name if it is international, else its home state.
func (o Org) Acts() string {
	if o.State == "" && o.Kind == "international" {
		return o.Short
	}
	return o.State
}

// Person of a ref of that kind.
func (f *Facts) Person(r Ref) Person {
	p, _, _ := f.st.person(int(r.N))
	return p
}

// Org of a ref of that kind.
func (f *Facts) Org(r Ref) Org { return f.st.org(int(r.N)) }

// CityOf is the city of a ref of that kind.
func (f *Facts) CityOf(r Ref) City { return f.st.city(int(r.N)) }

// Site of a ref of kind site or region.
func (f *Facts) Site(r Ref) Site { return f.st.site(int(r.N)) }

// Metonym of a ref of that kind.
func (f *Facts) Metonym(r Ref) Metonym { return f.st.metonym(int(r.N)) }

// Title is the office title of a ref of that kind, lower case.
func (f *Facts) Title(r Ref) string { return f.st.offices.record(int(r.N), f.st).s }
