package who

import (
	"strings"

	"dateline/lang"
)

// former reports whether the words [first, last), or the one before them, say that
// an office is over: "former president", "then-defence minister", "then speaker".
func (r *reader) former(first, last int) bool {
	for j := first; j < last; j++ {
		if past(r.lower(j)) {
			return true
		}
	}
	for j := first - 1; j >= 0 && r.doc.Tokens[j].Sent == r.doc.Tokens[first].Sent; j-- {
		switch t := &r.doc.Tokens[j]; {
		case t.UPOS == "DET", t.Form == "-", t.Form == "–":
			continue
		default:
			return past(r.lower(j))
		}
	}
	return false
}

func past(word string) bool {
	switch word {
	case "former", "formerly", "previously", "ex", "then", "late", "ousted", "deposed", "outgoing", "onetime":
		return true
	}
	return false
}

// over reports whether the word at a token, or right before it, says that an office has
// ended, rather than that it was held at the time that is told ("then president").
func (r *reader) over(i int) bool {
	for j := max(0, i-2); j <= min(i+1, len(r.doc.Tokens)-1); j++ {
		switch r.lower(j) {
		case "former", "formerly", "ex", "ousted", "deposed", "onetime":
			return true
		}
	}
	return false
}

// servedBy are the states and bodies of offices that no other has, wherever they are told.
var servedBy = map[string]string{"pope": "VAT", "nuncio": "VAT", "member of the european parliament": "EU", "teachta dála": "IRL", "member of the scottish parliament": "GBR", "first minister": "GBR"}

// mostlyOf are the states of offices that hardly any other has, where none is told.
var mostlyOf = map[string]string{"assistant secretary of state": "USA", "deputy secretary of state": "USA", "under secretary of state": "USA", "chief constable": "GBR"}

// headed reports the office of one who heads a state or its government.
func headed(office string) bool {
	switch strings.ToLower(office) {
	case "president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "head of state", "head of government":
		return true
	}
	return false
}

// apposed gives the nominal beside a name: "Xu Bo, the new envoy", or -1.
func (r *reader) apposed(i int, p *nameSpan) int {
	for _, c := range r.doc.Children(i) {
		t := &r.doc.Tokens[c]
		if t.Rel == "appos" && (int(c) >= p.Last || int(c) < p.start) && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && r.personAt[c] < 0 && !r.personBetween(p.Last, int(c)) {
			return int(c)
		}
	}
	return -1
}

// personBetween reports whether another person is named between two tokens.
func (r *reader) personBetween(from, to int) bool {
	for j := from; j < to; j++ {
		if r.personAt[j] >= 0 {
			return true
		}
	}
	return false
}

// closed reports whether nothing but what an office is of stands between its head and
// the next comma or full stop.
func (r *reader) closed(head int) bool {
	for j := head + 1; j < min(len(r.doc.Tokens), head+reach); j++ {
		t := &r.doc.Tokens[j]
		switch t.UPOS {
		case "ADP", "DET", "PROPN", "ADJ", "NOUN", "PART":
			if r.personAt[j] >= 0 {
				return false
			}
		case "CCONJ":
			if r.doc.Tokens[j-1].Form == "," {
				return false
			}
		case "PUNCT":
			return t.Form == "," || t.Form == "." || t.Form == ")" || t.Form == ";"
		default:
			return false
		}
	}
	return false
}

// officeBehind gives the office that stands between a comma and the words it
// consists of right behind a name, whatever the tree hangs it on: "a visit by Ada
// Lind, then speaker of parliament"; or -1.
func (r *reader) officeBehind(p *nameSpan) int {
	if p.start < p.First || p.Last+1 >= len(r.doc.Tokens) || r.doc.Tokens[p.Last].Form != "," {
		return -1
	}
	marked := past(r.lower(p.Last + 1))
	for j := p.Last + 1; j < min(len(r.doc.Tokens), p.Last+reach); j++ {
		t := &r.doc.Tokens[j]
		if t.Sent != r.doc.Tokens[p.Last-1].Sent || r.personAt[j] >= 0 {
			return -1
		}
		switch t.UPOS {
		case "DET", "ADJ", "ADV", "PART":
			continue
		case "NOUN", "PROPN":
		default:
			if t.Form == "-" || r.knownOver(j) != nil {
				continue
			}
			return -1
		}
		if k := r.knownOver(j); k != nil && len(k.state) == 3 && j+1 < len(r.doc.Tokens) && (k.last > j+1 || r.words.heads[r.singular(j+1)]) {
			continue // "Lind, United States Ambassador", whatever the tree made of the state
		}
		switch {
		case t.Rel == "compound", t.Rel == "nmod:poss", lang.RelIs(t.Rel, "flat"):
			continue
		case t.Rel == "appos", t.Rel == "parataxis", marked && !lang.RelIs(t.Rel, "nsubj"), r.closed(j):
		default:
			return -1
		}
		q := r.core(j)
		if o, ok := r.office(q.first, q.last); ok && o.alone() && r.officeAtHead(q) {
			return j
		}
		return -1
	}
	return -1
}

// beside ties the office beside a name to the one whose name it is.
func (r *reader) beside(head, aside int) {
	if aside < 0 || r.byHead[aside] >= 0 || r.byHead[head] < 0 {
		return
	}
	q := r.core(aside)
	o, ok := r.office(q.first, q.last)
	k := r.Mentions[r.byHead[head]].Entities[0]
	e := &r.Entities[k]
	if !ok || officeTold(e, o.name) == 0 || r.plural(aside) || !r.officeAtHead(q) {
		return
	}
	if s := r.stateOf(q); s != "" && s != e.State {
		return
	}
	r.link(Mention{First: r.withoutDeterminer(q), Last: q.last, Head: aside, Form: Nominal}, k)
}
