package lang

// mendSyllable joins the second half of a name to it: the "in" of "Moon Jae-in" is no
// preposition.
func (d *Doc) mendSyllable(i int) bool {
	t := &d.Tokens[i]
	if t.UPOS != "ADP" && t.UPOS != "PART" && t.UPOS != "SCONJ" || i < 2 {
		return false
	}
	dash, name := &d.Tokens[i-1], &d.Tokens[i-2]
	if dash.Form != "-" || name.UPOS != "PROPN" || dash.Start != name.End || t.Start != dash.End || name.Sent != t.Sent {
		return false
	}
	head := i - 2
	if RelIs(name.Rel, "flat") && name.Head >= 0 {
		head = name.Head
	}
	for _, c := range d.Children(i) {
		d.Tokens[c].Head = head
	}
	t.UPOS, t.XPOS, t.Rel, t.Head, t.Lemma = "PROPN", "NNP", "flat", head, t.Form
	return true
}
