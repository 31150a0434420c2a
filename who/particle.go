package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/facts"
	"dateline/lang"
)

// particles stand within names in small letters. Those that are English words as well
// are none at the head of a name.
var particles = map[string]bool{
	"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "ben": true, "ould": true,
	"de": true, "da": true, "das": true, "di": true, "dos": true, "del": true, "della": true, "des": true, "du": true, "la": true, "las": true, "los": true, "le": true,
	"van": true, "von": true, "vom": true, "der": true, "zu": true, "zur": true, "ter": true, "af": true,
	"do": false, "den": false, "ten": false, "und": false, "e": false, "y": false, "i": false, "av": false,
}

// overParticles lets a name go on behind particles at which the model cut it: "Ursula"
// before "von der Leyen". It takes in the names of doc.Names behind next that the name
// then covers and gives the last one.
func (r *reader) overParticles(p *nameSpan, next int) int {
	j := p.Last
	for j < len(r.doc.Tokens) && j < p.Last+3 && r.doc.Tokens[j].Sent == r.doc.Tokens[p.First].Sent {
		if _, ok := particles[r.doc.Tokens[j].Form]; !ok {
			break
		}
		j++
	}
	if j == p.Last && !r.endsInParticle(p) || j >= len(r.doc.Tokens) || r.doc.Tokens[j].Sent != r.doc.Tokens[p.First].Sent || r.doc.Tokens[j].UPOS != "PROPN" || !capital(r.doc.Tokens[j].Form) {
		return next
	}
	if k := r.knownOver(j); k != nil && k.kind != facts.KindCity || r.words.common(r.doc.Tokens[j].Form) {
		return next
	}
	p.Last = j + 1
	for next+1 < len(r.doc.Names) && r.doc.Names[next+1].First < p.Last {
		next++
		if n := &r.doc.Names[next]; n.Kind == lang.PER {
			p.Last = max(p.Last, n.Last)
		}
	}
	return next
}

// endsInParticle reports a name that was cut behind a particle with a capital: "Marine Le"
// before "Pen".
func (r *reader) endsInParticle(p *nameSpan) bool {
	last := r.doc.Tokens[p.Last-1].Form
	return p.Last-p.First > 1 && last != "Al" && last != "El" && capital(last) && particles[strings.ToLower(last)]
}

// particlesBefore gives the first of the particles right before a name, not before lo:
// "von" of "von der Leyen" where the model saw "Leyen".
func (r *reader) particlesBefore(first, lo int) int {
	at := first
	for i := first - 1; i >= lo && first-i <= 3 && r.doc.Tokens[i].Sent == r.doc.Tokens[first].Sent && r.doc.Tokens[i].SpaceAfter; i-- {
		f := r.doc.Tokens[i].Form
		head, ok := particles[strings.ToLower(f)]
		if !ok || strings.ToUpper(f) == f {
			break
		}
		if head {
			at = i
		}
		if capital(f) {
			break
		}
	}
	return at
}

// titled writes the first letter of a name as a capital.
func titled(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}
