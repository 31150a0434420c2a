package where_test

import (
	"testing"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/where"
	"dateline/who"
)

func read(text string) (*lang.Doc, *where.Layer) {
	doc := lang.Parse(text, nil)
	f := facts.Default()
	return doc, where.Read(doc, who.Read(doc, &dateline.Article{Text: text, Date: dateline.Date(2031, 3, 4)}, nil, f), f)
}

// Our own sentences: a trigger and the place of what it tells.
var places = []struct{ text, trigger, want string }{
	{"The ministers met in Oslo on Monday.", "met", "Oslo/NOR"},
	{"The envoy held talks with Chilean officials in Santiago.", "talks", "Santiago/CHL"},
	{"In Geneva, the envoys signed the accord.", "signed", "Geneva/CHE"},
	{"The army withdrew its troops from Peru.", "withdrew", "Peru/PER"},
	{"Rebels attacked a checkpoint near the town of Marovale.", "attacked", "Marovale/"},
	{"The leaders met in Washington, D.C., on Friday.", "met", "Washington, D.C./USA"},
	{"The leaders met at the White House.", "met", "White House/USA"},
	{"The army bombed northern Syria.", "bombed", "northern Syria/SYR"},
	{"The minister said that talks would be held in Vienna.", "said", ""},
	{"The president demanded an inquiry after a drone was found in Quito.", "demanded", ""},
	{"Chile condemned the attack in Lima.", "condemned", ""},
	{"A guard at the Chilean embassy in Lima was arrested.", "arrested", "Lima/PER"},
	{"Troops entered Aleppo.", "entered", "Aleppo/SYR"},
	{"Police clashed with students in Birmingham, Alabama.", "clashed", "Birmingham/USA"},
	{"Rebels shot down a plane over eastern Ukraine.", "shot", "eastern Ukraine/UKR"},
	{"The navy stopped a ship off the coast of Yemen.", "stopped", "coast of Yemen/YEM"},
	{"Troops clashed with rebels in Baghdad's Sadr district.", "clashed", "Sadr district/IRQ"},
	{"The envoy met in Port Sudan with the army's commander.", "met", "Port Sudan/SDN"},
	{"Chile recalled its ambassador in response to a raid in Quito.", "recalled", ""},
	{"The envoys held talks on the war in Sudan.", "talks", ""},
	{"Students blocked streets in the Danish capital Copenhagen.", "blocked", "Copenhagen/DNK"},
	{"Chile and Peru began a joint exercise near the Malian-Nigerien border.", "exercise", "Malian-Nigerien border/MLI"},
	{"President Rosa Prado met her Danish colleague at the United Nations.", "met", "United Nations/"},
	{"The envoys exchanged views on the region, including the war in Sudan.", "exchanged", ""},
	{"The premier meets Ada Lind in Lima after meeting Rosa Prado on Tuesday.", "meeting", ""},
	{"Peru's army shelled a bridge in Puno after taking a camp there.", "taking", "Puno/PER"},
	{"Rosa Prado spoke at the UN General Assembly in New York.", "spoke", "New York/USA"},
	{"The general was honoured for his service in Sudan.", "honoured", ""},
	{"The envoys held talks in Geneva on the war in Sudan.", "talks", "Geneva/CHE"},
	{"Peru ordered Chile's ambassador to leave the country.", "leave", "Peru/PER"},
	{"The minister met her colleague on a visit to Oslo.", "met", "Oslo/NOR"},
	{"Kosovo Police arrested a preacher in Prizren.", "arrested", "Prizren/XKX"},
	{"The ministers met in Split.", "met", "Split/HRV"},
	{"The envoys met on Monday in Lima.", "met", "Lima/PER"},
	{"Chile recalled its consul after the attack on a bus in Quito.", "recalled", ""},
	{"Peru withdrew all of its envoys from Bolivia after clashes in Cusco.", "withdrew", "Bolivia/BOL"},
	{"Four workers from the Chilean embassy in Quito were released.", "released", "Quito/ECU"},
	{"Students protesting against the reform were beaten outside the courthouse in Lima.", "protesting", "Lima/PER"},
	{"The president held talks with the Chilean foreign minister, who arrived in Quito.", "talks", "Quito/ECU"},
	{"The envoy flew to Ruritz, Austria, where she met the chancellor.", "met", "Ruritz/AUT"},
	{"The envoy visited Fiji, where she signed a treaty.", "signed", "Fiji/FJI"},
	{"Chile recalled its envoy after the bombing in Lima.", "recalled", ""},
	{"The minister called for action on West Papua.", "called", ""},
}

func TestOf(t *testing.T) {
	for _, c := range places {
		doc, l := read(c.text)
		got := "no trigger"
		for i := range doc.Tokens {
			if doc.Tokens[i].Form == c.trigger {
				got = ""
				if p, _ := l.Of(i, -1); p != nil {
					got = p.Name + "/" + p.State
				}
			}
		}
		if got != c.want {
			t.Errorf("%s\n  %s: %q, want %q", c.text, c.trigger, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range places {
		f.Add(c.text)
	}
	f.Add("north - eastern , of the town of of Embassy in")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc, l := read(text)
		for i := range doc.Tokens {
			l.Of(i, doc.Tokens[i].Head)
		}
		for _, m := range l.Mentions {
			if m.First < 0 || m.Last > len(doc.Tokens) || m.First >= m.Last || m.Head < m.First {
				t.Fatalf("mention %+v of %d tokens", m, len(doc.Tokens))
			}
		}
	})
}
