package who

import (
	"slices"
	"strings"
)

// holderInText finds the person of the text whom an office without a name means at
// token i: who holds it and stands most in the foreground; or -1.
func (r *reader) holderInText(i int, office, state string, former bool) int {
	if k := r.foremost(i, state, former, func(e *Entity) int { return officeTold(e, office) }); k >= 0 || !strings.Contains(office, " ") {
		return k
	}
	return r.foremost(i, state, former, func(e *Entity) int { return r.officeKnown(e, office) })
}

// foremost is the person who stands most in the foreground at token i of those who
// fit (more than 0); or -1.
func (r *reader) foremost(i int, state string, former bool, fits func(*Entity) int) int {
	best, top := -1, 0
	for k := range r.Entities {
		e := &r.Entities[k]
		if e.Kind != Person || e.Plural || state != "" && e.State != state || len(e.Mentions) == 0 {
			continue
		}
		score := fits(e)
		if score == 0 {
			continue
		}
		if e.Past != former {
			score -= 15
		}
		if r.doneBy(i, k) {
			score -= 40
		}
		if score += r.prominence(k, i); best < 0 || score > top {
			best, top = k, score
		}
	}
	return best
}

// doneBy reports whether an entity does what the verb above token i tells, so that
// the token means another: "Lind spoke with the president".
func (r *reader) doneBy(i, entity int) bool {
	for j := r.doc.Tokens[i].Head; j >= 0; j = r.doc.Tokens[j].Head {
		if t := &r.doc.Tokens[j]; t.UPOS != "VERB" {
			continue
		}
		s := r.doc.Child(j, "nsubj")
		if s == i || s < 0 || s > i {
			return false
		}
		m := r.At(s)
		return m != nil && slices.Contains(m.Entities, entity)
	}
	return false
}

// officeFits tells how well an office means one who holds it, by the words of the
// text or what the facts know of the day; 0: not at all.
func (r *reader) officeFits(e *Entity, office string) int {
	return max(officeTold(e, office), r.officeKnown(e, office))
}

// officeTold does so by the words of the text.
func officeTold(e *Entity, office string) int {
	best := 0
	for _, held := range append(slices.Clone(e.offices), e.Office) {
		held = strings.ToLower(held)
		switch {
		case held == "":
		case held == office:
			return 16
		case strings.HasSuffix(held, " "+office) && !lesser(held), strings.HasPrefix(held, office+" "):
			best = max(best, 6)
		}
	}
	return best
}

// officeKnown does so by the facts.
func (r *reader) officeKnown(e *Entity, office string) int {
	if e.linked() && strings.Contains(office, " ") {
		for _, h := range r.facts.OfficesOf(e.ID, r.article.Date) {
			for _, c := range r.facts.ClassesOf(h.State, office) {
				if slices.Contains(h.Classes, c) {
					return 6
				}
			}
		}
	}
	return 0
}

// lesser reports whether an office is one below that of which its last words tell:
// a vice president is no president.
func lesser(office string) bool {
	first, _, _ := strings.Cut(office, " ")
	switch first {
	case "vice", "deputy", "assistant", "under", "associate", "former", "first":
		return true
	}
	return false
}

// linked reports whether the facts know an entity.
func (e *Entity) linked() bool { return !strings.Contains(e.ID, "~") }

// prominence weighs how much an entity stands in the foreground at token i: near,
// as a subject, and often.
func (r *reader) prominence(k, i int) int {
	e := &r.Entities[k]
	best := 0
	for _, j := range e.Mentions {
		m := &r.Mentions[j]
		if m.Head >= i {
			continue
		}
		back := r.doc.Tokens[i].Sent - r.doc.Tokens[m.Head].Sent
		best = max(best, 30-6*min(back, 4)+r.salience(m.Head))
	}
	return best + 2*min(len(e.Mentions), 5)
}

// heldBy gives those of the persons last spoken of before token i who hold an
// office of one name: what "the presidents" may mean; n of them (0: two or more), in
// the order of the text.
func (r *reader) heldBy(i int, office string, n int) []int {
	var out []int
	for k := len(r.Mentions) - 1; k >= 0 && (n == 0 || len(out) < n); k-- {
		m := &r.Mentions[k]
		if r.doc.Tokens[i].Sent-r.doc.Tokens[m.Head].Sent > farBack {
			break
		}
		if len(m.Entities) != 1 || m.Head >= i || slices.Contains(out, m.Entities[0]) {
			continue
		}
		if e := &r.Entities[m.Entities[0]]; e.Kind == Person && !e.Plural && r.officeFits(e, office) > 0 {
			out = append(out, m.Entities[0])
		}
	}
	slices.Reverse(out)
	return out
}
