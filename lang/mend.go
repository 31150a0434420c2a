package lang

// mend repairs constructions of news that the encoder, taught by treebanks
// with few headlines, gets wrong; it looks only at tags and links and must run
// after Link.
//
//   - "urged the embassy to act and spoke with Lind": a finite verb that was
//     joined to an infinitive belongs to the finite verb above it; so does one joined
//     to a participle, "accused Peru of spying and closed the border".
//   - "condemned a raid on Oslo by Danish forces": who is named behind "by" did
//     what the noun tells, not what the active verb does.
//   - "the news agency Norvik reported", "Secretary of State Ada Lind said": of two
//     subjects side by side one is the other's title.
//   - "After talks in Oslo, Denmark and Peru sign a treaty": a verb without a subject
//     takes the names behind the comma, which were hung on the place before it.
//   - "Rojas and her Danish counterpart, Ada Lind, met": a name behind the conjunct
//     that has the "and" is that one's.
//   - "North and South Korea agree": two names of which the first lacks its second
//     half are joined as names are.
//   - "Police arrest Ada Lind in Oslo": a headline's present tense that was taken
//     for a noun, in a sentence without any verb.
//   - "called the killing a crime": a gerund with an article is a noun.
//   - "An explosion tears through a car": a plural with the article of a singular is
//     the verb of the noun before it.
//   - "The navy test-fires a missile": the first half of a verb of two is no subject.
//   - "says Norland and Sudland are toying with peace": what looks like the object of
//     "says" is the subject of the clause behind it.
//   - "announced in a broadcast that", "despite Norland withdrawing its envoy": clauses
//     hung on where it was said, subjects hung on "despite".
//   - "The high court blocks the extradition", "Norland hands over a suspect": a plural
//     with an object is a verb.
//   - "assured Norland of its support on a visit to Oslo": the visit is the speaker's,
//     not the support's.
//   - "Norland shut its border": a verb whose past is like its present is past behind a
//     singular, which would take an -s.
//   - "Premier Ada Lind, Deputy Premier Bo Ek and Minister Inga Holm visit": persons with
//     their titles are one subject (mend_roll.go).
//   - "The council called for calm; the premier refused": each side of a semicolon has its
//     own subject (mend_semicolon.go).
//   - "Moon Jae-in": the second syllable is no preposition.
func (d *Doc) mend() {
	changed := false
	for i := range d.Tokens {
		if d.mendConjunct(i) || d.mendAgent(i) || d.mendTitle(i) || d.mendApposition(i) || d.mendHalves(i) || d.mendThird(i) || d.mendTest(i) || d.mendGerund(i) || d.mendSaid(i) || d.mendPlural(i) || d.mendJourney(i) || d.mendSyllable(i) || d.mendThat(i) || d.mendDespite(i) || d.mendPhrasal(i) || d.mendInvariant(i) || d.mendSemicolon(i) {
			changed = true
		}
	}
	for s := range d.Sentences {
		if d.mendHeadline(&d.Sentences[s]) || d.mendForces(&d.Sentences[s]) || d.mendRoll(&d.Sentences[s]) {
			changed = true
		}
	}
	for s := range d.Sentences {
		if d.mendSubject(&d.Sentences[s]) {
			changed = true
		}
	}
	if changed {
		d.Link()
	}
}

