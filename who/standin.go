package who

// Stand-in by the lead, so that the rooms behind who can run. H: replace this
// file as a whole by yours.

import (
	"embed"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/when"
)

//go:embed tables
var tableFiles embed.FS

type nounRow struct {
	name, kind string
	flags      map[string]bool
}

type words struct {
	office, person, org map[string]nounRow
	plural, pronoun     map[string][]string
}

var lexicon = sync.OnceValue(func() *words {
	l := &words{map[string]nounRow{}, map[string]nounRow{}, map[string]nounRow{}, map[string][]string{}, map[string][]string{}}
	rows := func(name string) (out [][]string) {
		b, err := tableFiles.ReadFile("tables/" + name)
		if err != nil {
			panic(err)
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && line[0] != '#' {
				out = append(out, append(strings.Split(line, "\t"), "", "", "", ""))
			}
		}
		return out
	}
	flags := func(s string) map[string]bool {
		m := map[string]bool{}
		for f := range strings.SplitSeq(s, ",") {
			m[f] = true
		}
		return m
	}
	deps := rows("departments.txt")
	for _, r := range rows("offices.txt") {
		if !strings.Contains(r[0], "{d}") {
			l.office[r[0]] = nounRow{r[1], "", flags(r[2])}
			continue
		}
		for _, d := range deps {
			k := strings.ReplaceAll(r[0], "{d}", d[0])
			if _, ok := l.office[k]; !ok {
				l.office[k] = nounRow{strings.ReplaceAll(r[1], "{d}", d[1]), "", flags(r[2])}
			}
		}
	}
	for _, r := range rows("persons.txt") {
		l.person[r[0]] = nounRow{r[0], "", flags(r[1])}
	}
	for _, r := range rows("orgs.txt") {
		l.org[r[0]] = nounRow{r[0], r[1], flags(r[2])}
	}
	for _, r := range rows("plurals.txt") {
		l.plural[r[0]] = r[1:]
	}
	for _, r := range rows("pronouns.txt") {
		l.pronoun[r[0]] = r[1:]
	}
	return l
})

var ios = map[string]string{
	"united nations": "UN", "un": "UN", "u.n.": "UN", "european union": "EU", "eu": "EU", "e.u.": "EU", "nato": "NATO",
	"asean": "ASEAN", "african union": "AU", "au": "AU", "g7": "G7", "g-7": "G7", "g20": "G20", "g-20": "G20", "g8": "G8",
	"apec": "APEC", "imf": "IMF", "international monetary fund": "IMF", "world bank": "World Bank", "wto": "WTO", "world trade organization": "WTO",
	"who": "WHO", "world health organization": "WHO", "iaea": "IAEA", "international atomic energy agency": "IAEA", "opec": "OPEC", "osce": "OSCE",
	"arab league": "Arab League", "icc": "ICC", "international criminal court": "ICC", "european commission": "EU", "european parliament": "EU",
	"european council": "EU", "security council": "UN", "un security council": "UN", "united nations security council": "UN", "interpol": "INTERPOL",
	"brics": "BRICS", "ecowas": "ECOWAS", "commonwealth of independent states": "CIS", "shanghai cooperation organisation": "SCO", "eurasian economic union": "EAEU",
}

var armedNames = map[string]bool{"taliban": true, "hamas": true, "hezbollah": true, "isil": true, "isis": true, "al-qaeda": true, "al-shabaab": true, "houthis": true, "houthi": true, "pkk": true, "farc": true, "islamic state": true}

type gaz struct {
	n    int
	kind facts.Kind
	ref  facts.Ref
}

type reader struct {
	*Layer
	a     *dateline.Article
	f     *facts.Facts
	lex   *words
	gaz   []gaz // by token
	gazOf []int // token -> first token of the gaz entry that covers it, -1
}

// Read finds everybody in a text.
func Read(doc *lang.Doc, a *dateline.Article, t *when.Layer, f *facts.Facts) *Layer {
	l := &Layer{doc: doc, byHead: make([]int32, len(doc.Tokens))}
	r := &reader{Layer: l, a: a, f: f, lex: lexicon(), gaz: make([]gaz, len(doc.Tokens)), gazOf: make([]int, len(doc.Tokens))}
	for i := range l.byHead {
		l.byHead[i], r.gazOf[i] = -1, -1
	}
	r.gazetteer()
	for i := range doc.Tokens {
		if r.isHead(i) {
			r.mention(i)
		}
	}
	return l
}

