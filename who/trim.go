package who

import (
	"strings"

	"dateline/facts"
)

// hyphened takes the end in that was cut off at a hyphen: "Moon Jae" before "-in".
func (r *reader) hyphened(p *nameSpan) {
	q := p.Last
	if r.doc.Tokens[q-1].Form == "-" {
		q--
	}
	if q+1 >= len(r.doc.Tokens) || q-p.First < 2 || r.doc.Tokens[q].Form != "-" || r.doc.Tokens[q].SpaceAfter || r.doc.Tokens[q-1].SpaceAfter || r.doc.Tokens[q].Sent != r.doc.Tokens[q+1].Sent {
		return
	}
	if q+3 < len(r.doc.Tokens) && len(r.doc.Tokens[q+1].Form) <= 2 && r.doc.Tokens[q+2].Form == "-" && !r.doc.Tokens[q+1].SpaceAfter && !r.doc.Tokens[q+2].SpaceAfter {
		p.Last = q + 4 // "Chan-o-cha", "Ould-e-Ahmed"
		return
	}
	switch r.doc.Tokens[q+1].UPOS {
	case "PROPN", "ADP", "X":
		p.Last = q + 2
	case "ADV": // "Park Won-soon"
		if f := r.doc.Tokens[q+1].Form; strings.ToLower(f) == f {
			p.Last = q + 2
		}
	}
}

// trimName takes off what the model took in too many and adds "Jr.".
func (r *reader) trimName(p *nameSpan) bool {
	for p.First < p.Last {
		switch t := &r.doc.Tokens[p.First]; {
		case t.UPOS == "PUNCT", t.UPOS == "DET", t.UPOS == "ADP":
			p.First++
			continue
		case p.Last-p.First > 1 && r.isTitle(p.First):
			p.First++
			continue
		}
		if k := r.knownOver(p.First); k != nil && k.first == p.First && k.last < p.Last && r.presidentOf(k.last-1, r.doc.Sentences[r.doc.Tokens[p.First].Sent].First) {
			p.First = k.last // "Chile Ana Rojas" behind "President of"
		} else if k != nil && k.kind == facts.KindOrg && k.first == p.First && k.last < p.Last && p.First > 0 && r.doc.Tokens[p.First-1].Lemma == "of" {
			p.First = k.last // "Red Front Ana Rojas" behind "commander of"
		}
		break
	}
	p.First = r.behindTitle(p.First, p.Last)
	for j := p.First + 1; j < p.Last-1; j++ {
		if s := strings.TrimSuffix(r.doc.Tokens[j].Form, "."); s == "Jr" || s == "Sr" {
			p.Last = j + 1 // "Joseph R. Biden Jr. Honoring"
		}
	}
	for p.Last > p.First {
		switch t := &r.doc.Tokens[p.Last-1]; {
		case t.UPOS == "ADP" && p.Last-2 > p.First && r.doc.Tokens[p.Last-2].Form == "-" && !r.doc.Tokens[p.Last-2].SpaceAfter: // "Moon Jae-in"
		case t.UPOS == "NOUN" && r.words.persons[t.Form].name != "": // "Trump-critic"
			p.Last--
			continue
		case t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.Form == "," || t.Form == "-" || t.Form == "'s" || t.Form == "(":
			p.Last--
			continue
		}
		break
	}
	if p.Last <= p.First {
		return false
	}
	if e := p.Last; e < len(r.doc.Tokens) {
		if r.doc.Tokens[e].Form == "," && e+1 < len(r.doc.Tokens) {
			e++
		}
		switch strings.TrimSuffix(r.doc.Tokens[e].Form, ".") {
		case "Jr", "Sr":
			p.Last = e + 1
		}
	}
	return true
}

// behindTitle is where a name begins that the model took for one with the party and the
// short title before it: "Red Llama MP Ada Lind".
func (r *reader) behindTitle(first, last int) int {
	for j := first; j+1 < last; j++ {
		if o, ok := r.words.offices[r.lower(j)]; ok && !o.flags["title"] && len(r.doc.Tokens[j].Form) < 4 && shortName(r.doc.Tokens[j].Form) {
			return j + 1
		}
	}
	return first
}

// initialism reports whether a name is but three or four capitals, as bodies have: "MFA".
// Where speech follows, it is a speaker.
func (r *reader) initialism(p *nameSpan) bool {
	f := r.doc.Tokens[p.First].Form
	return p.Last-p.First == 1 && (len(f) == 3 || len(f) == 4) && shortName(f) && (p.Last >= len(r.doc.Tokens) || r.doc.Tokens[p.Last].Form != ":")
}

// unrepeated cuts a name before it begins anew, as where a page's hint with the name
// turned about stands in the text: "Ana Rojas Rojas Ana", "Ana Rojas Ana Rojas".
func (r *reader) unrepeated(p *nameSpan) {
	if p.Last-p.First < 3 {
		return
	}
	for j := p.First + 2; j < p.Last; j++ {
		f := r.doc.Tokens[j].Form
		twice := f == r.doc.Tokens[j-1].Form && len(f) > 2
		again := j+1 < p.Last && f == r.doc.Tokens[p.First].Form && r.doc.Tokens[j+1].Form == r.doc.Tokens[p.First+1].Form
		if capital(f) && (twice || again) {
			p.Last = j
			return
		}
	}
}
