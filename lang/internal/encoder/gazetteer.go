package encoder

import (
	"slices"
	"strings"
)

// Class is a set of bits that a gazetteer knows of a name.
type Class uint16

// Classes of names. The first matchClasses are matched over several tokens;
// Given and Surname are parts of persons' names.
const (
	Country Class = 1 << iota
	Demonym
	City // large or a capital
	Town
	Person
	Organization
	Region
	Given
	Surname
	matchClasses = 7
)

// Gazetteer is a set of names with their classes, kept as hashes.
type Gazetteer struct {
	Hashes  []uint64
	Classes []Class
	index   table
}

// maxNameTokens bounds the length of a match.
const maxNameTokens = 6

// NewGazetteer takes names as tokens joined by single spaces, in lower case.
func NewGazetteer(names map[string]Class) *Gazetteer {
	keys := make([]string, 0, len(names))
	for n := range names {
		keys = append(keys, n)
	}
	slices.Sort(keys)
	g := &Gazetteer{}
	for _, n := range keys {
		g.Hashes = append(g.Hashes, hash(2, n))
		g.Classes = append(g.Classes, names[n])
	}
	g.build()
	return g
}

func (g *Gazetteer) build() {
	g.index = newTable(len(g.Hashes))
	for i, h := range g.Hashes {
		g.index.put(h, int32(g.Classes[i]))
	}
}

// mark sets the flags of tokens that lie in names. Longer matches win; a match
// begins with a capital.
func (g *Gazetteer) mark(forms []string, flags []uint32) {
	const spans = Class(1<<matchClasses - 1)
	for i := 0; i < len(forms); {
		if !isUpperFirst(forms[i]) {
			i++
			continue
		}
		best, class := 0, Class(0)
		name := ""
		for k := 0; k < maxNameTokens && i+k < len(forms); k++ {
			if k > 0 {
				name += " "
			}
			name += strings.ToLower(forms[i+k])
			c := Class(g.index.get(hash(2, name)))
			if k == 0 {
				if c&Given != 0 {
					flags[i] |= 1 << flagGiven
				}
				if c&Surname != 0 {
					flags[i] |= 1 << flagSurname
				}
			}
			if c&spans != 0 {
				best, class = k+1, c&spans
			}
		}
		for b := range matchClasses {
			if class&(1<<b) == 0 {
				continue
			}
			flags[i] |= 1 << (flagGazetteer + 2*b)
			for k := 1; k < best; k++ {
				flags[i+k] |= 1 << (flagGazetteer + 2*b + 1)
			}
		}
		for k := 1; k < best; k++ {
			c := Class(g.index.get(hash(2, strings.ToLower(forms[i+k]))))
			if c&Given != 0 {
				flags[i+k] |= 1 << flagGiven
			}
			if c&Surname != 0 {
				flags[i+k] |= 1 << flagSurname
			}
		}
		i += max(1, best)
	}
}
