package when

import (
	"fmt"
	"strings"
)

// guard is a condition on the words around a row's piece of text.
type guard struct {
	where  string // prev, prev2, next, next2, self, end
	negate bool
	words  map[string]bool
	tests  []wordTest
}

type wordTest func(c *chart, i int) bool

// parseGuards reads {prev=in|of|@punct next!=@noun}.
func (g *grammar) parseGuards(s string) ([]guard, error) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, "}") {
		return nil, fmt.Errorf("guard without }")
	}
	var out []guard
	for _, f := range strings.Fields(strings.Trim(s, "{}")) {
		where, list, ok := strings.Cut(f, "=")
		if !ok {
			return nil, fmt.Errorf("guard %q: want side=words", f)
		}
		gd := guard{where: strings.TrimSuffix(where, "!"), negate: strings.HasSuffix(where, "!"), words: map[string]bool{}}
		if _, _, ok := gd.spot(0, 1); !ok {
			return nil, fmt.Errorf("guard %q: side is prev, prev2, next, next2, self or end", f)
		}
		for _, w := range strings.Split(list, "|") {
			if err := g.addTest(&gd, w); err != nil {
				return nil, err
			}
		}
		out = append(out, gd)
	}
	return out, nil
}

func (g *grammar) addTest(gd *guard, w string) error {
	if !strings.HasPrefix(w, "@") {
		gd.words[w] = true
		return nil
	}
	if t := wordTests[w[1:]]; t != nil {
		gd.tests = append(gd.tests, t)
		return nil
	}
	list := g.guards[w[1:]]
	if list == nil {
		return fmt.Errorf("guard: no list or test %q", w)
	}
	for x := range list {
		gd.words[x] = true
	}
	return nil
}

// spot is the word the guard looks at, for a piece [from, to).
func (gd *guard) spot(from, to int) (i, step int, ok bool) {
	switch gd.where {
	case "prev":
		return from - 1, 0, true
	case "prev2":
		return from - 2, 0, true
	case "next":
		return to, 0, true
	case "next2":
		return to + 1, 0, true
	case "self":
		return from, 0, true
	case "end":
		return to - 1, 0, true
	}
	return 0, 0, false
}

func (gd *guard) ok(c *chart, from, to int) bool {
	i, _, _ := gd.spot(from, to)
	return gd.holds(c, i) != gd.negate
}

func (gd *guard) holds(c *chart, i int) bool {
	if i >= 0 && i < len(c.words) && gd.words[c.words[i].low] {
		return true
	}
	for _, t := range gd.tests {
		if t(c, i) {
			return true
		}
	}
	return false
}

// wordTests are the classes of words that guards know. Tags decide where the
// text has them; without tags the shape of the word must do.
var wordTests = map[string]wordTest{
	"end":    func(c *chart, i int) bool { return i < 0 || i >= len(c.words) },
	"punct":  func(c *chart, i int) bool { return c.in(i) && isPunct(c.words[i].low) },
	"cap":    func(c *chart, i int) bool { return c.in(i) && c.words[i].upper },
	"num":    func(c *chart, i int) bool { return c.in(i) && isDigit(c.words[i].low[0]) },
	"glued":  func(c *chart, i int) bool { return c.in(i) && c.words[i].glued && !isPunct(c.words[i].low) },
	"midcap": func(c *chart, i int) bool { return c.in(i) && c.words[i].upper && i > 0 && !isPunct(c.words[i-1].low) },
	"time":   func(c *chart, i int) bool { return c.in(i) && c.isTimeWord(i) },
	"noun":   func(c *chart, i int) bool { return c.in(i) && c.isNoun(i) },
	"verb":   func(c *chart, i int) bool { return c.in(i) && c.isVerb(i) },
	"adj":    func(c *chart, i int) bool { return c.in(i) && c.tag(i) == "ADJ" },
	"name":   func(c *chart, i int) bool { return c.in(i) && c.words[i].upper && i > 0 && !c.isTimeWord(i) },
	"person": func(c *chart, i int) bool { return c.in(i) && c.isPerson(i) },
	"plural": func(c *chart, i int) bool { return c.in(i) && c.isPlural(i) },
	"lower":  func(c *chart, i int) bool { return c.in(i) && !c.words[i].upper && c.words[i].low[0] >= 'a' },
	"wday": func(c *chart, i int) bool {
		return c.in(i) && (c.isWeekday(i) || c.words[i].low == "," && c.isWeekday(i-1))
	},
	"dayname": func(c *chart, i int) bool { return c.isWeekday(i) },
	"unitish": func(c *chart, i int) bool { return c.in(i) && (c.isPlural(i) || c.isUnit(i)) },
	"ed":      func(c *chart, i int) bool { return c.in(i) && strings.HasSuffix(c.words[i].low, "ed") },
	"counted": func(c *chart, i int) bool { return c.in(i) && c.g.guards["plurals"][c.words[i].low] },
	"detnext": func(c *chart, i int) bool { return c.in(i) && c.opensPhrase(i) },
	"dotted":  func(c *chart, i int) bool { return c.in(i) && c.isDotted(i) },
	"hyphen": func(c *chart, i int) bool {
		return c.in(i+1) && c.words[i].low == "-" && c.words[i].glued && c.words[i+1].glued
	},
	"zero":    func(c *chart, i int) bool { return c.in(i) && c.words[i].low[0] == '0' },
	"mayname": func(c *chart, i int) bool { return c.env != nil && c.env.mayName },
	"ancient": func(c *chart, i int) bool { return c.env != nil && c.env.ancient() },
	"year":    func(c *chart, i int) bool { return c.in(i) && c.isYear(i) },
	"opens":   func(c *chart, i int) bool { return c.in(i) && c.g.guards["opens"][c.words[i].low] },
	"month":   func(c *chart, i int) bool { return c.in(i) && c.isMonth(i) },
	"finite":  func(c *chart, i int) bool { return c.in(i) && c.isFinite(i) },
	"rate": func(c *chart, i int) bool {
		return c.in(i) && (c.isPlural(i) && c.tag(i) != "VERB" || c.isUnit(i) && c.g.hasSuffix("pluralsuffix", c.words[i].low))
	},
	"money2": func(c *chart, i int) bool {
		return c.in(i) && (isMoney(c.words[i].low) || isDigit(c.words[i].low[0]) && c.in(i-1) && isMoney(c.words[i-1].low))
	},
	"money": func(c *chart, i int) bool { return c.in(i) && isMoney(c.words[i].low) },
}