// mendSubject gives the root verb of a sentence the names right before it, if it has
// no subject and they stand behind a comma within what was hung on it before.
func (d *Doc) mendSubject(s *Sentence) bool {
	v := s.Root
	if d.Tokens[v].UPOS != "VERB" || d.Child(v, "nsubj", "csubj", "expl", "mark") >= 0 {
		return false
	}
	start, tensed := v, finite(&d.Tokens[v])
	for _, c := range d.Children(v) {
		if t := &d.Tokens[c]; int(c) < v && (RelIs(t.Rel, "aux") || t.Rel == "advmod" && int(c) == start-1) {
			start, tensed = min(start, int(c)), tensed || RelIs(t.Rel, "aux")
		}
	}
	if !tensed || start == s.First || d.Tokens[start-1].UPOS == "PUNCT" {
		return false
	}
	top := start - 1 // what the name before the verb hangs on, below the verb
	for top >= 0 && d.Tokens[top].Head != v {
		top = d.Tokens[top].Head
	}
	if top < 0 || top > v || !RelIs(d.Tokens[top].Rel, "obl") {
		return false
	}
	for c := top + 1; c < start; c++ {
		t := &d.Tokens[c]
		first, _ := d.Subtree(c)
		comma := first
		if d.Tokens[comma].Form != "," {
			comma = first - 1
		}
		if t.Rel != "conj" && t.Rel != "appos" || t.UPOS != "PROPN" && t.UPOS != "NOUN" || comma <= top || d.Tokens[comma].Form != "," || d.Child(c, "case") >= 0 {
			continue
		}
		old := t.Head
		t.Head, t.Rel, d.Tokens[comma].Head = v, "nsubj", v
		for k := c + 1; k < start; k++ {
			if w := &d.Tokens[k]; w.Head == old && w.Rel == "conj" {
				w.Head = c
			}
		}
		return true
	}
	return false
}

func finite(t *Token) bool {
	return t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP")
}

// mendConjunct rehangs a finite conjunct of an infinitive.
func (d *Doc) mendConjunct(i int) bool {
	t := &d.Tokens[i]
	if t.Rel != "conj" || !finite(t) || d.Child(i, "nsubj", "aux") >= 0 {
		return false
	}
	h := t.Head
	if h < 0 {
		return false
	}
	m := d.Child(h, "mark")
	if m < 0 || !(d.Tokens[h].XPOS == "VB" && d.Tokens[m].Lemma == "to" || d.Tokens[h].XPOS == "VBG" && RelIs(d.Tokens[h].Rel, "advcl")) {
		return false
	}
	for up := h; up >= 0; up = d.Tokens[up].Head {
		if finite(&d.Tokens[up]) {
			t.Head = up
			return true
		}
		switch rel := d.Tokens[up].Rel; {
		case rel == "xcomp", RelIs(rel, "ccomp"), RelIs(rel, "advcl"), rel == "conj":
		default:
			return false
		}
	}
	return false
}

// mendTitle makes one subject of two between which nothing stands: a person's title
// hangs on the name, any other name on the noun before it.
func (d *Doc) mendTitle(i int) bool {
	t := &d.Tokens[i]
	if t.Head < 0 || !RelIs(t.Rel, "nsubj") || t.UPOS != "PROPN" {
		return false
	}
	first, _ := d.Subtree(i)
	for _, c := range d.Children(t.Head) {
		s := &d.Tokens[c]
		if int(c) >= first || s.Rel != t.Rel || s.UPOS != "NOUN" && s.UPOS != "PROPN" {
			continue
		}
		if _, l := d.Subtree(int(c)); l != first || d.Tokens[l-1].UPOS == "PUNCT" {
			continue
		}
		switch n := d.NameAt(i); {
		case n != nil && n.Kind == PER:
			s.Head, s.Rel = i, "nmod:desc"
		case s.UPOS == "NOUN":
			t.Head, t.Rel = int(c), "appos"
		default:
			return false
		}
		return true
	}
	return false
}

// mendApposition hangs a name between commas on the noun before it: it was taken for
// one more conjunct, but the one with the "and" is the last.
func (d *Doc) mendApposition(i int) bool {
	t := &d.Tokens[i]
	if t.Rel != "conj" || t.UPOS != "PROPN" || t.Head < 0 || d.Child(i, "cc") >= 0 {
		return false
	}
	first, last := d.Subtree(i)
	if d.Tokens[first].Form != "," || last >= len(d.Tokens) || d.Tokens[last].Form != "," {
		return false
	}
	for c := i - 1; c > t.Head; c-- {
		w := &d.Tokens[c]
		if w.Rel != "conj" || w.Head != t.Head {
			continue
		}
		if w.UPOS != "NOUN" || d.Child(c, "cc") < 0 || d.Child(c, "nmod:poss", "amod") < 0 {
			return false
		}
		t.Head, t.Rel = c, "appos"
		return true
	}
	return false
}

