package who

import (
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
)

// named ties a named person to an earlier mention of the text, or to the facts,
// or makes a new one.
func (r *reader) named(m Mention, e Entity, former bool) {
	if k := r.sameName(&e); k >= 0 && !r.namesake(&r.Entities[k], &e, former) {
		r.correct(&r.Entities[k], &e, former)
		r.enrich(&r.Entities[k], &e)
		r.ownPerson(&r.Entities[k], former)
		r.link(m, k)
		return
	}
	hint := facts.Hint{State: e.State, Office: e.Office, Former: former, Gender: e.Gender, Day: r.article.Date}
	if o, elect := strings.CutSuffix(e.Office, "-elect"); elect {
		if hint.Office = o; hint.Day.Known() {
			hint.Day += untilOffice
		}
	}
	var refs []facts.PersonRef
	focus := ""
	if e.State == "" && e.Office != "" && !former {
		focus = r.focusState(m.First)
	}
	if focus != "" { // "Foreign Minister Lind" of the state that the text speaks of
		at := hint
		at.State = focus
		refs = r.facts.PersonsNamed(withoutInitials(e.Name), at)
		if len(refs) > 0 && refs[0].Score >= linkAt && refs[0].Holding != nil && refs[0].Holding.State == focus && r.holds(&refs[0], hint.Office) {
			e.State, e.guessed = focus, true
			r.take(&e, &refs[0], false)
			r.introduce(m, e, former)
			return
		}
	}
	refs = r.facts.PersonsNamed(e.Name, hint)
	if short := withoutInitials(e.Name); short != e.Name {
		if more := r.facts.PersonsNamed(short, hint); len(refs) == 0 || len(more) > 0 && more[0].Score >= refs[0].Score {
			refs = more
		}
	}
	if len(refs) > 0 && (r.trusted(&e, &refs[0]) || r.unmistakable(&e, refs)) {
		r.take(&e, &refs[0], former)
	} else if ref := r.wellKnown(&e); ref != nil {
		r.take(&e, ref, former)
		e.Political = true
	} else if !r.withoutGuess(&e, former) {
		e.ID = newID(Person, e.Name, e.State)
	}
	if e.State == "" && focus != "" && (stateOffices[lastWord(hint.Office)] || hint.Office == "judge") && r.hasOffice(focus, e.Office) {
		e.State, e.guessed = focus, true
		if !e.linked() {
			e.ID = newID(Person, e.Name, e.State)
		}
	}
	r.royal(&e)
	r.ownPerson(&e, former)
	r.introduce(m, e, former)
}

// ownPerson gives a government's own people its state where the text tells them none.
func (r *reader) ownPerson(e *Entity, former bool) {
	s := r.from().state
	if s == "" || e.State != "" || e.Office == "" || partial(e.Office) || r.taken(s, e.Office) || former || e.linked() {
		return
	}
	e.State, e.guessed = s, true
	if !e.linked() {
		e.ID = newID(Person, e.Name, s)
	}
}

// taken reports whether somebody of the text holds an office of a state that one alone
// can hold.
func (r *reader) taken(state, office string) bool {
	return oneOnly(office) && slices.ContainsFunc(r.Entities, func(e Entity) bool {
		return e.Kind == Person && !e.Plural && e.State == state && strings.EqualFold(e.Office, office) && !e.Past && len(e.Mentions) > 0 && r.Mentions[e.Mentions[0]].Form == Named
	})
}

// partial reports an office that parties and bodies have as well as states: their leaders
// are not those of the government that publishes the text.
func partial(office string) bool {
	switch office {
	case "leader", "opposition leader", "head", "chief", "chairman", "chair", "founder", "member":
		return true
	}
	return false
}

