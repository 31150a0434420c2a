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
	d.addGroups(k)
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

// addGroups marks adjectives and nouns of nationality that the model missed.
func (d *Doc) addGroups(k *kinds) {
	var more []Name
	next := 0
	for i := range d.Tokens {
		for next < len(d.Names) && d.Names[next].Last <= i {
			next++
		}
		if next < len(d.Names) && d.Names[next].First <= i {
			continue
		}
		if t := &d.Tokens[i]; k.known[t.Form] == NORP && (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN") {
			more = append(more, Name{i, i + 1, NORP})
		}
	}
	d.insert(more)
}

// surnames gives a person's last name, once told in full, to the person
// wherever it stands alone.
func (d *Doc) surnames(k *kinds) {
	last := map[string]bool{}   // last words of persons' names
	others := map[string]bool{} // words inside longer names of other kinds
	for _, n := range d.Names {
		if n.Last == n.First+1 {
			continue
		}
		if n.Kind == PER {
			last[d.Tokens[n.Last-1].Form] = true
			continue
		}
		for _, t := range d.Tokens[n.First:n.Last] {
			others[t.Form] = true
		}
	}
	for i := range d.Names {
		n := &d.Names[i]
		if w := d.Tokens[n.First].Form; n.Last == n.First+1 && n.Kind == ORG && last[w] && !others[w] && k.known[w] == "" {
			n.Kind = PER
		}
	}
}

// insert adds names in order of text.
func (d *Doc) insert(more []Name) {
	if len(more) == 0 {
		return
	}
	d.Names = append(d.Names, more...)
	slices.SortFunc(d.Names, func(a, b Name) int { return a.First - b.First })
}
