package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/lang"
	"dateline/lang/conllu"
)

// rawText joins the sentences of a treebank to the text they were cut from:
// paragraphs between empty lines.
func rawText(sents []conllu.Sentence) string {
	var b strings.Builder
	space := false
	for i, s := range sents {
		switch {
		case i > 0 && s.NewPar:
			b.WriteString("\n\n")
		case space:
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
		space = len(s.Tokens) > 0 && s.Tokens[len(s.Tokens)-1].SpaceAfter
	}
	return b.String()
}

// chars maps the bytes of a text to the number of visible runes before them, so
// that two tokenizations compare whatever they do with white space.
type chars []int32

func countChars(text string) chars {
	c := make(chars, len(text)+1)
	n := int32(0)
	for i, r := range text {
		for j := range utf8.RuneLen(r) {
			c[min(i+j, len(text))] = n
		}
		if !unicode.IsSpace(r) {
			n++
		}
	}
	c[len(text)] = n
	return c
}

type charSpan struct{ start, end int32 }

// units are the things that are compared, in visible runes of the text.
type units struct {
	words, tokens, sentences []charSpan
}

// goldUnits are those of a treebank.
func goldUnits(sents []conllu.Sentence) units {
	var u units
	at := int32(0)
	for _, s := range sents {
		c := countChars(s.Text)
		for i, t := range s.Tokens {
			u.add(charSpan{at + c[t.Start], at + c[t.End]}, t.Surface == i)
		}
		u.sentences = append(u.sentences, charSpan{at, at + c[len(s.Text)]})
		at += c[len(s.Text)]
	}
	return u
}

func (u *units) add(s charSpan, first bool) {
	u.words = append(u.words, s)
	if first {
		u.tokens = append(u.tokens, s)
	} else {
		u.tokens[len(u.tokens)-1].end = s.end
	}
}

// docUnits are those of a reading of the same text.
func docUnits(d *lang.Doc) units {
	var u units
	c := countChars(d.Text)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		u.add(charSpan{c[t.Start], c[t.End]}, !t.Glued())
	}
	for _, s := range d.Sentences {
		u.sentences = append(u.sentences, charSpan{c[s.Start], c[s.End]})
	}
	return u
}

// spanF1 is the F measure, in percent, of equal spans in two ordered lists.
func spanF1(gold, system []charSpan) float64 {
	hit, i, j := 0, 0, 0
	for i < len(gold) && j < len(system) {
		switch g, s := gold[i], system[j]; {
		case g == s:
			hit++
			i++
			j++
		case g.start < s.start || g.start == s.start && g.end < s.end:
			i++
		default:
			j++
		}
	}
	if len(gold)+len(system) == 0 {
		return 0
	}
	return 200 * float64(hit) / float64(len(gold)+len(system))
}
