package who

import (
	"strings"

	"dateline/facts"
)

// centralBank is the row by which a central bank is read: an organ of its state.
var centralBank = noun{name: "central bank", kind: "organ", flags: map[string]bool{"political": true, "of-state": true}}

// commercialBanks are the states after which a bank is called that is not theirs: "Bank of
// America", "National Bank of Greece".
var commercialBanks = map[string]string{
	"Bank": "America China Ireland India Cyprus Baroda", "National Bank": "Greece Egypt Pakistan Canada Oman Kuwait", "State Bank": "India",
}

// centralBankAt reports whether a phrase whose head is "bank" is a state's central bank:
// "Norway's central bank", "the Reserve Bank of India", "the Bank of Japan".
func (r *reader) centralBankAt(p phrase) bool {
	proper := r.doc.Tokens[p.head].UPOS == "PROPN"
	kind := ""
	for j := p.first; j < p.head; j++ {
		switch w := r.lower(j); w {
		case "central", "reserve", "monetary":
			return true
		case "national", "state":
			if proper && capital(r.doc.Tokens[j].Form) {
				kind = r.doc.Tokens[j].Form + " "
			}
		case "the":
		default:
			if r.knownOver(j) == nil {
				return false // "the West Bank of Peru"
			}
		}
	}
	if o := r.doc.Child(p.head, "nmod:poss"); proper && o >= 0 && strings.EqualFold(r.doc.Tokens[o].Form, "people") {
		return true
	}
	if kind != "" && r.knownOver(p.head-2) != nil { // "the Swiss National Bank"
		return true
	}
	c := p.head + 2
	if !proper || c >= len(r.doc.Tokens) || r.doc.Tokens[p.head+1].Lemma != "of" {
		return false
	}
	if r.doc.Tokens[c].UPOS == "DET" && c+1 < len(r.doc.Tokens) {
		c++
	}
	k := r.knownOver(c)
	return k != nil && k.first == c && k.kind == facts.KindState && !strings.Contains(" "+commercialBanks[kind+"Bank"]+" ", " "+r.doc.Tokens[c].Form+" ")
}
