package who

import (
	"strings"

	"dateline/facts"
)

// insideOffice reports whether a name is but a part of an office: "Crown" in
// "Crown Prince".
func (r *reader) insideOffice(p *nameSpan) bool {
	if p.Last-p.First > 1 || p.Last >= len(r.doc.Tokens) {
		return false
	}
	_, ok := r.words.offices[r.phraseKey(p.First, p.Last+1)]
	return ok
}

// officeEnding finds the longest office that ends at end.
func (r *reader) officeEnding(lo, end int) (at int, row noun, ok bool) {
	for s := lo; s < end; s++ {
		if r.wordy(s) {
			if row, ok := r.words.offices[r.phraseKey(s, end)]; ok {
				return s, row, true
			}
		}
	}
	return 0, noun{}, false
}

// reach is how many tokens a title may take.
const reach = 16

// titleBefore finds the office that stands before a name: "Norway's foreign
// minister Ada Lind", "President of the Republic of Chile Ana Rojas".
func (r *reader) titleBefore(p *nameSpan) {
	p.start, p.title = p.First, p.First
	lo := r.titleWindow(p.First)
	if lo == p.First {
		return
	}
	switch t := &r.doc.Tokens[p.First-1]; t.UPOS {
	case "ADP", "DET", "CCONJ":
		return
	case "PUNCT":
		if t.Form == "," {
			return // "Lind, secretary of state, and Dahl"
		}
	}
	at, end, ok := r.lastOffice(lo, p.First)
	if n := p.First - 2; (!ok || end < p.First) && n > lo && r.elect(n+1) { // "minister-designate"
		if a, e, found := r.lastOffice(lo, n); found && e == n {
			at, end, ok = a, p.First, true
		}
	}
	for ok && end < p.First && !r.complement(end, p.First) {
		at, end, ok = r.lastOffice(lo, end-1) // "Under Secretary" where "Secretary for Economic" is one as well
	}
	if !ok {
		return
	}
	if a, e, ok := r.lastOffice(lo, at); ok && (e == at || r.words.offices[r.phraseKey(at, end)].ranked() && r.complement(e, at)) { // "Emir Sheikh …", "Chief of Naval Operations Admiral …"
		at = a
	}
	p.title, p.start = at, at
	p.start = r.inBodiesName(lo, r.modifiersBefore(lo, at))
	if c := p.start - 1; c > lo && r.doc.Tokens[c].Lemma == "and" {
		if a, e, ok := r.lastOffice(lo, c); ok && (e == c || r.complement(e, c)) {
			s := r.modifiersBefore(lo, a)
			if s == 0 || r.doc.Tokens[s-1].UPOS != "DET" && !r.plural(e-1) {
				p.shared, p.start = a, s
			}
		}
	}
}

// inBodiesName is where the name of a body begins of which what stands before a title is
// but the end: "Party for Freedom" before "leader".
func (r *reader) inBodiesName(lo, start int) int {
	for start-2 >= lo && start < len(r.doc.Tokens) {
		t, n := &r.doc.Tokens[start-1], &r.doc.Tokens[start-2]
		if l := t.Lemma; t.UPOS != "ADP" || l != "for" && l != "of" || !capital(r.doc.Tokens[start].Form) || !capital(n.Form) || n.UPOS != "PROPN" {
			return start
		}
		if _, org := r.words.org(r.lower(start - 2)); !org {
			return start
		}
		start = r.modifiersBefore(lo, start-2)
	}
	return start
}

