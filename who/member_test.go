package who_test

import "testing"

// Central banks, members of parliament and of movements act politically, and for whose
// they are; commercial banks and the members of a union do not.
func TestOrgansAndMembers(t *testing.T) {
	for _, c := range []struct {
		text, name, state string
		political         bool
	}{
		{"The Central Bank of Peru condemned Chile on Monday.", "Central Bank of Peru", "PER", true},
		{"Norway's central bank warned Sweden on Monday.", "Norway's central bank", "NOR", true},
		{"The Bank of Japan agreed with Chile on a swap line.", "Bank of Japan", "JPN", true},
		{"The Bank of America left Chile.", "Bank of America", "", false},
		{"The Kenyan central bank signed a deal.", "Kenyan central bank", "KEN", true},
		{"Members of the Danish parliament criticised Russia.", "Members of the Danish parliament", "DNK", true},
		{"Two members of the Brazilian Congress travelled to Chile.", "Two members of the Brazilian Congress", "BRA", true},
		{"Members of a separatist movement attacked Senegalese troops.", "Members of a separatist movement", "", true},
		{"Members of the European Parliament condemned Turkey.", "Members of the European Parliament", "EU", true},
		{"Members of the European Union voted on Friday.", "Members of the European Union", "EU", true},
		{"Chilean Guard members visited Lima.", "Chilean Guard members", "CHL", true},
		{"The trade bloc Mercosur suspended Peru.", "Mercosur", "Mercosur", true},
		{"The rebel group, the Justice and Equality Movement, left Chile.", "Justice and Equality Movement", "", true},
		{"The Red Martyrs' Brigades attacked Chile.", "Red Martyrs' Brigades", "", true},
		{"The Peruvian Llama Party condemned Chile.", "Peruvian Llama Party", "PER", true},
		{"Gazprom cut off Chile.", "Gazprom", "RUS", true},
		{"The Taliban banned the paper.", "Taliban", "AFG", true},
		{"A judge in Peru charged two men.", "judge in Peru", "PER", true},
		{"Chile's Senate speaker Ada Lindqvist spoke.", "Ada Lindqvist", "CHL", true},
		{"Two Chilean tourists were arrested.", "Two Chilean tourists", "CHL", false},
		{"Tourists in Chile were arrested.", "Tourists", "", false},
		{"South American leaders met.", "South American leaders", "", true},
		{"Ada Lindqvist, a member of the Australian House of Representatives, spoke.", "Ada Lindqvist", "AUS", false},
		{"Bosnian Serb leader Ada Lindqvist spoke.", "Ada Lindqvist", "BIH", true},
		{"NATO allies warned Chile.", "NATO allies", "NATO", true},
		{"Riot police clashed with protesters in Oslo.", "Riot police", "NOR", true},
		{"Egypt seized a Chilean flagged ship.", "Chilean flagged ship", "CHL", true},
		{"The Danish KGB arrested two men.", "Danish KGB", "DNK", true},
		{"The Chilean side agreed.", "Chilean side", "CHL", true},
		{"The Supreme Court of Chile met.", "Supreme Court of Chile", "CHL", true},
		{"The Catalan parliament voted.", "Catalan parliament", "ESP", true},
		{"A group of Danish senators met Taiwan's president.", "group of Danish senators", "DNK", true},
	} {
		_, l := read(t, "2031-03-04", "", c.text)
		found := false
		for i := range l.Entities {
			e := &l.Entities[i]
			if e.Name != c.name {
				continue
			}
			found = true
			if e.State != c.state || e.Political != c.political {
				t.Errorf("%q: %s is %q, political %v", c.text, e.Name, e.State, e.Political)
			}
		}
		if !found {
			t.Errorf("%q: no %s", c.text, c.name)
		}
	}
}

// Both sides are those who talk, not states named in passing.
func TestSidesNotInPassing(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Kenya and Uganda held talks on fishing in Kampala on Monday. Boats from Rwanda and Burundi were not affected. The African Union urged both sides to show restraint.", "sides", "Kenya/KEN + Uganda/UGA"},
		{"Talks between Chile and Peru began in Quito. The dispute resembles one of Ghana and Togo. The United Nations called on the two sides to agree.", "sides", "Chile/CHL + Peru/PER"},
	} {
		doc, l := read(t, "2031-03-04", "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
