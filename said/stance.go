package said

import "dateline/lang"

// stance reads an adjective of belief, fear or will: "Lind is confident that …",
// "was reluctant to …", "is worried about …".
func (r *reader) stance(i int) {
	d := r.doc
	t := &d.Tokens[i]
	if !r.cues.stances[t.Lemma] && !r.cues.stances[t.Form] || t.UPOS != "ADJ" && t.XPOS != "VBN" {
		return
	}
	s := r.subject(i)
	if s < 0 || s > i || d.Child(i, "cop", "aux:pass") < 0 || r.speaks(s) || d.Tokens[s].Lemma == "it" {
		return
	}
	for _, c := range d.Children(i) {
		f, l := d.Subtree(int(c))
		if f <= i || d.Tokens[f-1].Form == "," {
			continue
		}
		switch rel := d.Tokens[c].Rel; {
		case lang.RelIs(rel, "ccomp"), lang.RelIs(rel, "xcomp"), lang.RelIs(rel, "advcl") && (r.marked(int(c), "to") || r.marked(int(c), "that")):
		case lang.RelIs(rel, "obl"), lang.RelIs(rel, "advcl"):
			switch d.Tokens[f].Lemma {
			case "of", "about", "over", "with", "at":
				f++
			default:
				continue
			}
		default:
			continue
		}
		r.attribute(i, Think, s, [2]int{f, l})
		return
	}
}
