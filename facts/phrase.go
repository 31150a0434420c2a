package facts

import (
	"slices"
	"strings"

	"dateline"
)

// OfficeIn splits "Chinese foreign minister", "foreign minister of China",
// "top U.S. diplomat" or "UN Secretary-General" into the code of the state or
// organization and the title; ok is false if either is missing.
func (f *Facts) OfficeIn(phrase string) (state, title string, ok bool) {
	words := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The "))
	if state, title, ok := f.titled(strings.Join(words, " ")); ok {
		return state, title, true
	}
	for i := range words {
		if i > 0 && words[i-1] == "to" { // "ambassador to China": whose is told elsewhere
			continue
		}
		words[i] = strings.TrimSuffix(strings.TrimSuffix(words[i], "'s"), "’s")
		n, refs := f.Match(words, i)
		for n > 1 && !slices.ContainsFunc(refs, owns) { // "UN Secretary-General" is also a title
			n, refs = f.Match(words[:i+n-1], i)
		}
		for _, r := range refs {
			if !owns(r) {
				continue
			}
			rest := append(append([]string{}, words[:i]...), words[i+n:]...)
			if len(rest) == 0 {
				continue
			}
			before := words[:i]
			if k := len(before); k > 1 && before[k-1] == "the" {
				before = before[:k-1]
			}
			if k := len(before); k > 0 && (before[k-1] == "of" || before[k-1] == "for") {
				rest = append(append([]string{}, before[:k-1]...), words[i+n:]...)
			}
			state, title := f.StateOf(r), strings.Join(rest, " ")
			if r.Kind == KindOrg && f.Org(r).State != "" {
				state = f.Org(r).Short
			}
			if classes := f.ClassesOf(state, title); !strings.HasPrefix(string(classes[0]), "x:") || len(f.holders(state, classes[0], dateline.NoDay)) > 0 {
				return state, title, true
			}
		}
	}
	return "", "", false
}

// owns reports whether offices can be of what a ref stands for.
func owns(r Ref) bool {
	switch r.Kind {
	case KindState, KindDemonym, KindOrg, KindMetonym:
		return true
	}
	return false
}

// titled finds the one state or organization whose title a phrase is:
// "President of the European Commission" is the EU's.
func (f *Facts) titled(phrase string) (state, title string, ok bool) {
	state = rules().owner[Fold(phrase)]
	return state, phrase, state != ""
}