// titleWindow goes back from a name over the words that a title may consist of.
func (r *reader) titleWindow(first int) int {
	sent := r.doc.Sentences[r.doc.Tokens[first].Sent].First
	i := first
	for i > sent && first-i < reach {
		t := &r.doc.Tokens[i-1]
		switch t.UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM":
			if r.personAt[i-1] >= 0 {
				return i
			}
		case "DET":
			if i-2 < sent || r.doc.Tokens[i-2].UPOS != "ADP" && !(r.doc.Tokens[i-2].Lemma == "and" && i-3 > sent && r.doc.Tokens[i-3].Form == "," && r.listInside(i-3, sent)) {
				return i
			}
		case "CCONJ":
			if t.Lemma != "and" && t.Form != "&" {
				return i
			}
		case "ADP":
			switch t.Lemma {
			case "of", "for", "to":
			default:
				if !r.wordy(i - 1) { // "Under Secretary"
					return i
				}
			}
		case "PUNCT":
			if k := r.bracketed(i); k != nil && k.first >= sent {
				return k.first
			}
			if (t.Form == "–" || t.Form == "-") && t.SpaceAfter && i >= 2 && r.doc.Tokens[i-2].SpaceAfter {
				return i // "the leaders – President …"
			}
			if t.Form != "-" && t.Form != "/" && t.Form != "–" {
				if t.Form != "," || !r.listInside(i-1, sent) {
					return i
				}
			}
		case "PART":
			if t.Form != "'s" && t.Form != "'" {
				return i
			}
		default:
			if k := r.knownOver(i - 1); k == nil && !r.elect(i-1) && r.lower(i-1) != "acting" && !(t.UPOS == "ADV" && r.doc.Tokens[i].Form == "-") {
				return i
			}
		}
		i--
	}
	return i
}

// elect reports whether a token is the end of "president-elect", whatever the model
// took it for.
func (r *reader) elect(i int) bool {
	return i > 1 && r.doc.Tokens[i-1].Form == "-" && (r.doc.Tokens[i].Form == "elect" || r.doc.Tokens[i].Form == "designate")
}

// listInside lets commas stand in "Minister of Trade, Industry and Energy".
func (r *reader) listInside(comma, sent int) bool {
	for j := comma - 1; j > sent && comma-j < 6; j-- {
		if l := r.doc.Tokens[j].Lemma; l == "for" && capital(r.doc.Tokens[comma-1].Form) && r.words.heads[r.singular(j-1)] ||
			l == "of" && j > 1 && strings.EqualFold(r.doc.Tokens[j-1].Form, "State") && r.words.heads[r.singular(j-2)] {
			return true // "Under Secretary for Growth, Energy, and the Environment"
		}
		if r.doc.Tokens[j].Form == "," && r.listInside(j, sent) {
			return true
		}
		if r.doc.Tokens[j].Lemma == "of" {
			return r.doc.Tokens[comma-1].UPOS == "PROPN" && j > 0 && r.doc.Tokens[j-1].UPOS == "PROPN"
		}
		if !capital(r.doc.Tokens[j].Form) {
			return false
		}
	}
	return false
}

// lastOffice finds the office nearest before end, the longest that ends there.
func (r *reader) lastOffice(lo, end int) (at, stop int, ok bool) {
	for e := end; e > lo; e-- {
		if !r.wordy(e - 1) {
			continue
		}
		for s := max(lo, e-9); s < e; s++ {
			if !r.wordy(s) {
				continue
			}
			if _, found := r.words.offices[r.phraseKey(s, e)]; found {
				return s, e, true
			}
		}
		if n := r.personNoun(e - 1); n.name != "" && e == end && !n.flags["kin"] && r.doc.Tokens[e-1].UPOS == "NOUN" {
			return e - 1, e, true
		}
	}
	return 0, 0, false
}

func (r *reader) wordy(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "ADP":
		return r.doc.Tokens[i].Form == "Under" && i+1 < len(r.doc.Tokens) && r.lower(i+1) == "secretary"
	case "PUNCT", "DET", "CCONJ", "PART":
		return false
	}
	return true
}

// phraseKey is the form by which the table of offices knows tokens [s, e).
func (r *reader) phraseKey(s, e int) string {
	var b strings.Builder
	for j := s; j < e; j++ {
		if r.doc.Tokens[j].UPOS == "PUNCT" && r.doc.Tokens[j].Form != "," {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(r.singular(j), "-", " "))
	}
	return b.String()
}

