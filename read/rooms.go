package read

import (
	"cmp"
	"context"
	"slices"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/said"
	"dateline/what"
	"dateline/when"
	"dateline/where"
	"dateline/who"
)

// rooms are the layers of one article, each made from those before it.
type rooms struct {
	article *dateline.Article // as it is read
	prose   *prose            // how that comes from the article as it was given, nil if it is the same
	doc     *lang.Doc
	facts   *facts.Facts
	times   *when.Layer
	actors  *who.Layer
	places  *where.Layer
	words   *said.Layer
	found   []what.Mention

	kinds   map[int]int  // visits told of a kind of visitor -> the mention of that kind
	counted map[int]bool // tokens behind "since" whose events are known

	conferences  []conference
	conferenceAt map[int]int // noun token -> index into conferences
}

// inOrder brings the mentions into the order of the text, after some were added.
func (r *rooms) inOrder() {
	slices.SortStableFunc(r.found, func(a, b what.Mention) int { return cmp.Compare(a.Trigger, b.Trigger) })
}

// walk takes an article through all rooms; it stops between two of them when
// ctx ends.
func walk(ctx context.Context, a *dateline.Article, o *options) (*rooms, error) {
	warm()
	known := o.known()
	a, told := readable(a, known)
	r := &rooms{article: a, prose: told, facts: known}
	steps := []struct {
		name string
		do   func()
	}{
		{"lang", func() { r.doc = lang.Parse(a.Text, a.Paragraphs) }},
		{"when", func() { r.times = timesOf(r.doc, a, r.facts) }},
		{"who", func() { r.actors = who.Read(r.doc, a, r.times, r.facts); r.bylines() }},
		{"where", func() { r.places = where.Read(r.doc, r.actors, r.facts) }},
		{"said", func() { r.words = said.Read(r.doc, r.actors, r.times) }},
		{"what", func() { r.found = what.Read(r.doc, r.actors, r.places, r.times, r.words) }},
	}
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.do()
		o.timing.end(s.name)
	}
	return r, nil
}
