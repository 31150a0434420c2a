package read

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/lang"
	"dateline/what"
	"dateline/who"
)

// told is one mention of an event with all that its place in the text tells.
type told struct {
	dateline.Event
	mention  what.Mention
	sentence int
	entities []int // of who.Layer, actors and recipients, sorted
	sides    []int // of the actors alone
	dated    bool  // the text gives the time; else it is by default
	definite bool  // "the visit", "his trip": of something told elsewhere
	nominal  bool
	heading  bool // in the title, where that is not of the text
	// superlative: "the first minister to visit Norland", a visit told elsewhere
	superlative bool
	conference  int  // index into rooms.conferences, -1 if it is none
	leg         int  // which state of several that one journey goes to
	quoted      bool // told in somebody's words, whether or not these are its source
	// attribute: a participle that tells of its noun who did it, "the forum convened by
	// the Assembly", and nothing of whether it has come about
	attribute bool
	// fate: what became of an event that is told before, "the trip was called off"
	fate bool
}

// tell turns a mention into an event of its own; ok is false if it is none by
// the guidelines.
func (r *rooms) tell(m what.Mention) (t told, ok bool) {
	d := r.doc
	sent := d.Sentences[d.Tokens[m.Trigger].Sent]
	if k := r.kind(sent.Para); k == dateline.SeeAlso && m.Rule != byLink || k == dateline.DateStamp {
		return t, false
	}
	t = told{mention: m, sentence: d.Tokens[m.Trigger].Sent, nominal: d.Tokens[m.Trigger].UPOS != "VERB"}
	t.Event = dateline.Event{
		Type: m.Type, Mode: m.Mode, CAMEO: m.CAMEO, Trigger: d.Words(m.TriggerFirst, m.TriggerLast),
		Status: m.Status, Size: m.Size,
		Evidence: []dateline.Evidence{{Start: sent.Start, End: sent.End, Text: d.Text[sent.Start:sent.End]}},
		Trace: &dateline.Trace{
			Sentence: t.sentence, Rule: m.Rule,
			Trigger: [2]int{d.Tokens[m.TriggerFirst].Start, d.Tokens[m.TriggerLast-1].End},
		},
	}
	if r.prose != nil {
		if w := r.prose.written(t.Trace.Trigger[0], t.Trace.Trigger[1]); w != "" {
			t.Trigger = w
		}
	}
	t.step("trigger %q by %s", t.Trigger, m.Rule)
	t.Trace.Steps = append(t.Trace.Steps, m.StatusWhy...)
	t.definite = t.nominal && r.definite(m.Trigger)
	t.superlative = r.superlative(m.Trigger)
	t.attribute = r.describes(m.Trigger)
	t.heading = r.inTitle(t.sentence)
	r.takePart(&t)
	r.protesters(&t)
	r.mode(&t)
	r.company(&t)
	r.date(&t)
	r.locate(&t)
	r.stopover(&t)
	r.here(&t)
	r.received(&t)
	r.atConference(&t)
	r.host(&t)
	r.authorities(&t)
	t.Source = r.source(&t)
	t.quoted = r.words.Source(m.Trigger) != nil
	return t, true
}

func (t *told) step(format string, a ...any) {
	t.Trace.Steps = append(t.Trace.Steps, fmt.Sprintf(format, a...))
}

func (r *rooms) kind(para int) dateline.ParagraphKind {
	if para < len(r.article.Paragraphs) {
		return r.article.Paragraphs[para].Kind
	}
	return dateline.Body
}

// definite reports whether an event noun speaks of something known.
func (r *rooms) definite(i int) bool {
	if c := r.doc.Child(i, "det"); c >= 0 {
		switch r.doc.Tokens[c].Lemma {
		case "the", "this", "that", "these", "those":
			return true
		}
		return false
	}
	return r.doc.Child(i, "nmod:poss") >= 0
}

// superlative reports whether a verb hangs on a "first …", "highest …" or
// "only … to".
func (r *rooms) superlative(i int) bool {
	t := &r.doc.Tokens[i]
	if !lang.RelIs(t.Rel, "acl") || t.Head < 0 || r.doc.Child(i, "mark") < 0 {
		return false
	}
	switch r.doc.Tokens[t.Head].Lemma {
	case "trip", "visit", "tour", "meeting", "talk", "journey", "time": // "his first trip abroad to meet …"
		return false
	}
	first, _ := r.doc.Subtree(t.Head)
	for k := first; k < t.Head; k++ {
		switch w := &r.doc.Tokens[k]; {
		case w.XPOS == "JJS", w.XPOS == "RBS", w.Lemma == "first", w.Lemma == "only", w.Lemma == "last", w.Lemma == "latest":
			return true
		}
	}
	return false
}