// withoutGuess looks a person up by name and office alone where the state was only
// guessed from the words around.
func (r *reader) withoutGuess(e *Entity, former bool) bool {
	if !e.guessed || e.Office == "" {
		return false
	}
	refs := r.facts.PersonsNamed(withoutInitials(e.Name), facts.Hint{Office: e.Office, Former: former, Gender: e.Gender, Day: r.article.Date})
	if len(refs) == 0 || refs[0].Score < surely || refs[0].Holding == nil || !r.holds(&refs[0], e.Office) || strings.HasPrefix(refs[0].Why, "sounds alike") {
		return false
	}
	e.State, e.guessed = refs[0].Holding.State, false
	r.take(e, &refs[0], former)
	return true
}

// surely is the least score at which a name with its office is tied to a person of a
// state that the text does not tell.
const surely = 0.6

// hasOffice reports whether a state is not known to lack an office: few have a sultan.
func (r *reader) hasOffice(state, office string) bool {
	switch lastWord(office) {
	case "king", "queen", "emir", "sultan", "chancellor", "emperor":
		return len(r.facts.Holders(state, office, r.article.Date)) > 0
	}
	return true
}

// untilOffice is how many days pass at most between an election and its office.
const untilOffice = 150

// namesake reports whether a surname with another office is another person whom
// the facts know: "Secretary Clinton" and "former President Clinton".
func (r *reader) namesake(old, e *Entity, former bool) bool {
	if e.Office == "" || old.Office == "" || e.Office == strings.ToLower(old.Office) || strings.Contains(e.Name, " ") || !old.linked() {
		return false
	}
	state := e.State
	if state == "" {
		state = old.State
	}
	refs := r.facts.PersonsNamed(e.Name, facts.Hint{State: state, Office: e.Office, Former: former, Day: r.article.Date})
	return len(refs) > 0 && refs[0].Score > 0.6 && refs[0].Person.ID != old.ID && refs[0].Holding != nil && r.holds(&refs[0], e.Office)
}

// introduce adds a person who was not in the text before.
func (r *reader) introduce(m Mention, e Entity, former bool) {
	if e.Gender == "" {
		first, _, _ := strings.Cut(e.Name, " ")
		e.Gender = r.facts.Gender(first)
	}
	e.Political = e.Political || former
	r.add(m, e)
}

// stateOffices end the names of offices that a state has, not a body.
var stateOffices = map[string]bool{"president": true, "minister": true, "king": true, "queen": true, "chancellor": true, "emir": true, "sultan": true, "prince": true, "premier": true, "parliament": true, "state": true}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// holds reports whether the holding of a person answers to an office.
func (r *reader) holds(ref *facts.PersonRef, office string) bool {
	for _, want := range r.facts.ClassesOf(ref.Holding.State, office) {
		if slices.Contains(ref.Holding.Classes, want) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(ref.Holding.Title), office)
}

// linkAt is the least score at which a name is tied to a person of the facts.
const linkAt = 0.5

// take fills an entity from the facts.
func (r *reader) take(e *Entity, ref *facts.PersonRef, former bool) {
	e.ID, e.Confidence = ref.Person.ID, ref.Score
	if h := ref.Holding; e.guessed && ref.Person.State != "" && ref.Person.State != e.State && (h == nil || h.State != e.State) {
		e.State, e.guessed = "", false // the state of another beside
	}
	if e.Gender == "" {
		e.Gender = ref.Person.Gender
	}
	if h := ref.Holding; e.State == "" && (h == nil || e.Office != "" || !h.From.Known() || !r.article.Date.Known() || h.From <= r.article.Date || r.heldBefore(ref)) {
		e.State = r.homeOf(ref) // one who will hold office later acts for nobody yet
		if h != nil && !former && len(h.State) != 3 && h.State != "" && r.current(h) {
			e.State = h.State // the Secretary-General of the UN is no South Korean
		}
		if o := r.facts.OrgByName(e.State); o != nil && r.facts.State(e.State) == nil {
			switch o.Kind {
			case "party":
				e.State = o.State
			case "armed": // who leads rebels acts for no state
				e.State = ""
				if f := r.words.forces[o.ID]; f.on(r.article.Date) {
					e.State = f.state
				}
			}
		}
	}
	if h := ref.Holding; h != nil {
		now := r.current(h)
		if e.Office == "" && now {
			e.Office, e.looked = h.Title, true
		}
		e.Political = e.Political || now
	}
	e.Why = append(e.Why, ref.Why)
}

