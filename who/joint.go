package who

import (
	"slices"
	"strings"

	"dateline/lang"
)

// jointSpeakers are the states and bodies that put a statement out together, whom its "we"
// means: those told behind "by" or "of" at the top of the text ("a joint
// statement by the governments of Chile and Peru"), or in its title; fewer
// than two: it is nobody's together.
func (r *reader) jointSpeakers() []int {
	if r.joint == nil {
		r.joint = r.findJoint()
	}
	return r.joint
}

func (r *reader) findJoint() []int {
	who := []int{}
	for s := range min(len(r.doc.Sentences), 2) {
		st := &r.doc.Sentences[s]
		if from, to := jointly(r.doc, st.First, st.Last); from < to {
			who = r.partiesIn(r.Layer, from, to)
		}
		if len(who) > 1 {
			return who
		}
	}
	l := r.readTitle()
	if l.doc == nil {
		return who
	}
	if from, to := jointly(l.doc, 0, len(l.doc.Tokens)); from < to {
		who = r.partiesIn(l, from, to)
	}
	return who
}

// jointly gives the tokens that tell who speaks in a stretch that announces a joint
// statement: behind "by", "of" or "between" up to what it is on; else what stands before
// it ("U.S.-Saudi Arabia Joint Statement").
func jointly(doc *lang.Doc, first, last int) (from, to int) {
	at := -1
	joint := false
	for i := first; i < last; i++ {
		switch strings.ToLower(doc.Tokens[i].Form) {
		case "joint", "jointly", "following":
			joint = true
		case "statement", "declaration", "communiqué", "communique":
			if at < 0 {
				at = i
			}
		}
	}
	if at < 0 || !joint {
		return 0, 0
	}
	from, to = -1, last
	for i := at + 1; i < last; i++ {
		switch strings.ToLower(doc.Tokens[i].Form) {
		case "by", "of", "between":
			if from < 0 {
				from = i + 1
			}
		case "on", "following", "welcoming", "addressing", "commending", ":":
			if from >= 0 {
				return from, i
			}
			return first, at
		}
	}
	if from < 0 {
		return first, at
	}
	return from, to
}

// partiesIn are the entities of the states and bodies for which those named in a stretch of
// the text or its title act, each once.
func (r *reader) partiesIn(l *Layer, from, to int) []int {
	var who []int
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Head < from || m.Head >= to || m.Form == Pronoun || len(m.Entities) != 1 {
			continue
		}
		e := l.Entities[m.Entities[0]]
		if e.State == "" || e.Kind != State && e.Kind != Person && e.Kind != Org {
			continue
		}
		k := r.stateEntity(e.State)
		if k < 0 && e.Kind == Org {
			k = r.byID(e.ID)
		}
		if k < 0 && e.Kind == Org {
			e.Mentions = nil
			r.Entities = append(r.Entities, e)
			k = len(r.Entities) - 1
		}
		if k >= 0 && !slices.Contains(who, k) {
			who = append(who, k)
		}
	}
	return who
}