// describes reports whether a verb is a participle that hangs on a noun, or is joined to
// one.
func (r *rooms) describes(v int) bool {
	d := r.doc
	for lang.RelIs(d.Tokens[v].Rel, "conj") && d.Tokens[v].Head >= 0 {
		v = d.Tokens[v].Head
	}
	return d.Tokens[v].XPOS == "VBN" && d.Tokens[v].Rel == "acl" && d.Child(v, "aux", "aux:pass") < 0
}

// whoIsFirst finds the mention of whoever a "first … to" is said of: "Lind is the
// first minister to", "makes her the first minister to"; -1 if nobody is.
func (r *rooms) whoIsFirst(i int) int {
	d := r.doc
	noun := d.Tokens[i].Head
	x := d.Child(noun, "nsubj")
	if v := d.Tokens[noun].Head; x < 0 && v >= 0 && (d.Tokens[v].Lemma == "make" || d.Tokens[v].Lemma == "become") {
		if x = d.Child(v, "iobj"); x < 0 {
			x = d.Child(v, "obj")
		}
		if x == noun || x < 0 {
			x = d.Child(v, "nsubj")
		}
		if up := d.Tokens[v].Head; x < 0 && up >= 0 && lang.RelIs(d.Tokens[v].Rel, "advcl") { // "…, becoming the first to"
			x = d.Child(up, "nsubj")
		}
	}
	if m := r.actors.At(x); m != nil && x != noun {
		return slices.IndexFunc(r.actors.Mentions, func(o who.Mention) bool { return o.Head == m.Head && o.First == m.First })
	}
	return -1
}

// takePart fills actors and recipients.
func (r *rooms) takePart(t *told) {
	m := &t.mention
	if t.superlative {
		if k := r.whoIsFirst(m.Trigger); k >= 0 {
			m.Actors, m.ActorHeads = []int{k}, nil
		}
	}
	t.Actors, t.sides = r.participants(m.Actors, m.ActorHeads)
	var others []int
	t.Recipients, others = r.participants(m.Recipients, m.RecipientHeads)
	if t.Type == dateline.Consult && t.Mode != "visit" { // all sides meet
		t.Actors, t.Recipients = append(t.Actors, t.Recipients...), []dateline.Actor{}
		t.sides = append(t.sides, others...)
	}
	r.otherSide(t, others)
	r.ours(t)
	if t.Mode == "visit" && len(t.Actors) > 1 { // who is visited does not travel
		t.Actors = slices.DeleteFunc(t.Actors, func(a dateline.Actor) bool {
			return strings.HasPrefix(a.ID, "s:") && slices.ContainsFunc(t.Recipients, func(b dateline.Actor) bool { return a.ID == b.ID })
		})
	}
	t.Recipients = without(t.Recipients, t.Actors)
	t.entities = slices.Concat(t.sides, others)
	slices.Sort(t.entities)
	t.entities = slices.Compact(t.entities)
	for _, a := range t.Actors {
		t.step("actor %s (%s)", a.Name, a.State)
	}
	for _, a := range t.Recipients {
		t.step("recipient %s (%s)", a.Name, a.State)
	}
}

// participants gives the actors of mentions and of heads that nobody knows. A
// state is left out beside somebody who acts for it.
func (r *rooms) participants(mentions, heads []int) ([]dateline.Actor, []int) {
	out := []dateline.Actor{}
	var entities []int
	for _, k := range mentions {
		for _, e := range r.actors.Mentions[k].Entities {
			if e = r.nameAhead(e); !slices.Contains(entities, e) {
				entities = append(entities, e)
			}
		}
	}
	for _, h := range r.groups(mentions, heads) {
		for _, e := range r.members(h) {
			if !slices.Contains(entities, e) {
				entities = append(entities, e)
			}
		}
	}
	entities = slices.DeleteFunc(entities, func(e int) bool {
		x := &r.actors.Entities[e]
		return x.Kind == who.State && slices.ContainsFunc(entities, func(o int) bool {
			y := &r.actors.Entities[o]
			return o != e && y.Kind == who.Person && y.State == x.State
		})
	})
	for _, e := range entities {
		out = append(out, r.actors.Actor(e))
	}
	for _, h := range heads {
		if r.ofTheName(h) || r.times.At(h) != nil {
			continue
		}
		if w := &r.doc.Tokens[h]; (lang.RelIs(w.Rel, "amod") || w.Rel == "compound") && w.Head > h && journeys[r.doc.Tokens[w.Head].Lemma] {
			continue // "her six-country Asian trip": nobody
		}
		if r.doc.Tokens[h].Lemma == "counterpart" {
			continue // "her counterparts", of whom not even the state is told
		}
		out = append(out, dateline.Actor{Name: r.phrase(h)})
	}
	return out, entities
}

