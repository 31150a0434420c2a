package lang

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed tables/kinds.txt
var kindTable string

// kinds are names whose kind is certain, and words for offices.
type kinds struct {
	known map[string]NameKind
	roles map[string]bool
}

var nameKinds = sync.OnceValue(func() *kinds {
	k := &kinds{known: map[string]NameKind{}, roles: map[string]bool{}}
	eachRow("lang/tables/kinds.txt", kindTable, func(class string, words []string) error {
		for _, w := range words {
			w = strings.ReplaceAll(w, "_", " ")
			switch class {
			case "NORP", "LOC":
				k.known[w] = NameKind(class)
			case "role":
				k.roles[w] = true
			default:
				return fmt.Errorf("unknown class %q", class)
			}
		}
		return nil
	})
	return k
})

// mendNames makes the names of a document agree with each other and with what
// is certain. The model reads sentence by sentence; a text calls the same thing
// by the same name.
func (d *Doc) mendNames() {
	k := nameKinds()
	out := d.Names[:0]
	for _, n := range d.Names {
		if n = d.trimName(n); n.First >= n.Last {
			continue
		}
		w := d.Words(n.First, n.Last)
		if kind, ok := k.known[w]; ok {
			n.Kind = kind
		}
		if n.Kind == PER && n.Last == n.First+1 && k.roles[w] {
			continue
		}
		out = append(out, n)
	}
	d.Names = out
	d.addMissed(NORP, func(t *Token) bool { // nationalities that the model missed
		return k.known[t.Form] == NORP && (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN")
	})
	d.surnames(k)
}

// trimName takes marks and small function words off the ends of a name.
func (d *Doc) trimName(n Name) Name {
	for n.First < n.Last && d.outside(n.First) {
		n.First++
	}
	for n.Last > n.First && d.outside(n.Last-1) {
		n.Last--
	}
	return n
}

// outside reports whether a token cannot begin or end a name.
func (d *Doc) outside(i int) bool {
	switch d.Tokens[i].Form {
	case "of", "and", "the", "or", "in", "for", "v.", "vs.", "'s", ",", "-", "--", `"`, "'", "(", ")", ":", ";":
		return true
	}
	return false
}

// surnames gives a person's last name, once told in full, to the person
// wherever it stands alone.
func (d *Doc) surnames(k *kinds) {
	last := d.lastNames(k)
	for i := range d.Names {
		n := &d.Names[i]
		if n.Last == n.First+1 && n.Kind != NORP && last[d.Tokens[n.First].Form] {
			n.Kind = PER
		}
	}
	d.addMissed(PER, func(t *Token) bool {
		return t.UPOS == "PROPN" && len(t.Form) > 3 && last[t.Form]
	})
}

// lastNames are the last words of persons' names of two words or more that
// stand in no longer name of another kind.
func (d *Doc) lastNames(k *kinds) map[string]bool {
	last := map[string]bool{}
	for _, n := range d.Names {
		if w := d.Tokens[n.Last-1].Form; n.Kind == PER && n.Last > n.First+1 && k.known[w] == "" && !k.roles[w] {
			last[w] = true
		}
	}
	for _, n := range d.Names {
		if n.Kind != PER && n.Last > n.First+1 {
			for _, t := range d.Tokens[n.First:n.Last] {
				delete(last, t.Form)
			}
		}
	}
	return last
}

// addMissed makes names of single tokens outside all names.
func (d *Doc) addMissed(kind NameKind, is func(*Token) bool) {
	var more []Name
	next := 0
	for i := range d.Tokens {
		for next < len(d.Names) && d.Names[next].Last <= i {
			next++
		}
		if next < len(d.Names) && d.Names[next].First <= i {
			continue
		}
		if is(&d.Tokens[i]) {
			more = append(more, Name{i, i + 1, kind})
		}
	}
	if len(more) > 0 {
		d.Names = append(d.Names, more...)
		slices.SortFunc(d.Names, func(a, b Name) int { return a.First - b.First })
	}
}