// mendAgent rehangs the doer behind "by" from an active verb to its object.
func (d *Doc) mendAgent(i int) bool {
	t := &d.Tokens[i]
	if !RelIs(t.Rel, "obl") || t.Head < 0 || !d.namesDoer(i) {
		return false
	}
	by := d.Child(i, "case")
	v := t.Head
	if by < 0 || d.Tokens[by].Lemma != "by" || d.Tokens[v].UPOS != "VERB" || d.Child(v, "aux:pass", "nsubj:pass") >= 0 || d.Tokens[v].XPOS == "VBN" {
		return false
	}
	o := d.Child(v, "obj")
	if o < 0 || o > i || d.Tokens[o].UPOS != "NOUN" {
		return false
	}
	t.Head, t.Rel = o, "nmod"
	return true
}

// namesDoer reports whether a phrase names somebody: a name, or a noun with a
// people's adjective.
func (d *Doc) namesDoer(i int) bool {
	if d.NameAt(i) != nil {
		return true
	}
	for _, c := range d.Children(i) {
		if n := d.NameAt(int(c)); n != nil && (n.Kind == NORP || n.Kind == PER) && int(c) < i {
			return true
		}
	}
	return false
}

// compass are the first words of names that come in pairs.
var compass = map[string]bool{"North": true, "South": true, "East": true, "West": true}

// mendHalves joins "North and South Korea" as "Norland and Korea" would be: the
// first takes the place of the last, which hangs on it.
func (d *Doc) mendHalves(i int) bool {
	if !compass[d.Tokens[i].Form] || i+3 >= len(d.Tokens) || d.Tokens[i+3].Sent != d.Tokens[i].Sent {
		return false
	}
	first, and, second, land := &d.Tokens[i], &d.Tokens[i+1], &d.Tokens[i+2], &d.Tokens[i+3]
	if and.Form != "and" || !compass[second.Form] || land.UPOS != "PROPN" || first.Head != i+3 || second.Head != i && second.Head != i+3 {
		return false
	}
	for c := d.Sentences[first.Sent].First; c < i; c++ { // "of", "the"
		if d.Tokens[c].Head == i+3 {
			d.Tokens[c].Head = i
		}
	}
	if s := &d.Sentences[first.Sent]; s.Root == i+3 {
		s.Root = i
	}
	first.Head, first.Rel, first.UPOS = land.Head, land.Rel, "PROPN"
	land.Head, land.Rel = i, "conj"
	second.Head, second.Rel = i+3, "compound"
	and.Head, and.Rel = i+3, "cc"
	return true
}

// invariant are verbs whose past is like their present.
var invariant = map[string]bool{
	"shut": true, "let": true, "put": true, "cut": true, "set": true, "hit": true, "quit": true, "split": true, "cast": true,
	"burst": true, "hurt": true, "upset": true, "spread": true, "shed": true,
}

// mendInvariant takes a verb whose past is like its present for past behind a singular.
func (d *Doc) mendInvariant(i int) bool {
	v := &d.Tokens[i]
	if v.UPOS != "VERB" || v.XPOS != "VBP" && v.XPOS != "VB" || !invariant[v.Form] || d.Child(i, "aux", "aux:pass", "mark") >= 0 {
		return false
	}
	s := d.Child(i, "nsubj")
	if s < 0 || s > i || d.Tokens[s].XPOS != "NN" && d.Tokens[s].XPOS != "NNP" || d.Child(s, "conj") >= 0 || d.Tokens[s].Lemma == "police" {
		return false
	}
	v.XPOS, v.Feats = "VBD", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
	return true
}
