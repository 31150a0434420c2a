package what

import "slices"

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
