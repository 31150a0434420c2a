package what

// adopter is who speaks in what a document is told to say: "the assembly adopted, by a
// wide margin, a resolution that condemns Norland". It is -1 if nobody is told.
func (r *reader) adopter(n int) int {
	if r.doc.Tokens[n].UPOS != "NOUN" || !r.inClass("documents", n) || r.doc.Child(n, "acl:relcl") < 0 {
		return -1
	}
	i := n
	for up := 0; up < 3; up++ {
		t := &r.doc.Tokens[i]
		if t.Head < 0 {
			return -1
		}
		switch t.Rel {
		case "obj", "appos", "obl":
		default:
			return -1
		}
		if i = t.Head; adopting[r.lemma(i)] {
			if s := r.subject(i, 0); s >= 0 && !r.passive(i) && (r.someone(s) || len(r.behind(s)) > 0) {
				return s
			}
			return -1
		}
	}
	return -1
}

var adopting = words("adopt pass approve issue release publish endorse make")
