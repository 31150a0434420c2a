package where

import (
	"dateline"
	"dateline/lang"
	"dateline/who"
)

// Mention is a piece of text that names a place (whether or not it also acts
// for a state there).
type Mention struct {
	First, Last int // tokens, Last exclusive
	Head        int
	Place       dateline.Place
	Kind        string // site, city, region, state, continent, sea, floor
}

// Layer is all the places of a text.
type Layer struct {
	Mentions []Mention

	doc    *lang.Doc
	who    *who.Layer
	table  *gazetteer
	byHead []int32
}

// At gives the mention whose head is token i, or nil.
func (l *Layer) At(i int) *Mention {
	if i < 0 || i >= len(l.byHead) || l.byHead[i] < 0 {
		return nil
	}
	return &l.Mentions[l.byHead[i]]
}