// singular is the lower-case form of a token, a plural noun's without its s
// ("Presidents" is tagged as a name and keeps it as lemma).
func (r *reader) singular(i int) string {
	w := strings.TrimSuffix(r.lower(i), ".")
	if r.doc.Tokens[i].UPOS == "PROPN" && strings.HasSuffix(w, "s") {
		if _, ok := r.words.offices[w[:len(w)-1]]; ok {
			return w[:len(w)-1]
		}
	}
	return w
}

// complement reports whether tokens [from, to) are "of the Republic of Chile",
// "for trade", "to the United Nations": what an office is of.
func (r *reader) complement(from, to int) bool {
	if to-from < 2 {
		return false
	}
	switch r.doc.Tokens[from].Lemma {
	case "of", "for", "to":
	case ",": // "Minister of Trade, Industry and Energy"
		if !r.listInside(from, r.doc.Sentences[r.doc.Tokens[from].Sent].First) {
			return false
		}
	case "and": // "Minister of Labour and Employment"
		if from < 2 || r.doc.Tokens[from-2].Lemma != "of" || r.doc.Tokens[from+1].UPOS != "PROPN" {
			return false
		}
	default:
		return false
	}
	for j := from + 1; j < to; j++ {
		switch r.doc.Tokens[j].UPOS {
		case "PROPN", "DET", "ADJ", "CCONJ", "PUNCT":
		case "ADP":
			if l := r.doc.Tokens[j].Lemma; l != "of" && l != "to" {
				return false
			}
		case "PART": // "head of Guinea's junta"
			if r.knownOver(j-1) == nil {
				return false
			}
		case "NOUN":
			if r.knownOver(j) == nil && !capital(r.doc.Tokens[j].Form) {
				_, org := r.words.org(r.lower(j))
				if !org && r.doc.Tokens[j].Rel == "compound" {
					_, org = r.words.org(r.lower(r.doc.Tokens[j].Head)) // "of the security office"
				}
				if !org {
					return false
				}
			}
		default:
			if r.knownOver(j) == nil {
				return false
			}
		}
	}
	return true
}

// bracketed gives the state whose short name stands in brackets right before a token.
func (r *reader) bracketed(at int) *known {
	if at < 4 || r.doc.Tokens[at-1].Form != ")" || r.doc.Tokens[at-3].Form != "(" || !shortName(r.doc.Tokens[at-2].Form) {
		return nil
	}
	if k := r.knownOver(at - 4); k != nil && k.last == at-3 && len(k.state) == 3 {
		return k
	}
	return nil
}

// modifiersBefore takes the adjectives and names that qualify a title: "former
// Chilean", "U.S.", "State Department".
func (r *reader) modifiersBefore(lo, at int) int {
	for at > lo {
		t := &r.doc.Tokens[at-1]
		if k := r.knownOver(at - 1); k != nil && k.last == at && k.first >= lo { // "U.S. Department of State"
			at = k.first
			continue
		}
		if k := r.bracketed(at); k != nil && k.first >= lo { // "Republic of Korea (ROK)"
			at = k.first
			continue
		}
		if t.Form == "D.C." {
			break // "in Washington, D.C. Deputy Secretary Lind"
		}
		if r.times != nil && t.UPOS == "PROPN" && r.times.At(at-1) != nil {
			break // "On Monday Secretary Lind"
		}
		if k := r.knownOver(at); k != nil && k.kind != facts.KindOrg && t.UPOS == "NOUN" && !capital(t.Form) {
			break // "at the meeting Russian President"
		}
		if r.lower(at-1) == "acting" || t.UPOS == "ADV" && r.doc.Tokens[at].Form == "-" { // "far-right"
			at--
			continue
		}
		if t.UPOS != "ADJ" && t.UPOS != "PROPN" && t.UPOS != "NOUN" && !(t.Form == "-" && at-2 >= lo) {
			if k := r.knownOver(at - 1); k == nil {
				break
			}
		}
		at--
	}
	return at
}
