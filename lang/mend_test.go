package lang

import "testing"

func TestMend(t *testing.T) {
	find := func(d *Doc, form string) int {
		for i := range d.Tokens {
			if d.Tokens[i].Form == form {
				return i
			}
		}
		t.Fatalf("no token %q", form)
		return -1
	}
	d := Parse("Foreign Minister Ana Rojas urged the embassy to reconsider and spoke with Juan Diaz.", nil)
	if got := d.Tokens[find(d, "spoke")].Head; got != find(d, "urged") {
		t.Errorf("spoke hangs on %q, want urged", d.Tokens[got].Form)
	}
	d = Parse("Peruvian police arrest Juan Perez in Lima.", nil)
	v := find(d, "arrest")
	if d.Tokens[v].UPOS != "VERB" || d.Tokens[v].Lemma != "arrest" || d.Child(v, "nsubj") != find(d, "police") || d.Child(v, "obj") < 0 {
		t.Errorf("arrest is %+v, subject %d", d.Tokens[v], d.Child(v, "nsubj"))
	}
	for _, text := range []string{
		"Kenyan police arrest opposition leader Ada Lind over a speech.",
		"Police in Peru arrest opposition leader Juan Perez.",
		"Peruvian police arrest former premier Juan Perez in Lima over a speech.",
	} {
		d = Parse(text, nil)
		s, o := d.Child(find(d, "arrest"), "nsubj"), d.Child(find(d, "arrest"), "obj")
		if s < 0 || !RelIs(d.Tokens[s].Rel, "nsubj") || o < 0 {
			t.Errorf("%s: subject %d, object %d", text, s, o)
		}
	}
	d = Parse("The Peruvian Navy test-fires a missile.", nil)
	if s := d.Child(find(d, "fires"), "nsubj"); s != find(d, "Navy") {
		t.Errorf("the subject of fires is %d, want Navy", s)
	}
	d = Parse("An explosion tears through a Peruvian diplomat's car.", nil)
	if v := find(d, "tears"); d.Tokens[v].UPOS != "VERB" || d.Child(v, "nsubj") != find(d, "explosion") {
		t.Errorf("tears is %+v", d.Tokens[v])
	}
	d = Parse("Kenya's high court blocks the extradition of the banker to Peru.", nil)
	if v := find(d, "blocks"); d.Tokens[v].UPOS != "VERB" || d.Child(v, "nsubj") != find(d, "court") || d.Child(v, "obj") != find(d, "extradition") {
		t.Errorf("blocks is %+v", d.Tokens[v])
	}
	d = Parse("The premier says Kenya, Chad and Peru are \"toying with regional peace by giving islands to a foreign power\".", nil)
	if v := find(d, "toying"); d.Child(v, "nsubj") != find(d, "Kenya") {
		t.Errorf("the subject of toying is %d, want Kenya", d.Child(v, "nsubj"))
	}
	d = Parse("Kenya recalls its envoy despite Peru withdrawing its ambassador.", nil)
	if v := find(d, "withdrawing"); d.Child(v, "nsubj") != find(d, "Peru") {
		t.Errorf("the subject of withdrawing is %d, want Peru", d.Child(v, "nsubj"))
	}
	d = Parse("The opposition called for three days of protests; the government banned them.", nil)
	if v := find(d, "banned"); d.Child(v, "nsubj") != find(d, "government") || d.Child(find(d, "called"), "nsubj") != find(d, "opposition") {
		t.Errorf("the subject of banned is %d, want government", d.Child(v, "nsubj"))
	}
	d = Parse("Finland shut its border with Kenya for two weeks.", nil)
	if v := find(d, "shut"); d.Tokens[v].XPOS != "VBD" {
		t.Errorf("shut is %+v", d.Tokens[v])
	}
	d = Parse("Prime Minister of Canada Ada Lind, Deputy Prime Minister Eva Berg and Minister of Foreign Affairs Inga Holm make a visit to Oslo.", nil)
	if v := d.Child(find(d, "make"), "nsubj"); v != find(d, "Ada") || d.Tokens[find(d, "Inga")].Head != v || d.Tokens[find(d, "Eva")].Rel != "conj" {
		t.Errorf("who makes a visit is %d, and %+v", v, d.Tokens[find(d, "Inga")])
	}
	d = Parse("Spain hands over a suspected war criminal to Peru.", nil)
	if v := find(d, "hands"); d.Child(v, "nsubj") != find(d, "Spain") || d.Child(v, "obj") != find(d, "criminal") {
		t.Errorf("hands is %+v", d.Tokens[v])
	}
	for text, want := range map[string][3]string{
		"Kenya and Uganda swap prisoners on a one-to-one basis, including Ada Lind and Bo Ek.":                              {"swap", "Kenya", "VBP"},
		"Supporters of the traditional king riot in the Kenyan capital Nairobi after a move by the government to stop him.": {"riot", "Supporters", "VBP"},
		"A Peruvian ship transporting food and aid to the islands docks in Callao.":                                         {"docks", "ship", "VBZ"},
	} {
		d = Parse(text, nil)
		if v := find(d, want[0]); d.Tokens[v].XPOS != want[2] || d.Child(v, "nsubj") != find(d, want[1]) {
			t.Errorf("%s: %+v", text, d.Tokens[v])
		}
	}
	d = Parse("The presidents of North and South Korea met in Oslo.", nil)
	if got := d.Tokens[find(d, "Korea")]; got.Head != find(d, "North") || got.Rel != "conj" || d.Tokens[find(d, "North")].Head != find(d, "presidents") {
		t.Errorf("Korea is %s of %q, want conj of North", got.Rel, d.Tokens[got.Head].Form)
	}
	d = Parse("The premier condemned a controversial visit to Oslo by Ada Rojas on Monday.", nil)
	if got := d.Tokens[find(d, "Ada")].Head; got != find(d, "visit") {
		t.Errorf("Ada hangs on %q, want visit", d.Tokens[got].Form)
	}
	d = Parse("Peruvian Foreign Minister Ana Rojas and her Danish counterpart, Ada Lind, will meet in Lima on Friday.", nil)
	if got := d.Tokens[find(d, "Ada")]; got.Head != find(d, "counterpart") || got.Rel != "appos" {
		t.Errorf("Ada is %s of %q, want appos of counterpart", got.Rel, d.Tokens[got.Head].Form)
	}
	d = Parse("Following high-level talks in Lima, Peru and Denmark sign a fishing agreement on sharing data.", nil)
	if s := d.Child(find(d, "sign"), "nsubj"); s != find(d, "Peru") || d.Tokens[find(d, "Denmark")].Head != s {
		t.Errorf("the subject of sign is %d, want Peru with Denmark on it", s)
	}
	d = Parse("On Monday, state-owned Norwegian news agency Nars reported that Norway issued arrest warrants.", nil)
	if s := d.Child(find(d, "reported"), "nsubj"); s != find(d, "agency") || d.Tokens[find(d, "Nars")].Head != s {
		t.Errorf("the subject is %q, want agency with Nars on it", d.Tokens[s].Form)
	}
}
