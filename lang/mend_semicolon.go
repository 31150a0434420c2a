package lang

// mendSemicolon divides "the opposition called for protests; the government banned them": of
// two subjects of a verb on both sides of a semicolon, the first belongs to the verb
// behind it that was taken for its participle.
func (d *Doc) mendSemicolon(i int) bool {
	if d.Tokens[i].Form != ";" {
		return false
	}
	v := d.Tokens[i].Head
	if v < i || d.Tokens[v].UPOS != "VERB" {
		return false
	}
	first, second := -1, -1
	for _, c := range d.Children(v) {
		if !RelIs(d.Tokens[c].Rel, "nsubj") {
			continue
		}
		switch {
		case int(c) < i && first < 0:
			first = int(c)
		case int(c) > i && int(c) < v && second < 0:
			second = int(c)
		}
	}
	if first < 0 || second < 0 {
		return false
	}
	p := d.Child(first, "acl")
	if p < 0 || p < first || p > i || d.Tokens[p].UPOS != "VERB" || d.Child(p, "nsubj", "mark") >= 0 {
		return false
	}
	t := &d.Tokens[p]
	t.Head, t.Rel = v, "parataxis"
	if t.XPOS == "VBN" && d.Child(p, "aux:pass") < 0 {
		t.XPOS = "VBD"
	}
	d.Tokens[first].Head, d.Tokens[first].Rel = p, "nsubj"
	d.Tokens[i].Head = p
	return true
}
