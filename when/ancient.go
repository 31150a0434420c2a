package when

import (
	"regexp"
	"strings"
)

// ancient reports whether the text tells of antiquity, so that "in 211" may be a
// year: it holds two years with BC, AD or "c." in front of three digits, or a span of life.
func (e *sentenceEnv) ancient() bool {
	if e.old == 0 {
		e.old = -1
		if e.doc != nil && ancient(e.doc.Text) {
			e.old = 1
		}
	}
	return e.old > 0
}

func ancient(text string) bool {
	n := 0
	for _, mark := range [...]string{" BC", " B.C.", " AD", "AD ", "A.D. ", "(c. ", " CE"} {
		for at := 0; n < 2; {
			i := strings.Index(text[at:], mark)
			if i < 0 {
				break
			}
			i += at
			at = i + len(mark)
			if besideNumber(text, i, at) {
				n++
			}
		}
	}
	return n >= 2 || lifeSpan.MatchString(text)
}

// lifeSpan is that of somebody of old: "Theodorus (c. 314 – 368)".
var lifeSpan = regexp.MustCompile(`\p{Lu}\pL+ \((?:[^()]{0,200}; )?(?:ca?\. ?)?[1-9]\d\d ?[–-] ?(?:\d{1,2} \pL+ )?[1-9]\d\d\)`)

// besideNumber: a digit stands in front of text[from:to], or one to three behind it.
func besideNumber(text string, from, to int) bool {
	if from > 0 && isDigit(text[from-1]) && text[from] == ' ' {
		return true
	}
	d := 0
	for to+d < len(text) && isDigit(text[to+d]) {
		d++
	}
	return d > 0 && d < 4 && text[to-1] == ' '
}

// smallYear: a year of three digits without its era.
func smallYear(a []*node) *node {
	return dateNode(func(f *fields) { f.year, f.bare = int(a[0].num), true })
}

// smallDate: a month or season and a year of three digits.
func smallDate(a []*node) *node { return merge(a[0], smallYear(a[1:])) }

// sharesEra is the 218 of "218 to 201 BC": years before Christ count down.
func (c *chart) sharesEra(e edge, lo int32) (edge, bool) {
	f := e.node.f
	if !f.bc || f.year == unset || f.month != unset || f.season != unset || e.from < lo+2 || !c.g.guards["tail"][c.words[e.from-1].low] || c.words[e.from-1].low == "," {
		return edge{}, false
	}
	w := &c.words[e.from-2]
	n := int(atoi(w.low))
	if !isDigit(w.low[0]) || n <= f.year || n > f.year+200 {
		return edge{}, false
	}
	d := e.node.copy()
	d.f.year, d.mod = n, ""
	return edge{e.from - 2, e.from - 1, e.sym, d, e.row}, true
}
