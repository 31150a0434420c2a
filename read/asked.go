package read

// onlyAsked events are told in nothing but questions, which tell nothing: "Would Norland
// consider an embargo?" A day that is told of something past stands ("why did Lind
// visit Lima on Monday?").
func (r *rooms) onlyAsked(o *occurrence) bool {
	for i := range o.all {
		t := &o.all[i]
		last := r.doc.Sentences[t.sentence].Last - 1
		for last > r.doc.Sentences[t.sentence].First && r.doc.Tokens[last].UPOS == "PUNCT" && r.doc.Tokens[last].Form != "?" {
			last--
		}
		if r.doc.Tokens[last].Form != "?" || t.heading {
			return false
		}
	}
	return !(o.dated && o.mention.Tensed && r.doc.Tokens[o.mention.Trigger].XPOS == "VBD")
}
