package when

import (
	"fmt"

	"dateline"
)

// byDeed gives what was done in a deed the time that its relative clause tells: "was
// killed in a bombing that happened on 27 June".
func (l *Layer) byDeed(trigger int) (*dateline.When, []string) {
	d := l.doc
	if d.Tokens[trigger].UPOS != "VERB" {
		return nil, nil
	}
	for _, c := range d.Children(trigger) {
		n := int(c)
		if !is(d.Tokens[n].Rel, "obl") || !deedNouns[d.Tokens[n].Lemma] || l.markedBy(n, inDeed) == "" {
			continue
		}
		for _, r := range d.Children(n) {
			v := int(r)
			if !is(d.Tokens[v].Rel, "acl:relcl") || !happenVerbs[d.Tokens[v].Lemma] {
				continue
			}
			if w, why := l.Of(v); w != nil {
				return w, append([]string{fmt.Sprintf("in the %s told of", d.Tokens[n].Form)}, why...)
			}
		}
	}
	return nil, nil
}

// happenVerbs tell no more of a deed than that it was.
var happenVerbs = words("happen occur take hit strike shake begin carry stage")