func (r *reader) gazetteer() {
	d := r.doc
	for _, s := range d.Sentences {
		forms := make([]string, 0, s.Last-s.First)
		for _, t := range d.Tokens[s.First:s.Last] {
			forms = append(forms, t.Form)
		}
		for i := 0; i < len(forms); {
			n, refs := r.f.Match(forms, i)
			ok := false
			for _, ref := range refs {
				switch ref.Kind {
				case facts.KindState, facts.KindDemonym, facts.KindMetonym, facts.KindOrg, facts.KindCity:
					if c, _ := utf8.DecodeRuneInString(forms[i]); unicode.IsUpper(c) {
						r.gaz[s.First+i] = gaz{n, ref.Kind, ref}
						ok = true
					}
				}
				break
			}
			if !ok {
				i++
				continue
			}
			for j := range n {
				r.gazOf[s.First+i+j] = s.First + i
			}
			i += n
		}
	}
}

// isHead reports whether token i carries a mention of its own.
func (r *reader) isHead(i int) bool {
	t := &r.doc.Tokens[i]
	switch t.UPOS {
	case "NOUN", "PROPN":
	case "PRON":
		_, ok := r.lex.pronoun[strings.ToLower(t.Form)]
		return ok
	case "ADJ":
		return r.gazOf[i] == i && r.gaz[i].kind == facts.KindDemonym
	default:
		return false
	}
	for _, rel := range []string{"flat", "compound", "fixed", "goeswith"} {
		if lang.RelIs(t.Rel, rel) {
			return r.gazOf[i] >= 0 && r.doc.Child(i, "flat") < 0 && t.Rel == "compound"
		}
	}
	return t.Rel != "nmod:desc" && !r.nameInside(i)
}

// nameInside says that a person's name hangs on its title ("Secretary of State Ada Lind").
func (r *reader) nameInside(i int) bool {
	t := &r.doc.Tokens[i]
	n := r.doc.NameAt(i)
	if n == nil || n.Kind != lang.PER || t.Head < 0 || t.Rel != "nmod" && t.Rel != "appos" && t.Rel != "dep" {
		return false
	}
	h := &r.doc.Tokens[t.Head]
	return (h.UPOS == "NOUN" || h.UPOS == "PROPN") && t.Head < n.First && r.doc.Child(i, "case") < 0 && !r.commaBefore(n.First)
}

func (r *reader) commaBefore(i int) bool { return i > 0 && r.doc.Tokens[i-1].UPOS == "PUNCT" }

// phrase is the core of a mention.
type phrase struct {
	head, first, last int
	name              *lang.Name
	pre               []int // tokens of the core before the name, in order
}

func (r *reader) core(i int) phrase {
	p := phrase{head: i, first: i, last: i + 1}
	var walk func(j int)
	walk = func(j int) {
		p.first, p.last = min(p.first, j), max(p.last, j+1)
		for _, c := range r.doc.Children(j) {
			c := int(c)
			rel := r.doc.Tokens[c].Rel
			switch {
			case rel == "compound", rel == "flat", rel == "amod", rel == "nmod:desc", rel == "fixed", rel == "nummod", rel == "goeswith", lang.RelIs(rel, "flat"):
				walk(c)
			case (rel == "nmod" || rel == "appos" || rel == "dep") && r.nameInside(c):
				walk(c)
			case rel == "nmod" && j == i && r.doc.Child(c, "case") >= 0 && r.doc.Tokens[r.doc.Child(c, "case")].Form == "of" && c == r.doc.Child(c, "case")+1 && r.ofTitle(i, c):
				walk(c)
			}
		}
	}
	walk(i)
	for j := p.first; j < p.last; j++ {
		if n := r.doc.NameAt(j); n != nil && n.Kind == lang.PER {
			p.name = n
			p.first, p.last = min(p.first, n.First), max(p.last, n.Last)
			break
		}
	}
	return p
}

// ofTitle holds "Secretary of State", "Minister of Defense" together.
func (r *reader) ofTitle(i, c int) bool {
	_, ok := r.lex.office[r.lower(i)+" of "+r.lower(c)]
	return ok
}

