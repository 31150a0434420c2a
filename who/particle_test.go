package who_test

import (
	"strconv"
	"strings"
	"testing"

	"dateline/lang"
	"dateline/who"
)

// The particles of a name stay with it, behind an office, alone, and when only the
// family name is told again.
func TestParticles(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"European Commission president Ursula von der Leyen met Danish Prime Minister Bo Ekdal in Oslo.\n\nLater von der Leyen visited Chile.", "von#2", "Ursula von der Leyen/EU"},
		{"Chilean President Marta von der Quint met Per Dahlberg. On Friday von der Quint left.", "Marta", "Marta von der Quint/CHL"},
		{"Chilean foreign minister Marta de la Quintal met Peruvian president Luis dos Anjal on Friday.\n\nDe la Quintal thanked dos Anjal.", "De", "Marta de la Quintal/CHL"},
		{"Chilean foreign minister Marta de la Quintal met Peruvian president Luis dos Anjal on Friday.\n\nDe la Quintal thanked dos Anjal.", "dos#2", "Luis dos Anjal/PER"},
		{"Dutch defence minister Joost van den Akkerveld met Belgian minister Griet van de Puttem.\n\nVan den Akkerveld said that van de Puttem was right.", "Puttem#2", "Griet van de Puttem/BEL"},
		{"Portuguese president Rui do Valmar met Tadeu da Costal.", "Rui", "Rui do Valmar/PRT"},
		{"German general Otto von und zu Gerlbach met Pia della Roverin in Rome.", "Otto", "Otto von und zu Gerlbach/DEU"},
		{"Oman's foreign minister Badr al-Rashdani met Per Dahlberg. Al-Rashdani praised him.", "Al", "Badr al-Rashdani/OMN"},
		{"Haitian premier Jean le Rouvin met Peruvian president Rosa Pradel.", "Jean", "Jean le Rouvin/HTI"},
		{"Chilean President Rosa Pradel met with Marine Le Pen, leader of the French National Front Party.", "Marine", "Marine Le Pen/FRA"},
		{"Danish Prime Minister Bo Ek visited Lima on Monday.\n\nRosa Prado and Ek had \"warm\" talks.", "Ek#2", "Bo Ek/DNK"},
	} {
		doc, l := read(t, "2031-03-04", "", c.text)
		got := named(doc, l, c.word)
		if got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

// named is "name/state" of the one whose name covers the n-th occurrence of a word.
func named(doc *lang.Doc, l *who.Layer, word string) string {
	word, nth, _ := strings.Cut(word, "#")
	n, _ := strconv.Atoi(nth)
	for i := range doc.Tokens {
		if doc.Tokens[i].Form != word {
			continue
		}
		if n--; n > 0 {
			continue
		}
		for _, m := range l.Mentions {
			if m.First <= i && i < m.Last && m.Form == who.Named {
				a := l.Actor(m.Entities[0])
				return a.Name + "/" + a.State
			}
		}
	}
	return ""
}