// heldBefore reports whether somebody whose office is yet to come has held another before.
func (r *reader) heldBefore(ref *facts.PersonRef) bool {
	return slices.ContainsFunc(r.facts.OfficesOf(ref.Person.ID, dateline.NoDay), func(h facts.Holding) bool {
		return h.From.Known() && h.From <= r.article.Date && len(h.State) == 3
	})
}

// current reports whether an office is held on the article's day, for all that is known.
func (r *reader) current(h *facts.Holding) bool {
	d := r.article.Date
	return !d.Known() || (!h.To.Known() || h.To >= d) && (!h.From.Known() || h.From <= d)
}

// sameName finds an earlier person of the text who goes by the name.
func (r *reader) sameName(e *Entity) int {
	name := facts.Fold(e.Name)
	for k := len(r.Entities) - 1; k >= 0; k-- {
		o := &r.Entities[k]
		if o.Kind != Person || o.Plural || o.State != "" && e.State != "" && o.State != e.State && !sameWhole(o, e) && !sameHolder(o, e) || o.Gender != "" && e.Gender != "" && o.Gender != e.Gender {
			continue
		}
		n := facts.Fold(o.Name)
		if n == name || oneName(o.Name, e.Name) || withinName(name, n) || partOf(n, name) || partOf(name, n) || partOf(name, facts.Fold(withoutInitials(o.Name))) {
			return k
		}
	}
	return -1
}

// sameWhole reports whether two persons of different states have one full name, and
// either a state was only guessed or their offices do not contradict each other.
func sameWhole(a, b *Entity) bool {
	if !strings.Contains(a.Name, " ") || facts.Fold(a.Name) != facts.Fold(b.Name) {
		return false
	}
	return a.guessed || b.guessed || a.Office == "" || b.Office == "" || strings.EqualFold(a.Office, b.Office)
}

// sameHolder reports whether a surname with an office, whose state was only guessed from
// the words around, is that of somebody named in full with the same office: "Japanese
// Vice Minister Mori Takeo … Vice Minister Cho and Vice Minister Mori".
func sameHolder(old, e *Entity) bool {
	return e.guessed && e.Office != "" && strings.EqualFold(old.Office, e.Office) && !strings.Contains(e.Name, " ") && strings.Contains(old.Name, " ")
}

// correct puts the state that a phrase tells in the place of one that was guessed,
// and looks the person up anew.
func (r *reader) correct(old, e *Entity, former bool) {
	if !old.guessed || e.guessed || e.State == "" {
		return
	}
	old.guessed = false
	if old.State == e.State {
		return
	}
	old.State, old.ID, old.Why = e.State, newID(Person, old.Name, e.State), nil
	office := e.Office
	if office == "" {
		office = old.Office
	}
	refs := r.facts.PersonsNamed(withoutInitials(old.Name), facts.Hint{State: e.State, Office: office, Former: former, Gender: old.Gender, Day: r.article.Date})
	if len(refs) > 0 && r.trusted(old, &refs[0]) && r.byID(refs[0].Person.ID) < 0 {
		r.take(old, &refs[0], former)
	}
}

// withinName reports whether one long word stands in the middle of a name of three or
// more: "Faki" in "Moussa Faki Mahamat".
func withinName(word, whole string) bool {
	return len(word) > 3 && !strings.Contains(word, " ") && strings.Count(whole, " ") > 1 && strings.Contains(whole, " "+word+" ")
}

// partOf reports whether the words of part begin or end the words of whole.
func partOf(part, whole string) bool {
	return strings.HasPrefix(whole, part+" ") || strings.HasSuffix(whole, " "+part)
}