func (r *reader) lower(i int) string {
	t := &r.doc.Tokens[i]
	if t.UPOS == "NOUN" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

func (r *reader) mention(i int) {
	t := &r.doc.Tokens[i]
	if t.UPOS == "PRON" {
		r.pronoun(i)
		return
	}
	if t.UPOS == "ADJ" {
		r.add(Mention{First: i, Last: i + 1, Head: i, Form: Adj}, r.state(r.f.StateOf(r.gaz[i].ref), "", true))
		return
	}
	p := r.core(i)
	if t.Rel == "compound" { // "China policy", "U.S. officials"
		g := r.gaz[i]
		r.add(Mention{First: i, Last: i + g.n, Head: i, Form: Adj}, r.state(r.f.StateOf(g.ref), "", true))
		return
	}
	if p.name != nil {
		r.person(i, p)
		return
	}
	g := r.gazOf[i]
	if g >= 0 && g+r.gaz[g].n >= i+1 {
		switch k := r.gaz[g].kind; k {
		case facts.KindState, facts.KindMetonym, facts.KindCity, facts.KindDemonym:
			ref := r.gaz[g].ref
			st := r.f.StateOf(ref)
			e := r.state(st, r.doc.Words(g, g+r.gaz[g].n), k != facts.KindCity || r.f.CityOf(ref).Capital)
			if k == facts.KindDemonym { // "the Kurds", "Palestinians"
				e.Kind, e.Plural, e.ID = Group, true, "x:"+st+" people"
			}
			r.add(Mention{First: g, Last: g + r.gaz[g].n, Head: i, Form: Named}, e)
			return
		}
	}
	first := p.first
	for first < i && (r.doc.Tokens[first].UPOS == "DET" || r.doc.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	text := r.doc.Words(first, p.last)
	low := strings.ToLower(text)
	if io, ok := ios[strings.TrimPrefix(low, "the ")]; ok {
		r.add(Mention{First: first, Last: p.last, Head: i, Form: Named}, Entity{ID: "o:" + io, Kind: Org, Name: text, State: io, Political: true, Confidence: 0.9})
		return
	}
	r.nominal(i, p, first, text)
}

func (r *reader) state(code, name string, political bool) Entity {
	if name == "" {
		if s := r.f.State(code); s != nil {
			name = s.Name
		}
	}
	return Entity{ID: "s:" + code, Kind: State, Name: name, State: code, Political: political, Confidence: 0.95}
}

// stateOf finds the state that qualifies the phrase of i.
func (r *reader) stateOf(i int, p phrase) string {
	for j := p.first; j < p.last; j++ {
		if g := r.gazOf[j]; g >= 0 && (p.name == nil || j < p.name.First) {
			if k := r.gaz[g].kind; k == facts.KindDemonym || k == facts.KindState || k == facts.KindMetonym {
				return r.f.StateOf(r.gaz[g].ref)
			}
		}
		if io, ok := ios[strings.ToLower(r.doc.Tokens[j].Form)]; ok && r.doc.Tokens[j].UPOS == "PROPN" && j != i {
			return io
		}
	}
	heads := []int{i}
	for j := p.first; j < p.last; j++ {
		if j != i && (p.name == nil || j < p.name.First) {
			heads = append(heads, j)
		}
	}
	for _, h := range heads {
		for _, c := range r.doc.Children(h) {
			c := int(c)
			rel := r.doc.Tokens[c].Rel
			if !lang.RelIs(rel, "nmod") || c >= p.first && c < p.last && rel != "nmod:poss" {
				continue
			}
			if cs := r.doc.Child(c, "case"); rel != "nmod:poss" && (cs < 0 || r.doc.Tokens[cs].Lemma != "of" && r.doc.Tokens[cs].Lemma != "for" && r.doc.Tokens[cs].Lemma != "in") {
				continue
			}
			if g := r.gazOf[c]; g >= 0 {
				return r.f.StateOf(r.gaz[g].ref)
			}
			if io, ok := ios[strings.ToLower(r.doc.Words(r.core(c).first, c+1))]; ok {
				return io
			}
			if m := r.At(c); m != nil && len(m.Entities) == 1 {
				return r.Entities[m.Entities[0]].State
			}
			if s := r.stateOfNested(c); s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *reader) stateOfNested(c int) string {
	p := r.core(c)
	for j := p.first; j < p.last; j++ {
		if g := r.gazOf[j]; g >= 0 {
			return r.f.StateOf(r.gaz[g].ref)
		}
	}
	return ""
}

// office finds the longest office among the words before the name or at the head.
func (r *reader) office(first, last int) (nounRow, bool) {
	for k := first; k < last; k++ {
		var w []string
		for j := k; j < last; j++ {
			if r.doc.Tokens[j].UPOS == "PUNCT" {
				continue
			}
			w = append(w, r.lower(j))
		}
		for n := len(w); n > 0; n-- {
			if row, ok := r.lex.office[strings.Join(w[:n], " ")]; ok && (n == len(w) || n > 1 || len(w) <= 4) {
				return row, true
			}
		}
	}
	return nounRow{}, false
}

func (r *reader) person(i int, p phrase) {
	name := r.doc.Words(p.name.First, p.name.Last)
	e := Entity{Kind: Person, Name: name, State: r.stateOf(i, p), Confidence: 0.6}
	if p.first < p.name.First {
		if o, ok := r.office(p.first, p.name.First); ok {
			if !o.flags["title"] {
				e.Office, e.Political = o.name, true
			}
			e.Gender = gender(o.flags)
		} else if r.roleWord(p.first, p.name.First) {
			e.Political = true
		}
	}
	former := p.first < p.name.First && strings.HasPrefix(strings.ToLower(r.doc.Tokens[p.first].Form), "former")
	m := Mention{First: p.first, Last: p.last, Head: i, Form: Named}
	if k := r.known(name, e); k >= 0 {
		old := &r.Entities[k]
		if len(name) > len(old.Name) {
			old.Name = name
		}
		if old.State == "" {
			old.State = e.State
		}
		if old.Office == "" {
			old.Office = e.Office
		}
		old.Political = old.Political || e.Political
		r.link(m, k)
		return
	}
	hint := facts.Hint{State: e.State, Office: e.Office, Former: former, Day: r.a.Date}
	if refs := r.f.PersonsNamed(name, hint); len(refs) > 0 && refs[0].Score >= 0.5 {
		best := refs[0]
		e.ID, e.Confidence, e.Gender = best.Person.ID, best.Score, best.Person.Gender
		if e.State == "" {
			e.State = best.Person.State
		}
		if best.Holding != nil {
			if e.Office == "" && (!r.a.Date.Known() || !best.Holding.To.Known() || best.Holding.To >= r.a.Date) {
				e.Office = best.Holding.Title
			}
			e.Political = true
		}
	}
	if former {
		e.Political = true
	}
	if e.ID == "" {
		e.ID = newID(e.Kind, name, e.State)
	}
	if e.Gender == "" {
		first, _, _ := strings.Cut(name, " ")
		e.Gender = r.f.Gender(first)
	}
	r.add(m, e)
}

func gender(flags map[string]bool) string {
	switch {
	case flags["f"]:
		return "f"
	case flags["m"]:
		return "m"
	}
	return ""
}

func (r *reader) roleWord(first, last int) bool {
	for j := first; j < last; j++ {
		if row, ok := r.lex.person[r.lower(j)]; ok && row.flags["political"] {
			return true
		}
	}
	return false
}

// known finds an earlier person of the same name.
func (r *reader) known(name string, e Entity) int {
	low := facts.Fold(name)
	for k := len(r.Entities) - 1; k >= 0; k-- {
		o := &r.Entities[k]
		if o.Kind != Person || o.State != "" && e.State != "" && o.State != e.State {
			continue
		}
		n := facts.Fold(o.Name)
		if n == low || strings.HasSuffix(n, " "+low) || strings.HasSuffix(low, " "+n) || strings.HasPrefix(n, low+" ") || strings.HasPrefix(low, n+" ") {
			return k
		}
	}
	return -1
}

func (r *reader) nominal(i int, p phrase, first int, text string) {
	t := &r.doc.Tokens[i]
	m := Mention{First: first, Last: p.last, Head: i, Form: Nominal}
	lemma := r.lower(i)
	plural := strings.Contains(t.Feats, "Number=Plur")
	st := r.stateOf(i, p)
	if o, ok := r.office(p.first, p.last); ok && (st != "" || !plural) {
		if k := r.holder(o.name, st); k >= 0 && r.definite(i) {
			r.link(m, k)
			return
		}
		e := Entity{Kind: Person, Name: text, State: st, Office: o.name, Plural: plural, Political: true, Confidence: 0.6, Gender: gender(o.flags)}
		if plural {
			e.Kind = Group
		} else if st != "" {
			if hs := r.f.Holders(st, o.name, r.a.Date); len(hs) > 0 && !hs[0].LastKnown {
				e.Holder, e.ID = hs[0].Person.Name, hs[0].Person.ID
				if k := r.byID(e.ID); k >= 0 {
					r.link(m, k)
					return
				}
			}
		}
		if e.ID == "" {
			e.ID = newID(e.Kind, o.name, st)
		}
		r.add(m, e)
		return
	}
	if pl, ok := r.lex.plural[lemma]; ok && plural {
		if ms := r.recent(i, pl[0], 2); len(ms) >= 2 {
			m.Entities = ms
			r.push(m)
			return
		}
	}
	if row, ok := r.lex.org[lemma]; ok {
		if st == "" && row.flags["of-state"] && r.definite(i) {
			if k := r.sameHead(lemma); k >= 0 {
				r.link(m, k)
				return
			}
		}
		e := Entity{Kind: Org, Name: text, State: st, Political: row.flags["political"] || st != "", Armed: row.flags["armed"], Plural: row.flags["plural"] || plural, Confidence: 0.6}
		if row.kind == "state" {
			if st == "" {
				if k := r.recentState(); k >= 0 && r.definite(i) {
					r.link(m, k)
					return
				}
			}
		}
		e.ID = newID(Org, text, st)
		r.add(m, e)
		return
	}
	n := r.doc.NameAt(i)
	if row, ok := r.lex.person[lemma]; ok {
		e := Entity{Kind: Person, Name: text, State: st, Political: row.flags["political"] || st != "", Armed: row.flags["armed"], Plural: plural, Confidence: 0.5, Gender: gender(row.flags)}
		if plural {
			e.Kind = Group
		}
		e.ID = newID(e.Kind, text, st)
		r.add(m, e)
		return
	}
	if n != nil && (n.Kind == lang.ORG || n.Kind == lang.NORP) {
		name := r.doc.Words(n.First, n.Last)
		m.Form = Named
		for k := range r.Entities {
			if r.Entities[k].Kind == Org && facts.Fold(r.Entities[k].Name) == facts.Fold(name) {
				r.link(m, k)
				return
			}
		}
		e := Entity{Kind: Org, Name: name, State: st, Political: true, Armed: armedNames[strings.ToLower(name)], Confidence: 0.5}
		e.ID = newID(Org, name, st)
		r.add(m, e)
		return
	}
	if armedNames[strings.ToLower(text)] {
		r.add(m, Entity{ID: newID(Org, text, ""), Kind: Org, Name: text, Political: true, Armed: true, Confidence: 0.7})
	}
}

func (r *reader) definite(i int) bool {
	if r.doc.Tokens[i].UPOS == "PROPN" {
		return true
	}
	d := r.doc.Child(i, "det")
	if d >= 0 {
		switch strings.ToLower(r.doc.Tokens[d].Form) {
		case "the", "this", "that", "both", "these", "those":
			return true
		}
	}
	return r.doc.Child(i, "nmod:poss") >= 0
}

// holder finds a person in focus who holds an office.
func (r *reader) holder(office, st string) int {
	for k := len(r.Entities) - 1; k >= 0; k-- {
		o := &r.Entities[k]
		if o.Kind == Person && o.Office != "" && (o.Office == office || strings.HasSuffix(o.Office, office) || strings.HasSuffix(strings.ToLower(o.Office), office)) && (st == "" || st == o.State) {
			return k
		}
	}
	return -1
}

func (r *reader) byID(id string) int {
	return slices.IndexFunc(r.Entities, func(e Entity) bool { return e.ID == id })
}

func (r *reader) sameHead(lemma string) int {
	for k := len(r.Entities) - 1; k >= 0; k-- {
		w := strings.Fields(strings.ToLower(r.Entities[k].Name))
		if r.Entities[k].Kind == Org && len(w) > 0 && slices.Contains(w, lemma) {
			return k
		}
	}
	return -1
}

func (r *reader) recentState() int {
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		if m := &r.Mentions[k]; len(m.Entities) == 1 && r.Entities[m.Entities[0]].Kind == State {
			return m.Entities[0]
		}
	}
	return -1
}

// recent gives the n last entities of a kind before token i, in the order of text.
func (r *reader) recent(i int, kind string, n int) []int {
	var out []int
	for k := len(r.Mentions) - 1; k >= 0 && len(out) < n; k-- {
		m := &r.Mentions[k]
		if m.Head >= i || len(m.Entities) != 1 || r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > 3 {
			continue
		}
		e := &r.Entities[m.Entities[0]]
		if kind == "person" && (e.Kind != Person || e.Plural) || kind == "state" && e.Kind != State || slices.Contains(out, m.Entities[0]) {
			continue
		}
		if kind == "any" && e.Kind != Person && e.Kind != State {
			continue
		}
		out = append(out, m.Entities[0])
	}
	slices.Reverse(out)
	return out
}

func (r *reader) pronoun(i int) {
	row := r.lex.pronoun[strings.ToLower(r.doc.Tokens[i].Form)]
	if row[0] != "3" {
		return
	}
	m := Mention{First: i, Last: i + 1, Head: i, Form: Pronoun}
	sent := r.doc.Tokens[i].Sent
	best, score := -1, 0
	for k := len(r.Mentions) - 1; k >= 0; k-- {
		c := &r.Mentions[k]
		back := sent - r.doc.Tokens[c.Head].Sent
		if back > 3 || len(c.Entities) != 1 && row[1] == "s" {
			break
		}
		if c.Head >= i || len(c.Entities) != 1 || c.Form == Adj {
			continue
		}
		e := &r.Entities[c.Entities[0]]
		if !agrees(e, row) {
			continue
		}
		s := 40 - 10*back - (i-c.Head)/8
		if lang.RelIs(r.doc.Tokens[c.Head].Rel, "nsubj") {
			s += 12
		}
		if row[3] == "obj" && r.doc.Tokens[i].Head >= 0 && r.doc.Tokens[c.Head].Head == r.doc.Tokens[i].Head {
			s -= 30
		}
		if s > score {
			best, score = c.Entities[0], s
		}
	}
	if best >= 0 {
		r.link(m, best)
	}
}

func agrees(e *Entity, row []string) bool {
	switch row[1] {
	case "s":
		if e.Plural {
			return false
		}
		switch row[2] {
		case "m", "f":
			return e.Kind == Person && (e.Gender == "" || e.Gender == row[2])
		case "n":
			return e.Kind == State || e.Kind == Org
		}
	case "p":
		return e.Plural || e.Kind == Org || e.Kind == Group
	}
	return true
}

func (r *reader) add(m Mention, e Entity) {
	if e.ID != "" {
		if k := r.byID(e.ID); k >= 0 {
			if len(e.Name) > len(r.Entities[k].Name) && e.Kind == Person {
				r.Entities[k].Name = e.Name
			}
			// A state keeps the name under which this mention knows it.
			if e.Kind != State || r.Entities[k].Name == e.Name {
				r.link(m, k)
				return
			}
		}
	}
	r.Entities = append(r.Entities, e)
	r.link(m, len(r.Entities)-1)
}

func (r *reader) link(m Mention, k int) {
	m.Entities = []int{k}
	r.push(m)
}

func (r *reader) push(m Mention) {
	for _, k := range m.Entities {
		r.Entities[k].Mentions = append(r.Entities[k].Mentions, len(r.Mentions))
	}
	r.byHead[m.Head] = int32(len(r.Mentions))
	r.Mentions = append(r.Mentions, m)
}

func newID(k Kind, name, state string) string {
	h := fnv.New64a()
	h.Write([]byte(facts.Fold(name) + "|" + state))
	p := "x:"
	switch k {
	case Person:
		p = "p:"
	case Org:
		p = "o:"
	}
	return fmt.Sprintf("%s%x", p, h.Sum64())
}

// Resolve gives the entities of the phrase headed by a token, coordination included.
func (l *Layer) Resolve(tok int) []int {
	var out []int
	add := func(i int) {
		if m := l.At(i); m != nil {
			for _, e := range m.Entities {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	add(tok)
	for _, c := range l.doc.Children(tok) {
		if lang.RelIs(l.doc.Tokens[c].Rel, "conj") {
			for _, e := range l.Resolve(int(c)) {
				if !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// Actor gives an entity as it stands in a record.
func (l *Layer) Actor(k int) dateline.Actor {
	e := &l.Entities[k]
	return dateline.Actor{ID: e.ID, Name: e.Name, State: e.State, Office: e.Office, Holder: e.Holder}
}
