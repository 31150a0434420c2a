package facts

import (
	"strings"

	"dateline"
)

// OfficeIn splits "Chinese foreign minister", "foreign minister of China",
// "top U.S. diplomat" or "UN Secretary-General" into the code of the state or
// organization and the title; ok is false if either is missing.
func (f *Facts) OfficeIn(phrase string) (state, title string, ok bool) {
	words := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The "))
	for i := range words {
		if i > 0 && words[i-1] == "to" { // "ambassador to China": whose is told elsewhere
			continue
		}
		words[i] = strings.TrimSuffix(strings.TrimSuffix(words[i], "'s"), "’s")
		n, refs := f.Match(words, i)
		for _, r := range refs {
			switch r.Kind {
			case KindState, KindDemonym, KindOrg, KindMetonym:
			default:
				continue
			}
			rest := append(append([]string{}, words[:i]...), words[i+n:]...)
			if len(rest) == 0 {
				continue
			}
			if i > 0 && (words[i-1] == "of" || words[i-1] == "for") {
				rest = append(append([]string{}, words[:i-1]...), words[i+n:]...)
			}
			state, title := f.StateOf(r), strings.Join(rest, " ")
			if r.Kind == KindOrg && f.Org(r).State != "" {
				state = f.Org(r).Short
			}
			if classes := f.ClassesOf(state, title); !strings.HasPrefix(string(classes[0]), "x:") || len(f.holders(state, classes[0], dateline.NoDay)) > 0 {
				return state, title, true
			}
		}
		if n > 1 && len(refs) > 0 && refs[0].Kind != KindOffice {
			continue
		}
	}
	return "", "", false
}