// enrich adds what a later mention tells of a person.
func (r *reader) enrich(old, e *Entity) {
	longer := len(e.Name) > len(old.Name) && strings.Contains(e.Name, " ")
	if len(e.Name) > len(old.Name) {
		old.Name = e.Name
	}
	if old.State == "" {
		old.State = e.State
	}
	if old.Office == "" {
		old.Office, old.Past = e.Office, e.Past
	}
	if old.Gender == "" {
		old.Gender = e.Gender
	}
	if e.Office != "" && !strings.EqualFold(e.Office, old.Office) && !slices.Contains(old.offices, e.Office) {
		old.offices = append(old.offices, e.Office)
	}
	old.Political = old.Political || e.Political
	old.Armed = old.Armed || e.Armed
	if longer && !old.linked() {
		r.lookAgain(old, e.Past)
	}
}

// lookAgain ties somebody to the facts of whom the text first told too little.
func (r *reader) lookAgain(e *Entity, former bool) {
	refs := r.facts.PersonsNamed(withoutInitials(e.Name), facts.Hint{State: e.State, Office: e.Office, Former: former, Gender: e.Gender, Day: r.article.Date})
	if len(refs) > 0 && r.trusted(e, &refs[0]) && r.byID(refs[0].Person.ID) < 0 {
		r.take(e, &refs[0], former)
	}
}

// trusted reports whether a person of the facts is the one of the text. A name
// that only sounds alike needs the same state and an office beside it.
func (r *reader) trusted(e *Entity, ref *facts.PersonRef) bool {
	if ref.Score < linkAt {
		return false
	}
	if strings.HasPrefix(ref.Why, "sounds alike") && !sameEnds(e.Name, ref.Person.Name) {
		return e.State != "" && e.Office != "" && (e.State == ref.Person.State || ref.Holding != nil && ref.Holding.State == e.State)
	}
	return true
}

// unmistakable reports whether a full name is that of one person of the facts only,
// of the state that the text tells, or in office on the day if it tells none.
func (r *reader) unmistakable(e *Entity, refs []facts.PersonRef) bool {
	name := facts.Fold(e.Name)
	if !strings.Contains(name, " ") || facts.Fold(refs[0].Person.Name) != name || len(refs) > 1 && facts.Fold(refs[1].Person.Name) == name {
		return false
	}
	ref := &refs[0]
	h := ref.Holding
	if e.State != "" {
		return ref.Score >= sureAt && (ref.Person.State == e.State || h != nil && h.State == e.State)
	}
	if strings.Count(name, " ") > 1 {
		return ref.Score >= sureAt
	}
	day := r.article.Date
	return h != nil && e.Office == "" && day.Known() && h.From.Known() && h.From <= day && (!h.To.Known() || day <= h.To) && ref.Score >= 0.4
}

// sureAt is the least score at which a name that is one person's only is tied to that
// person.
const sureAt = 0.25

// withoutInitials drops middle initials and "Jr.".
func withoutInitials(name string) string {
	var out []string
	for w := range strings.FieldsSeq(strings.ReplaceAll(name, ",", " ")) {
		b := strings.TrimSuffix(w, ".")
		if len(b) == 1 && len(out) > 0 || b == "Jr" || b == "Sr" {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// sameEnds reports whether two full names begin and end with the same words.
func sameEnds(a, b string) bool {
	x, y := strings.Fields(facts.Fold(withoutInitials(a))), strings.Fields(facts.Fold(withoutInitials(b)))
	return len(x) > 1 && len(y) > 1 && x[0] == y[0] && x[len(x)-1] == y[len(y)-1]
}

// homeOf is the state of a person of the facts; a territory gives way to the
// state that its governor serves.
func (r *reader) homeOf(ref *facts.PersonRef) string {
	s := r.facts.State(ref.Person.State)
	if s == nil || s.Independent {
		return ref.Person.State
	}
	for _, h := range r.facts.OfficesOf(ref.Person.ID, r.article.Date) {
		if o := r.facts.State(h.State); o != nil && o.Independent {
			return h.State
		}
	}
	return ref.Person.State
}
