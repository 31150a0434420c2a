package what

import (
	"slices"

	"dateline/who"
)

// counterpart gives talks and agreements of which only one side is told ("talks with Norland
// have failed", "on strike ahead of negotiations with the ministry") the other:
// whoever acts, or else speaks, in the clause around them.
func (r *reader) counterpart(f *frame) {
	if !r.inClass("talks", f.trigger) && !r.inClass("agreement", f.trigger) || len(f.get("with")) == 0 {
		return
	}
	for _, name := range [...]string{"poss", "amod", "by", "of", "between", "among", "from"} {
		if slices.ContainsFunc(f.get(name), r.someone) {
			return
		}
	}
	if r.doc.Child(f.trigger, "nsubj") >= 0 {
		return // "reports that the bank is in talks with": the bank, whoever it is
	}
	var with []int
	for _, t := range f.get("with") {
		with = append(with, r.participants(t, false)...)
	}
	if len(with) == 0 {
		return
	}
	for i, up := f.trigger, 0; up < 8; up++ {
		h := r.doc.Tokens[i].Head
		if h < 0 {
			return
		}
		if s := r.doc.Child(h, "nsubj"); s >= 0 && s != i {
			if s = r.referent(s); r.someone(s) && r.political(s) && !r.same(s, with) {
				f.put("poss", s)
				return
			}
		}
		for _, c := range r.doc.Children(h) { // "the announcement by the premier about talks with"
			if k := &r.doc.Tokens[c]; int(c) != i && k.Rel == "nmod" && r.preposition(int(c)) == "by" && r.someone(int(c)) && !r.same(int(c), with) {
				f.put("poss", int(c))
				return
			}
		}
		i = h
	}
}

// dated gives an agreement that is told only by its year ("complies with the
// 2015 deal") the side that the sentence speaks of: the state named nearest.
func (r *reader) dated(f *frame) {
	n := f.trigger
	if !r.inClass("agreement", n) || !r.hasYear(n) {
		return
	}
	for _, name := range [...]string{"poss", "amod", "by", "of", "between", "with"} {
		if slices.ContainsFunc(f.get(name), r.someone) {
			return
		}
	}
	sent := r.doc.Tokens[n].Sent
	for d := 1; d < 25; d++ {
		for _, i := range [...]int{n + d, n - d} {
			if i >= 0 && i < len(r.doc.Tokens) && r.doc.Tokens[i].Sent == sent && r.isParty(i) {
				f.put("between", i)
				return
			}
		}
	}
}

// hasYear reports a year among the modifiers of a noun: "the July 2015 deal".
func (r *reader) hasYear(n int) bool {
	for i := n - 1; i >= 0 && i >= n-8 && r.doc.Tokens[i].Sent == r.doc.Tokens[n].Sent; i-- {
		t := &r.doc.Tokens[i]
		if y, ok := numeral(t.Form); ok && len(t.Form) == 4 && y > 1900 && y < 2100 {
			return true
		}
		if t.UPOS == "VERB" || t.UPOS == "ADP" && t.Form != "of" || t.UPOS == "PUNCT" || t.UPOS == "AUX" {
			return false
		}
	}
	return false
}

// isParty reports a state or international body that can sign.
func (r *reader) isParty(t int) bool {
	m := r.mention(t)
	if m == nil {
		return false
	}
	e := &r.who.Entities[m.Entities[0]]
	return e.Political && (e.Kind == who.State || e.Kind == who.Org && e.State != "")
}