// ofTheName reports whether a word that nobody knows is part of a conference's name: "the
// Harbour Conference".
func (r *rooms) ofTheName(h int) bool {
	w := &r.doc.Tokens[h]
	if w.UPOS != "PROPN" || w.Head <= h || w.Rel != "compound" && w.Rel != "amod" {
		return false
	}
	_, ok := r.conferenceAt[w.Head]
	return ok
}

// otherSide completes a meeting of which one side is told with whoever holds it:
// the subject of the verb over the noun, or of the verb that governs that one.
func (r *rooms) otherSide(t *told, others []int) {
	if t.Type != dateline.Consult || t.Mode == "visit" || t.Mode == "multilateral" || t.mention.Light < 0 || len(t.sides)+len(others) != 1 {
		return
	}
	d := r.doc
	one := slices.Concat(t.sides, others)[0]
	for i, hops := t.mention.Light, 0; i >= 0 && hops < 4; i, hops = d.Tokens[i].Head, hops+1 {
		if s := d.Child(i, "nsubj"); s >= 0 {
			for _, e := range r.actors.Resolve(s) {
				if !r.agree(e, one) && r.actors.Entities[e].Political {
					t.Actors = append([]dateline.Actor{r.actors.Actor(e)}, t.Actors...)
					t.sides = append(t.sides, e)
				}
			}
			return
		}
		if !lang.RelIs(d.Tokens[i].Rel, "xcomp") && !lang.RelIs(d.Tokens[i].Rel, "conj") {
			return
		}
	}
}

// groups are the head tokens of participants.
func (r *rooms) groups(mentions, heads []int) []int {
	out := slices.Clone(heads)
	for _, k := range mentions {
		out = append(out, r.actors.Mentions[k].Head)
	}
	return out
}

// members are those whom the text names of a group: "ministers, including Lind".
func (r *rooms) members(h int) []int {
	d := r.doc
	for _, c := range d.Children(h) {
		k := d.Child(int(c), "case", "mark")
		if int(c) < h || k < 0 || d.Tokens[k].Form != "including" {
			continue
		}
		return r.actors.Resolve(int(c))
	}
	return nil
}

// longestName is how many tokens a participant's name may take that is no name.
const longestName = 8

// journeys are nouns whose adjectives tell where they lead, not who makes them.
var journeys = wordSet("trip tour visit journey leg stop")

// counts are nouns that say of how many a name speaks.
var counts = wordSet("hundred thousand dozen million score ten crowd handful majority number")

// prepositionBefore is the preposition of a noun, or "".
func (r *rooms) prepositionBefore(i int) string {
	if k := r.doc.Child(i, "case"); k >= 0 {
		return r.doc.Tokens[k].Lemma
	}
	return ""
}

// phrase is the text of a head with its modifiers, without determiner.
func (r *rooms) phrase(h int) string {
	first, last := h, h+1
	for _, c := range r.doc.Children(h) {
		switch t := &r.doc.Tokens[c]; {
		case t.Rel == "amod", t.Rel == "compound", t.Rel == "nummod", t.Rel == "nmod:desc", t.Rel == "nmod:poss", lang.RelIs(t.Rel, "flat"):
			f, l := r.doc.Subtree(int(c))
			first, last = min(first, f), max(last, l)
		case lang.RelIs(t.Rel, "nmod") && counts[strings.TrimSuffix(strings.ToLower(r.doc.Tokens[h].Lemma), "s")] && int(c) > h && r.prepositionBefore(int(c)) == "of":
			_, last = r.doc.Subtree(int(c)) // "hundreds of farmers"
			if last-first > longestName {
				last = int(c) + 1
			}
		}
	}
	if last-first > longestName {
		first, last = h, h+1
	}
	return r.doc.Words(first, last)
}

// without drops from list whoever is in other, too.
func without(list, other []dateline.Actor) []dateline.Actor {
	return slices.DeleteFunc(list, func(a dateline.Actor) bool {
		return slices.ContainsFunc(other, func(b dateline.Actor) bool { return a.ID == b.ID && a.Name == b.Name })
	})
}
