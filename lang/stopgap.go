package lang

// Stopgap by the lead so that the rooms behind lang can run today. B: delete
// this file the moment your tokenizer, splitter and Parse are in.

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/lang/internal/encoder"
)

var stopWord = regexp.MustCompile(`^(?i:mr|mrs|ms|dr|gen|col|lt|sgt|maj|capt|sen|rep|gov|rev|st|jr|sr|no|inc|corp|co|ltd|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|vs|etc|prof|pres|[a-z])\.$`)

var tokenRE = regexp.MustCompile(`https?://\S+|(?:[A-Z]\.){2,}|[A-Za-z]\.(?:[A-Za-z]\.)+|\p{L}+\.|[$€£¥]|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[\p{L}\p{M}\p{N}]+|\.{3}|\S`)

var folder = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00a0", " ")

// Parse analyses a text.
func Parse(text string, paras []dateline.Paragraph) *Doc {
	d := &Doc{Text: text}
	if paras == nil {
		start := 0
		for start < len(text) {
			end := strings.IndexByte(text[start:], '\n')
			if end < 0 {
				end = len(text) - start
			}
			if strings.TrimSpace(text[start:start+end]) != "" {
				paras = append(paras, dateline.Paragraph{Start: start, End: start + end, RepeatOf: -1})
			}
			start += end + 1
		}
	}
	for p, para := range paras {
		d.addParagraph(p, para.Start, para.End)
	}
	d.annotate()
	d.Link()
	return d
}

func (d *Doc) addParagraph(p, start, end int) {
	first := len(d.Tokens)
	var words []Token
	add := func(a, b int) { words = append(words, Token{Start: a, End: b, Form: folder.Replace(d.Text[a:b])}) }
	for _, m := range tokenRE.FindAllStringIndex(d.Text[start:end], -1) {
		a, b := start+m[0], start+m[1]
		s := d.Text[a:b]
		if strings.HasSuffix(s, ".") && len(s) > 1 && s != "..." && !stopWord.MatchString(s) && strings.Count(s, ".") == 1 {
			add(a, b-1)
			add(b-1, b)
			continue
		}
		add(a, b)
	}
	var out []Token
	for i := 0; i < len(words); i++ {
		w := words[i]
		// clitics
		if (w.Form == "'") && i+1 < len(words) && len(out) > 0 && words[i+1].Start == w.End && w.Start == out[len(out)-1].End {
			n := strings.ToLower(words[i+1].Form)
			switch n {
			case "s", "ll", "re", "ve", "d", "m":
				w.End = words[i+1].End
				w.Form += words[i+1].Form
				out = append(out, w)
				i++
				continue
			case "t":
				prev := &out[len(out)-1]
				if l := len(prev.Form); l > 1 && (prev.Form[l-1] == 'n' || prev.Form[l-1] == 'N') {
					w.Start = prev.End - 1
					prev.End--
					prev.Form = prev.Form[:l-1]
					w.End = words[i+1].End
					w.Form = "n't"
					out = append(out, w)
					i++
					continue
				}
			}
		}
		out = append(out, w)
	}
	for i := range out {
		out[i].SpaceAfter = i+1 >= len(out) || out[i+1].Start > out[i].End
	}
	d.Tokens = append(d.Tokens, out...)
	s := first
	for i := first; i < len(d.Tokens); i++ {
		f := d.Tokens[i].Form
		if f != "." && f != "?" && f != "!" {
			continue
		}
		e := i + 1
		for e < len(d.Tokens) && (d.Tokens[e].Form == `"` || d.Tokens[e].Form == "'" || d.Tokens[e].Form == ")") && d.Tokens[e-1].SpaceAfter == false {
			e++
		}
		if e < len(d.Tokens) {
			r, _ := utf8.DecodeRuneInString(d.Tokens[e].Form)
			if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '"' || !d.Tokens[e-1].SpaceAfter {
				continue
			}
		}
		d.sentence(p, s, e)
		s, i = e, e-1
	}
	d.sentence(p, s, len(d.Tokens))
}

func (d *Doc) sentence(p, first, last int) {
	if first >= last {
		return
	}
	for i := first; i < last; i++ {
		d.Tokens[i].Sent = len(d.Sentences)
	}
	d.Sentences = append(d.Sentences, Sentence{First: first, Last: last, Start: d.Tokens[first].Start, End: d.Tokens[last-1].End, Para: p})
}

func (d *Doc) annotate() {
	m, err := encoder.Default()
	if err != nil {
		panic(err)
	}
	forms := make([][]string, len(d.Sentences))
	for i, s := range d.Sentences {
		for _, t := range d.Tokens[s.First:s.Last] {
			forms[i] = append(forms[i], t.Form)
		}
	}
	for i, a := range m.Annotate(forms) {
		s := d.Sentences[i]
		for j := range a.UPOS {
			t := &d.Tokens[s.First+j]
			t.UPOS, t.XPOS, t.Feats, t.Rel = a.UPOS[j], a.XPOS[j], a.Feats[j], a.Rel[j]
			t.Head = -1
			if a.Head[j] >= 0 {
				t.Head = s.First + a.Head[j]
			}
			t.Lemma = roughLemma(t)
			if e := a.Ent[j]; len(e) > 2 {
				if e[0] == 'I' && len(d.Names) > 0 && d.Names[len(d.Names)-1].Last == s.First+j && j > 0 {
					d.Names[len(d.Names)-1].Last++
				} else {
					d.Names = append(d.Names, Name{s.First + j, s.First + j + 1, NameKind(e[2:])})
				}
			}
		}
	}
}

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
