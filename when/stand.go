package when

import (
	"strings"

	"dateline/lang"
)

// headingWords is the most that a line without a full stop has as a heading.
const headingWords = 14

// headings are the paragraphs that are a short line without a full stop, in order.
func headings(doc *lang.Doc) []int {
	var out []int
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if i > 0 && doc.Sentences[i-1].Para == s.Para || i+1 < len(doc.Sentences) && doc.Sentences[i+1].Para == s.Para {
			continue
		}
		if s.Last-s.First <= headingWords && !strings.ContainsAny(doc.Tokens[s.Last-1].Form, ".!?;:,") {
			out = append(out, s.Para)
		}
	}
	return out
}

// stand notes how the words [from, to) stand in their sentence: in brackets,
// behind "since" or "until", at the end of a range, with a pluperfect.
func (e *sentenceEnv) stand(p *place, from, to int) {
	if from > 0 {
		switch w := e.words[from-1].low; {
		case e.list("since")[w]:
			p.border = since
		case e.list("until")[w]:
			p.border = until
		case e.list("ere")[w]:
			p.border = ere
		}
		p.rangeEnd = e.list("tail")[e.words[from-1].low] && from > 1 && e.yearWord(from-2)
	}
	if from > 0 {
		p.opens = from <= 2 && e.list("figures")[e.words[from-1].low] ||
			from == 2 && e.list("article")[e.words[1].low] && e.list("figures")[e.words[0].low] // "In the 2016 election, she stayed until June"
		p.onDay = e.list("onday")[e.words[from-1].low]
		p.versus, p.within = e.list("versus")[e.words[from-1].low], e.list("figures")[e.words[from-1].low]
	}
	for i := from - 1; i >= 0 && from-i < 40 && e.words[i].low != ")"; i-- {
		if e.list("lifewords")[e.words[i].low] {
			p.life = true
		}
		if e.words[i].low == "(" {
			p.paren, p.life = true, p.life || e.personAt(i-1)
			break
		}
	}
	p.had = e.hadDone(from, to)
	p.owner = e.owns(to)
	p.compared = p.versus && p.owner || e.compared(from)
}

// comparedWords is how many words a figure in a comparison has at most.
const comparedWords = 7

// compared: a figure stands between "from" or "than" and the time: "from 150
// million shares Friday".
func (e *sentenceEnv) compared(from int) bool {
	figure := false
	for i := from - 1; i >= 0 && from-i <= comparedWords; i-- {
		w := e.words[i].low
		switch x := e.xpos(i); {
		case e.list("versus")[w]:
			return figure
		case isDigit(w[0]) || x == "CD":
			figure = true
		case x == "$" || x == "NN" || x == "NNS" || x == "JJ" || w == "%" || w == "." || w == "on" || w == "/":
		default:
			return false
		}
	}
	return false
}

// toldDone: the first finite verb from word i on is a past one.
func (e *sentenceEnv) toldDone(i int) bool {
	for k := i; k < len(e.words) && k-i < 20; k++ {
		switch e.xpos(k) {
		case "VBD":
			return !e.list("planpart")[e.words[k].low] && !(k+1 < len(e.words) && e.list("planpart")[e.words[k+1].low])
		case "MD", "VBZ", "VBP":
			return false
		}
	}
	return false
}

// personAt: the word belongs to the name of a person.
func (e *sentenceEnv) personAt(i int) bool {
	if i < 0 || !e.parsed {
		return false
	}
	n := e.doc.NameAt(int(e.words[i].tok))
	return n != nil && n.Kind == "PER"
}

// yearWord: the word is a year in digits, or one cut to its last two.
func (e *sentenceEnv) yearWord(i int) bool {
	w := e.words[i].low
	return len(w) == 4 && isDigit(w[0]) && isDigit(w[3])
}

// hadDone reports whether the verb nearest to the left, else to the right, is a
// pluperfect.
func (e *sentenceEnv) hadDone(from, to int) bool {
	for i := from - 1; i >= 0 && from-i < 25 && e.words[i].low != ";"; i-- {
		if e.words[i].low == "had" {
			return e.participle(i + 1)
		}
		if d, ok := e.verbAt(i, from); ok && d == past && i > 0 && !e.behindHad(i) {
			return false
		}
	}
	for i := to; i < len(e.words) && i-to < 15 && e.words[i].low != ";"; i++ {
		if e.words[i].low == "had" {
			return e.participle(i + 1)
		}
		if d, ok := e.verbAt(i, len(e.words)); ok && d == past {
			return false
		}
	}
	return false
}

// behindHad: "had" stands at most three words in front of word i.
func (e *sentenceEnv) behindHad(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if e.words[k].low == "had" {
			return true
		}
	}
	return false
}

// participle: one of the words from i is a past participle.
func (e *sentenceEnv) participle(i int) bool {
	for k := i; k < len(e.words) && k < i+3; k++ {
		w := e.words[k].low
		if x := e.xpos(k); x == "VBN" || x == "" && (e.g.hasSuffix("pastsuffix", w) || e.list("past")[w] || e.list("be")[w]) {
			return true
		}
	}
	return false
}
