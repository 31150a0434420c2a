package said

import (
	"strings"

	"dateline/lang"
	"dateline/who"
)

// turn is what one speaker says in a transcript.
type turn struct {
	colon, speaker int
	capitals       bool // "LIND:", not "Lind:"
	parts          [][2]int
}

// turnsApart is how many tokens of heading a speech has before it at least.
const turnsApart = 15

// transcript reads paragraphs that begin with a speaker and a colon, in all of
// which but a quotation the colon is the only cue: "LIND: We shall not go."
// Paragraphs between two turns go on with the first.
func (r *reader) transcript() {
	var turns []turn
	var between [][2]int // paragraphs since the last turn
	for _, p := range r.paragraphs() {
		t, ok := r.turn(p[0], p[1])
		if !ok {
			between = append(between, p)
			continue
		}
		if n := len(turns); n > 0 && turns[n-1].capitals == t.capitals {
			turns[n-1].parts = append(turns[n-1].parts, between...)
		}
		turns, between = append(turns, t), nil
	}
	const interview = 3                                        // turns; fewer are headlines and lists, unless in capitals
	for len(between) > 0 && !r.ends(between[len(between)-1]) { // links and dates below
		between = between[:len(between)-1]
	}
	if n := len(turns); n > 0 && (turns[n-1].capitals || turns[n-1].colon > turnsApart && r.ends(turns[n-1].parts[0])) && r.runsOn(between) {
		turns[n-1].parts = append(turns[n-1].parts, between...)
	}
	for i := range turns {
		t := &turns[i]
		if len(turns) < interview && !t.capitals && !(t.colon > turnsApart && r.ends(t.parts[0]) && (i == len(turns)-1 || r.runsOn(t.parts[1:]))) {
			t.parts = t.parts[:1]
		}
		if t.speaker < 0 {
			continue
		}
		if a := r.attribute(t.colon, Say, t.speaker, t.parts...); a != nil {
			r.fullStops(a)
		}
	}
}

// runsOn reports whether paragraphs behind the last turn are more of it: whole
// sentences in the first person.
func (r *reader) runsOn(paras [][2]int) bool {
	for _, p := range paras {
		if r.quotesIn(p[0], p[1]) {
			return false
		}
		for i := p[0]; i < p[1]; i++ {
			if r.doc.Tokens[i].UPOS == "PRON" && r.speaks(i) {
				return true
			}
		}
	}
	return false
}

// ends reports whether a run is of whole sentences, not a headline.
func (r *reader) ends(p [2]int) bool {
	switch r.doc.Tokens[p[1]-1].Form {
	case ".", "!", "?", ",":
		return true
	}
	return false
}

// paragraphs are the runs of tokens of the text's paragraphs.
func (r *reader) paragraphs() (out [][2]int) {
	para := -1
	for i := range r.doc.Sentences {
		s := &r.doc.Sentences[i]
		if n := len(out); n > 0 && s.Para == para {
			out[n-1][1] = s.Last
			continue
		}
		out, para = append(out, [2]int{s.First, s.Last}), s.Para
	}
	return out
}

// labels head the lines of memoranda and notices, where nobody speaks.
var labels = map[string]bool{
	"subject": true, "to": true, "from": true, "re": true, "cc": true, "note": true, "what": true, "who": true, "when": true, "where": true, "why": true,
	"date": true, "time": true, "contact": true, "location": true, "memorandum for": true, "update": true, "correction": true, "clarification": true,
	"editor's note": true, "photo": true, "source": true, "sources": true, "read more": true, "see also": true, "press": true, "media": true,
}

// asking are those of whom a transcript does not say who they are; what they ask
// vouches for nothing.
var asking = map[string]bool{"question": true, "q": true, "moderator": true, "operator": true, "participant": true, "audience": true, "audience member": true, "reporter": true}

// turn reads a paragraph as a turn of a transcript.
func (r *reader) turn(first, last int) (turn, bool) {
	const longestName, longestTitle = 5, 14
	d := r.doc
	if d.Tokens[first].Form == "Q" && first+2 < last && d.Tokens[first+1].Form != ":" { // a question from the floor
		return turn{speaker: -1, capitals: true, parts: [][2]int{{first + 1, last}}}, true
	}
	if mark(d, first) != 0 {
		first++
	}
	for c := first + 1; c < last-1 && c <= first+longestTitle; c++ {
		if d.Tokens[c].UPOS == "VERB" || d.Tokens[c].Form == "." {
			return turn{}, false
		}
		if d.Tokens[c].Form != ":" {
			continue
		}
		h := r.headOf(first, c)
		n := d.NameAt(c - 1)
		if c > first+longestName && (n == nil || n.Kind != lang.PER) {
			return turn{}, false
		}
		if labels[strings.ToLower(d.Words(first, c))] {
			return turn{}, false
		}
		headline := (first == 0 || !r.ends([2]int{first, last})) && h >= 0 && (n != nil && n.Kind == lang.ORG || r.cues.voices[d.Tokens[h].Lemma] || r.cues.voices[strings.ToLower(d.Tokens[h].Form)])
		if h < 0 || mark(d, c+1) != 0 || !headline && !(n != nil && n.Kind == lang.PER || r.byHeadPerson(h) || upper(d.Words(first, c))) {
			return turn{}, false
		}
		if asking[strings.ToLower(d.Words(first, c))] {
			h = -1
		}
		return turn{colon: c, speaker: h, capitals: upper(d.Words(first, c)), parts: [][2]int{{c + 1, last}}}, true
	}
	return turn{}, false
}

// fullStops gives turns of more than one sentence their last full stop back.
func (r *reader) fullStops(a *Attribution) {
	d := r.doc
	for k := range a.Parts {
		p := &a.Parts[k]
		for p[1] < len(d.Tokens) && d.Tokens[p[1]].Sent == d.Tokens[p[1]-1].Sent && r.loose(p[1]) {
			if d.Tokens[p[0]].Sent == d.Tokens[p[1]-1].Sent && len(a.Parts) == 1 {
				break
			}
			p[1]++
		}
	}
	r.span(a)
}

// holdsTurn reports whether a quotation is a transcript that stands between marks.
func (r *reader) holdsTurn(q *quotation) bool {
	for i := range r.Attributions {
		if a := &r.Attributions[i]; a.Cue > q.first && a.Cue < q.last && r.doc.Tokens[a.Cue].Form == ":" {
			return true
		}
	}
	return false
}

// byHeadPerson reports whether a head stands for a person.
func (r *reader) byHeadPerson(h int) bool {
	k, ok := r.byHead[h]
	return ok && len(r.who.Mentions[k].Entities) > 0 && r.who.Entities[r.who.Mentions[k].Entities[0]].Kind == who.Person
}

func upper(s string) bool { return s == strings.ToUpper(s) && strings.ToLower(s) != s }

func capital(s string) bool {
	return s != "" && strings.ToUpper(s[:1]) == s[:1] && strings.ToLower(s[:1]) != s[:1]
}
