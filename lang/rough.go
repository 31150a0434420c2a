package lang

import "strings"

var irregular = map[string]string{"met": "meet", "said": "say", "was": "be", "is": "be", "are": "be", "were": "be", "been": "be", "has": "have", "had": "have", "did": "do", "does": "do", "held": "hold", "went": "go", "made": "make", "took": "take", "taken": "take", "told": "tell", "struck": "strike", "shot": "shoot", "fought": "fight", "sent": "send", "gave": "give", "given": "give", "spoke": "speak", "spoken": "speak", "withdrew": "withdraw", "withdrawn": "withdraw", "left": "leave", "won": "win", "lost": "lose", "broke": "break", "n't": "not", "'s": "be", "an": "a", "men": "man", "people": "people", "talks": "talk"}

func roughLemma(t *Token) string {
	f := strings.ToLower(t.Form)
	if t.UPOS == "PROPN" {
		return t.Form
	}
	if l, ok := irregular[f]; ok {
		return l
	}
	cut := func(s, suffix string) (string, bool) { return strings.CutSuffix(s, suffix) }
	switch {
	case t.XPOS == "NNS" || t.XPOS == "VBZ":
		if l, ok := cut(f, "ies"); ok {
			return l + "y"
		}
		for _, s := range []string{"sses", "shes", "ches", "xes"} {
			if strings.HasSuffix(f, s) {
				return f[:len(f)-2]
			}
		}
		return strings.TrimSuffix(f, "s")
	case t.XPOS == "VBD" || t.XPOS == "VBN":
		if l, ok := cut(f, "ied"); ok {
			return l + "y"
		}
		if l, ok := cut(f, "ed"); ok {
			return restore(l)
		}
	case t.XPOS == "VBG":
		if l, ok := cut(f, "ing"); ok {
			return restore(l)
		}
	}
	return f
}

func restore(l string) string {
	n := len(l)
	if n > 3 && l[n-1] == l[n-2] && !strings.ContainsRune("sl", rune(l[n-1])) {
		return l[:n-1]
	}
	for _, s := range []string{"at", "iz", "is", "ounc", "ac", "ang", "uc", "ut", "os", "ur", "as", "v", "us", "enc", "eas", "id", "ak", "ir", "ot", "in"} {
		if strings.HasSuffix(l, s) {
			return l + "e"
		}
	}
	return l
}
