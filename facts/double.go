package facts

import (
	"slices"
	"strings"
)

// MergeDoubles joins two entries of one person whom sources spell differently:
// both took the same post, which one person at a time holds, on the same day,
// and half of their words sound alike. The name by hand is kept, as news write
// it, and the Wikidata number as id.
func (b *Builder) MergeDoubles(single func(OfficeClass) bool) int {
	into := map[string]string{}
	keys := make([]string, 0, len(b.inpost))
	for k := range b.inpost {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		posts := b.inpost[k]
		class := OfficeClass(k[strings.IndexByte(k, '|')+1:])
		for _, i := range posts {
			h := &b.Holdings[i]
			if !single(class) || h.Source != HandSource {
				continue
			}
			for _, j := range posts {
				o := &b.Holdings[j]
				if i != j && h.Person.ID != o.Person.ID && o.From.Known() && abs(int(o.From-h.From)) <= 1 && b.halfAlike(h.Person.ID, o.Person.ID) {
					b.pair(into, h.Person.ID, o.Person.ID)
				}
			}
		}
	}
	b.join(into)
	return len(into)
}

func abs(n int) int { return max(n, -n) }

// halfAlike reports whether half of the words of two persons' names sound alike.
func (b *Builder) halfAlike(p, q string) bool {
	x := strings.Fields(Fold(b.Persons[b.byID[p]].Name))
	y := strings.Fields(Fold(b.Persons[b.byID[q]].Name))
	x = slices.DeleteFunc(x, func(w string) bool { return particles[w] })
	y = slices.DeleteFunc(y, func(w string) bool { return particles[w] })
	return likeness(x, y) >= 0.5
}

// pair notes that two are one; the one with a Wikidata number stays.
func (b *Builder) pair(into map[string]string, hand, other string) {
	keep, gone := other, hand
	if strings.HasPrefix(hand, "p:Q") {
		if strings.HasPrefix(other, "p:Q") {
			return // two numbers: not for us to say
		}
		keep, gone = hand, other
	}
	if into[keep] != "" || into[gone] != "" {
		return
	}
	into[gone] = keep
	k, g := &b.Persons[b.byID[keep]], &b.Persons[b.byID[gone]]
	if gone == hand { // the hand's spelling leads
		k.Aliases = union([]string{k.Name}, k.Aliases)
		k.Name, k.Gender = g.Name, g.Gender
		if g.Surname != "" {
			k.Surname = g.Surname
		}
		k.Aliases = union(k.Aliases, g.Aliases)
		return
	}
	k.Aliases = union(k.Aliases, append([]string{g.Name}, g.Aliases...))
}

// join moves the holdings of those that went and drops their entries.
func (b *Builder) join(into map[string]string) {
	for i := range b.Holdings {
		if k := into[b.Holdings[i].Person.ID]; k != "" {
			b.Holdings[i].Person.ID = k
		}
	}
	b.Persons = slices.DeleteFunc(b.Persons, func(p Person) bool { return into[p.ID] != "" })
	b.byID = map[string]int{}
	for i, p := range b.Persons {
		b.byID[p.ID] = i
	}
}
