package who_test

import (
	"slices"
	"testing"

	"dateline/lang"
)

// A full name that is one person's only is tied to the facts, whatever the text calls
// him; one whom it calls by a trade is not.
func TestWellKnown(t *testing.T) {
	for _, c := range []struct{ day, text, word, want, id string }{
		{"2008-11-03", "Senator Hillary Clinton of New York spoke in Lima.", "Hillary", "Hillary Clinton/USA", "p:Q6294"},
		{"2016-04-03", "Presidential candidate Rodrigo Duterte visited Cebu.", "Rodrigo", "Rodrigo Duterte/PHL", "p:Q457786"},
		{"2025-04-03", "Special envoy Steve Witkoff flew to Oslo.", "Steve", "Steve Witkoff/USA", "p:steve-witkoff"},
		{"2025-04-03", "Witkoff flew to Oslo.", "Witkoff", "Witkoff/USA", "p:steve-witkoff"},
		{"2010-04-03", "Tony Blair spoke in Lima.", "Tony", "Tony Blair/GBR", "p:Q9545"},
		{"2010-04-03", "The singer Tony Blair sang in Lima.", "Tony", "Tony Blair/", ""},
	} {
		doc, l := read(t, c.day, "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
			continue
		}
		if m := l.At(slices.IndexFunc(doc.Tokens, func(t lang.Token) bool { return t.Form == c.word })); c.id != "" && l.Entities[m.Entities[0]].ID != c.id {
			t.Errorf("%q: %s is %s, want %s", c.text, c.word, l.Entities[m.Entities[0]].ID, c.id)
		}
	}
}

// What stands before a name tells more than the tree.
func TestTitlesBeforeNames(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Red Llama Party MP Ada Lindqvist accused Chile of lying.", "Ada", "Ada Lindqvist/"},
		{"Irish Labour Party TD Per Dahlberg spoke in Lima.", "Per", "Per Dahlberg/IRL"},
		{"NSA Ada Lindqvist of India met Peruvian officials.", "Ada", "Ada Lindqvist/IND"},
		{"Norwegian envoys Lindqvist, Dahlberg and Holm met Peruvian ministers.", "Holm", "Holm/NOR"},
		{"The Danish foreign minister Per Dahlberg and his Peruvian colleague Luis Quispeal met.", "colleague", "Luis Quispeal/PER"},
		{"Bank of Japan Governor Kei Morinaga arrived in Oslo.", "Bank", "Kei Morinaga/JPN"},
		{"Peru summons the Danish Ambassador.", "Ambassador", "Danish Ambassador/DNK"},
		{"The San Diego Police Department arrested three people.", "Department", "San Diego Police Department/USA"},
		{"Chile and the Lord's Resistance Army rebels talk.", "rebels", "Lord's Resistance Army rebels/"},
		{"A Statement by President Joseph R. Biden Jr. Honoring Nurses.", "Joseph", "Joseph R. Biden Jr./USA"},
		{"Peter and Anna Lindqvist toured the harbour with the Chilean minister.", "Peter", "Peter Lindqvist/ + Anna Lindqvist/"},
		{"Ada Lindqvist, Duchess of Bergen, and Per Dahlberg visited Chile.", "Duchess", "Ada Lindqvist/"},
		{"It was told by Ada Lindqvist of the", "Ada", "Ada Lindqvist/"},
		{"First Minister Ada Lindqvist spoke in Cardiff.", "Ada", "Ada Lindqvist/GBR"},
	} {
		doc, l := read(t, "2031-03-04", "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

// An administration is that of the head whose name it bears, although the text names no
// such person.
func TestAdministrations(t *testing.T) {
	for _, c := range []struct{ day, text, word, want string }{
		{"2024-04-17", "The Biden administration condemned Peru.", "administration", "Biden administration/USA"},
		{"2012-04-17", "The Assad regime condemned Peru.", "regime", "Assad regime/SYR"},
		{"2010-04-17", "The Bush administration had condemned Peru.", "administration", "Bush administration/USA"},
	} {
		doc, l := read(t, c.day, "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

// Names and titles of several parts.
func TestLongNames(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Chile rejected Peruvian Air Force strikes near Arica.", "Force", "Peruvian Air Force/PER"},
		{"Oslo releases seven Chilean-Americans.", "Americans", "seven Chilean-Americans/USA"},
		{"Forty-three Norwegians left Lima.", "Norwegians", "Forty-three Norwegians/NOR"},
		{"The Norwegian Social Democratic Party resigned.", "Party", "Norwegian Social Democratic Party/NOR"},
		{"Peruvian Chief of Naval Operations Admiral Luis Quispeal left.", "Luis", "Luis Quispeal/PER"},
		{"Ada Lindqvist, special adviser to Chilean President Ana Rojasol, met Danish ministers.", "Ada", "Ada Lindqvist/CHL"},
		{"Two Danish companies left Chile.", "companies", "Two Danish companies/DNK"},
		{"Peru freed 16 Chilean fishermen.", "fishermen", "16 Chilean fishermen/CHL"},
		{"A court in Peru jailed two men.", "court", "court in Peru/PER"},
	} {
		doc, l := read(t, "2031-03-04", "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
