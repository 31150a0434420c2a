package who_test

import "testing"

// sides are readings of who stands on which side: lists, counterparts, bodies, lands.
var sides = []struct {
	name, day, text string
	want            map[string]string
}{
	{"titles in a list that the tree takes for appositions", "2031-03-04", "President of Chile Ana Rojasol, Prime Minister of Peru Luis Quispeal, President of Norway Ada Lindholt and Prime Minister of Fiji Bo Ekman held a meeting in Lima.",
		map[string]string{"Ana": "Ana Rojasol/CHL + Luis Quispeal/PER + Ada Lindholt/NOR + Bo Ekman/FJI"}},
	{"a counterpart of another state", "2031-03-04", "Chilean Prime Minister Ana Rojasol met with her counterpart Luis Quispeal of Peru.",
		map[string]string{"Luis": "Luis Quispeal/PER"}},
	{"a counterpart of the only other state", "2031-03-04", "Chile and Peru talk: Chilean Prime Minister Ana Rojasol met with her counterpart Luis Quispeal.",
		map[string]string{"Luis": "Luis Quispeal/PER"}},
	{"a court of a state told behind", "2031-03-04", "The Supreme Court of Chile freed the fishermen.",
		map[string]string{"Court": "Supreme Court of Chile/CHL"}},
	{"those countries", "2031-03-04", "Fiji wrote to Norway, Chile, Peru and Kenya. Those countries refused.",
		map[string]string{"countries": "Norway/NOR + Chile/CHL + Peru/PER + Kenya/KEN"}},
	{"lands called New", "2031-03-04", "New Mexico senators left. New Jersey officials came.",
		map[string]string{"senators": "New Mexico senators/USA", "officials": "New Jersey officials/USA"}},
	{"the people of a state", "2031-03-04", "Fiji thanked the people of Chile. Some citizens of Peru waved.",
		map[string]string{"people": "people of Chile/CHL", "citizens": "citizens of Peru/PER"}},
	{"a minister-designate", "2031-03-04", "Chile's defence minister-designate Ana Rojasol threatens Peru.",
		map[string]string{"Ana": "Ana Rojasol/CHL"}},
	{"an envoy's state before a capital", "2031-03-04", "Peru received Luis Quilapan, Chile Ambassador to Peru, on Sunday.",
		map[string]string{"Luis": "Luis Quilapan/CHL"}},
	{"two who were counted", "2031-03-04", "Chile arrests two Peruvian diplomats. Peru says that the two were beaten.",
		map[string]string{"two#2": "two Peruvian diplomats/PER"}},
	{"two of nobody told before", "2031-03-04", "President Ana Rojasol of Chile and President Luis Quispeal of Peru met. Two diplomats said that it rained.",
		map[string]string{"diplomats": "Two diplomats/"}},
	{"the three leaders", "2031-03-04", "President Ana Rojasol of Chile, President Luis Quispeal of Peru and President Ada Lindholt of Norway met in Lima. The three leaders signed a pact.",
		map[string]string{"leaders": "Ana Rojasol/CHL + Luis Quispeal/PER + Ada Lindholt/NOR"}},
	{"the pope, wherever he is told", "2031-03-04", "Chile's archbishop met the Pope.",
		map[string]string{"Pope": "Pope/VAT"}},
	{"a state's own armed body", "2023-03-04", "The People's Liberation Army replied.",
		map[string]string{"Army": "People's Liberation Army/CHN"}},
	{"a former president acts for nobody", "2031-03-04", "Former Chilean President Ana Rojasol went home. Former Chilean minister Luis Quilapan stayed.",
		map[string]string{"Ana": "Ana Rojasol/", "Luis": "Luis Quilapan/CHL"}},
}

func TestSides(t *testing.T) {
	for _, c := range sides {
		t.Run(c.name, func(t *testing.T) {
			doc, l := read(t, c.day, "", c.text)
			for word, want := range c.want {
				if got := referents(doc, l, word); got != want {
					t.Errorf("%s: %q, want %q\n%s", word, got, want, c.text)
				}
			}
		})
	}
}

// What says itself that it is no state's, and no body, is none.
func TestNotOfTheState(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Chile threatened to use force against Peru.", "force", ""},
		{"A Chilean court acquitted the former president of the Llama council.", "president", "former president of the Llama council/"},
		{"Officials from Chile and Peru met in Quito.", "Officials", "Officials from Chile/CHL + Officials from Peru/PER"},
		{"Chile severed relations with Peru, accusing it of fraud.", "it", "Peru/PER"},
		{"Park Won-soon arrived in Lima.", "Park", "Park Won-soon/KOR"},
		{"Per Dahlberg warned of reprisals on Monday if Luis Quispeal does not agree to leave. Earlier he ordered two ships to sail.", "he", "Per Dahlberg/"},
	} {
		doc, l := read(t, "2031-03-04", "", c.text)
		if got := referents(doc, l, c.word); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
