package what

import (
	"slices"

	"dateline"
)

// outcome joins what an attack did to the attack: "fired at the base, killing
// two", "a raid that killed two".
func (r *reader) outcome(m *found, alive map[int]*found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if g := alive[t.Head]; m.Type == dateline.Office && t.XPOS == "VBG" && base(t.Rel) == "advcl" && g != nil && g.Type == dateline.Office && taking[r.lemma(m.Trigger)] {
		return true // "is elected speaker, succeeding Bo Ek"
	}
	if m.Type != dateline.Assault || t.UPOS != "VERB" {
		return r.means(m, alive)
	}
	if casualties[r.lemma(m.Trigger)] && len(m.actors) == 0 && t.XPOS == "VBN" {
		for _, c := range r.doc.Children(m.Trigger) {
			if g := alive[int(c)]; base(r.doc.Tokens[c].Rel) == "advcl" && g != nil && g.Type == dateline.Assault && len(g.actors) > 0 {
				g.recips = addAll(g.recips, r.struck(g, m)) // "were killed after rebels attacked the camp"
				g.extra = joinSize(g.extra, r.size(m))
				return true
			}
		}
	}
	if t.Head < 0 {
		return false
	}
	head := t.Head
	if g := alive[head]; base(t.Rel) == "conj" && g != nil && g.Type == dateline.Assault && casualties[r.lemma(head)] && casualties[r.lemma(m.Trigger)] {
		g.extra = joinSize(g.extra, r.size(m)) // "killed six and wounded ten"
		g.recips = addAll(g.recips, m.recips)
		return true
	}
	if base(t.Rel) == "conj" && t.XPOS == "VBG" && r.doc.Tokens[head].XPOS == "VBG" && r.doc.Tokens[head].Head >= 0 {
		t = &r.doc.Tokens[head] // "killing two and wounding five"
		head = t.Head
	}
	if rel := base(t.Rel); rel != "advcl" && rel != "acl" || rel == "advcl" && t.XPOS != "VBG" {
		return false
	}
	g := alive[head]
	if g == nil || g.Type != dateline.Assault {
		return false
	}
	g.recips = addAll(g.recips, r.struck(g, m))
	g.extra = joinSize(g.extra, r.size(m))
	if len(g.actors) == 0 {
		g.actors = m.actors
	}
	return true
}

var taking = words("succeed replace become")

var casualties = words("kill wound injure maim hurt murder")

// struck are whom an attack's outcome adds to those whom it was aimed at: not its
// bystanders, "fired at the embassy, injuring two".
func (r *reader) struck(g, m *found) []int {
	if len(g.recips) == 0 {
		return m.recips
	}
	return slices.DeleteFunc(slices.Clone(m.recips), func(t int) bool { return !r.political(t) && !r.called(t) })
}

// means joins an attack to what it did: "was killed in a bombing", "were wounded
// by shelling", "the airstrikes killed". The deed that tells who bore it stays.
func (r *reader) means(m *found, alive map[int]*found) bool {
	t := &r.doc.Tokens[m.Trigger]
	if m.Type != dateline.Assault || !m.bound.row.Noun || t.Head < 0 {
		return false
	}
	g := alive[t.Head]
	if g == nil || g.Type != dateline.Assault || g.bound.row.Noun {
		return false
	}
	switch p := r.preposition(m.Trigger); base(t.Rel) {
	case "nsubj":
		g.recips = addAll(g.recips, m.recips) // "the raid on the camp killed five"
	case "obl":
		if p != "in" && p != "by" && p != "during" && p != "with" {
			return false
		}
	default:
		return false
	}
	if len(g.actors) == 0 {
		g.actors = m.actors
	}
	if g.PlaceHead < 0 {
		g.PlaceHead = m.PlaceHead
	}
	g.extra = joinSize(g.extra, r.size(m))
	return true
}