func (c *chart) in(i int) bool { return i >= 0 && i < len(c.words) }

func isPunct(s string) bool {
	if len(s) != 1 && s != "..." && s != "''" && s != "``" {
		return false
	}
	return strings.ContainsRune(".,;:!?()[]\"'-–—…`/", rune(s[0]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isMoney(s string) bool {
	switch s {
	case "$", "£", "€", "¥", "#", "us$", "a$", "c$", "hk$", "no":
		return true
	}
	return false
}

func (c *chart) tag(i int) string {
	if c.env == nil || c.env.doc == nil {
		return ""
	}
	return c.env.doc.Tokens[c.words[i].tok].UPOS
}

func (c *chart) isTimeWord(i int) bool {
	for _, e := range c.g.words[c.words[i].low] {
		if e.node.kind != kCode {
			return true
		}
	}
	return false
}

func (c *chart) isPerson(i int) bool {
	if c.env == nil || c.env.doc == nil {
		return false
	}
	n := c.env.doc.NameAt(int(c.words[i].tok))
	return n != nil && n.Kind == "PER"
}

func (c *chart) isNoun(i int) bool {
	switch t := c.tag(i); t {
	case "":
		return c.isPlural(i)
	default:
		return t == "NOUN" || t == "PROPN"
	}
}

func (c *chart) isVerb(i int) bool {
	switch t := c.tag(i); t {
	case "":
		w := c.words[i].low
		return c.g.guards["verbs"][w] || c.g.hasSuffix("pastsuffix", w)
	default:
		return t == "VERB" || t == "AUX"
	}
}

// hasSuffix looks for the endings of a list.
func (g *grammar) hasSuffix(list, w string) bool {
	for e := range g.guards[list] {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// isPlural guesses from the form: a lower-case word with a plural's ending that
// is no time word.
func (c *chart) isPlural(i int) bool {
	w := &c.words[i]
	if w.upper || len(w.low) < 4 || !c.g.hasSuffix("pluralsuffix", w.low) || strings.HasSuffix(w.low, "ss") ||
		strings.HasSuffix(w.low, "'s") || c.isTimeWord(i) {
		return c.g.guards["plurals"][w.low]
	}
	return !c.g.guards["noplural"][w.low]
}

func (c *chart) isWeekday(i int) bool {
	if !c.in(i) {
		return false
	}
	for _, e := range c.g.words[c.words[i].low] {
		if e.node.kind == kDate && e.node.f.wday != unset && (c.words[i].upper || !e.capital) {
			return true
		}
	}
	return false
}

func (c *chart) isUnit(i int) bool {
	for _, e := range c.g.words[c.words[i].low] {
		if e.node.kind == kUnit {
			return true
		}
	}
	return false
}

// opensPhrase: what stands here begins a noun phrase or a clause, so that a
// word like "before" in front of it is a preposition.
func (c *chart) opensPhrase(i int) bool {
	w := &c.words[i]
	return c.g.guards["opens"][w.low] || w.upper && w.low != "i" && !c.isTimeWord(i)
}

// isDotted: an abbreviation written with its point.
func (c *chart) isDotted(i int) bool {
	w := &c.words[i]
	if c.env == nil || c.env.doc == nil {
		return false
	}
	if c.env.doc.Text[w.end-1] == '.' {
		return true
	}
	return i+2 < len(c.words) && c.words[i+1].low == "." && c.words[i+1].glued && !c.words[i+2].upper
}

func (c *chart) isMonth(i int) bool {
	for _, e := range c.g.words[c.words[i].low] {
		if e.node.kind == kDate && e.node.f.month != unset {
			return true
		}
	}
	return isDigit(c.words[i].low[0])
}

// isFinite: a finite verb, by its tag or by the closed list.
func (c *chart) isFinite(i int) bool {
	if c.env != nil && c.env.doc != nil {
		switch c.env.doc.Tokens[c.words[i].tok].XPOS {
		case "":
			return c.g.guards["verbs"][c.words[i].low]
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

func (c *chart) isYear(i int) bool {
	s := c.words[i].low
	v := atoi(s)
	return len(s) == 4 && v >= 1000 && v < 2200
}

// namesMay reports whether the text holds a capital word in front of "May" in
// the middle of a sentence: a first name or title, as in "Theresa May".
func namesMay(text string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], " May")
		if i < 0 {
			return false
		}
		i += at
		at = i + 4
		if at < len(text) && (text[at] >= 'a' && text[at] <= 'z') {
			continue
		}
		b := strings.LastIndexAny(text[:i], " \n(\"") + 1
		w := text[b:i]
		if len(w) > 2 && w[0] >= 'A' && w[0] <= 'Z' && b > 2 && text[b-2] != '.' && text[b-1] == ' ' && !notNames[w] {
			return true
		}
	}
}

// notNames stand with a capital in front of the month.
var notNames = words("Late Early Mid Last Next This In Since Until By From On Monday Tuesday Wednesday Thursday Friday Saturday Sunday April June")
