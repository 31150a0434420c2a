package when

// tails finds the ends of ranges that leave out what they share: the 5 of
// "June 3–5", the 3 of "3–5 June", the 45 of "1939–45". It returns the picked
// edges with these added, in order.
func (c *chart) tails(es []edge) []edge {
	out := make([]edge, 0, len(es))
	c.shareYear(es)
	for k := 0; k < len(es); k++ {
		e := es[k]
		lo, hi := int32(0), int32(len(c.words))
		if k > 0 {
			lo = es[k-1].to
		}
		if k+1 < len(es) {
			hi = es[k+1].from
		}
		if h, ok := c.headClock(e, lo); ok {
			out = append(out, h)
		}
		if e.node.kind != kDate || e.node.clock != "" {
			out = append(out, e)
			continue
		}
		if h, ok := c.headDay(e, lo); ok {
			out = append(out, c.daysBefore(h, lo)...)
			out = append(out, h)
		} else if h, ok := c.headCentury(e, lo); ok {
			out = append(out, h)
		} else if h, ok := c.sharesEra(e, lo); ok {
			out = append(out, h)
		}
		first, at := len(out), e
		out = append(out, e)
		for {
			t, ok := c.tailOf(at, e, hi)
			if !ok {
				break
			}
			out = append(out, t)
			at = t
		}
		if len(out) == first+1 {
			continue
		}
		if k+1 < len(es) && c.yearBehind(&at, &es[k+1]) {
			giveYear(out[first:], es[k+1].node.f, es[k+1].to)
			k++
		} else if k+1 < len(es) && c.lastYear(&at, &es[k+1]) {
			for i := first; i < len(out); i++ {
				out[i].node = inRel([]*node{out[i].node, es[k+1].node, es[k+1].node.base})
			}
			out[len(out)-1].to = es[k+1].to
			k++
		} else if f, to, ok := c.oldYear(&at, hi); ok {
			giveYear(out[first:], f, to)
		}
	}
	return out
}

// yearBehind: "Feb. 17–18, 2003": the year behind the last day of a range is that
// of all its days.
func (c *chart) yearBehind(at, year *edge) bool {
	f := year.node.f
	bare := noFields
	bare.year, bare.short = f.year, f.short
	return year.node.kind == kDate && f.year != unset && f == bare && year.node.clock == "" && at.node.f.year == unset && at.node.f.month != unset &&
		(year.from == at.to || year.from == at.to+1 && c.words[at.to].low == ",")
}

// lastYear: "July 13 to 17 of last year": the year is that of all its days.
func (c *chart) lastYear(at, year *edge) bool {
	n := year.node
	return n.kind == kRel && n.mod == "" && n.base.kind == kUnit && n.base.grain == Year && at.node.f.year == unset && at.node.f.month != unset &&
		(year.from == at.to || year.from == at.to+1 && c.g.guards["asideprep"][c.words[at.to].low])
}

// oldYear: "July 1–3, 1863": a year of long ago, which alone may be any number,
// and the end of its words.
func (c *chart) oldYear(at *edge, hi int32) (fields, int32, bool) {
	i := at.to
	if i < hi && c.words[i].low == "," {
		i++
	}
	f := noFields
	if i >= hi || !c.yearWord(i) || at.node.f.year != unset || at.node.f.month == unset || c.followed(i+1) {
		return f, 0, false
	}
	f.year = int(atoi(c.words[i].low))
	return f, i + 1, true
}

// yearWord: word i is written like a year, 1000 to 2099.
func (c *chart) yearWord(i int32) bool {
	w := c.words[i].low
	return len(w) == 4 && (w[0] == '1' || w[:2] == "20") && isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3])
}

// giveYear puts the year into all days and its words, up to to, into the last.
func giveYear(days []edge, year fields, to int32) {
	for i := range days {
		n := days[i].node.copy()
		n.f.year, n.f.short = year.year, year.short
		days[i].node = n
	}
	days[len(days)-1].to = to
}

// tailOf is the number behind at that goes on with the date e.
func (c *chart) tailOf(at, e edge, hi int32) (edge, bool) {
	i := at.to
	if i+1 >= hi || !c.g.guards["tail"][c.words[i].low] {
		return edge{}, false
	}
	f := e.node.f
	n, ok := c.plainDay(i + 1)
	switch {
	case f.day != unset && f.month != unset && f.holiday == "":
		if !ok || n < 1 || n > 31 || n == f.day || c.followed(i+2) || c.numbersName(i+1) || c.words[i].low == "," && !c.listed(i+2) {
			return edge{}, false
		}
		if f.year != unset && c.words[i].low != "-" { // "June 3, 2031 and 5 …"
			return edge{}, false
		}
		d := e.node.copy()
		d.f.day = n
		return edge{i + 1, i + 2, e.sym, d, e.row}, true
	case f.year != unset && f.month == unset && !f.bc && f.season == unset && f.quarter == unset && (c.words[i].glued && c.words[i+1].glued || c.closes(i+2)):
		if !ok || len(c.words[i+1].low) != 2 || n <= f.year%100 || c.words[i].low != "-" && c.words[i].low != "/" {
			return edge{}, false
		}
		d := e.node.copy()
		d.f.year = f.year/100*100 + n
		return edge{i + 1, i + 2, e.sym, d, e.row}, true
	}
	return edge{}, false
}

// daysBefore are the days in front of h in "13, 14 and 15 June".
func (c *chart) daysBefore(h edge, lo int32) []edge {
	var out []edge
	for h.from >= lo+2 && c.words[h.from-1].low == "," {
		n, ok := c.plainDay(h.from - 2)
		if !ok || n < 1 || n >= h.node.f.day {
			break
		}
		d := h.node.copy()
		d.f.day = n
		h = edge{h.from - 2, h.from - 1, h.sym, d, h.row}
		out = append([]edge{h}, out...)
	}
	return out
}

// headCentury is the 12th of "the 12th and 13th centuries".
func (c *chart) headCentury(e edge, lo int32) (edge, bool) {
	if e.node.f.century == unset || e.from < lo+2 || c.words[e.from-1].low == "," || !c.g.guards["tail"][c.words[e.from-1].low] {
		return edge{}, false
	}
	digits, rest := leadingDigits(c.words[e.from-2].low)
	n := int(atoi(digits))
	if len(digits) == 0 || len(digits) > 2 || rest != "th" && rest != "st" && rest != "nd" && rest != "rd" || n > 22 {
		return edge{}, false
	}
	d := e.node.copy()
	d.f.century, d.mod = n-1, ""
	return edge{e.from - 2, e.from - 1, e.sym, d, e.row}, true
}

// closes: a bracket closes at word i, as behind "(1892 – 94)".
func (c *chart) closes(i int32) bool { return int(i) < len(c.words) && c.words[i].low == ")" }

// headDay is the 3 of "3–5 June".
func (c *chart) headDay(e edge, lo int32) (edge, bool) {
	f := e.node.f
	if f.day == unset || f.month == unset || e.from < lo+2 ||
		!isDigit(c.words[e.from].low[0]) && !(c.g.guards["article"][c.words[e.from].low] && isDigit(c.words[e.from+1].low[0])) {
		return edge{}, false
	}
	if j := c.words[e.from-1].low; j == "," || !c.g.guards["tail"][j] {
		return edge{}, false
	}
	at := e.from - 2
	if at > lo && c.words[at].low == "." && c.words[at].glued { // "3. bis 5. Juni"
		at--
	}
	n, ok := c.plainDay(at)
	if !ok || n < 1 || n >= f.day || e.to-e.from < 2 {
		return edge{}, false
	}
	d := e.node.copy()
	d.f.day = n
	return edge{at, e.from - 1, e.sym, d, e.row}, true
}

// plainDay is the number that word i writes in one or two digits.
func (c *chart) plainDay(i int32) (int, bool) {
	s := c.words[i].low
	digits, rest := leadingDigits(s)
	if digits == "" || len(digits) > 2 || rest != "" && rest != "th" && rest != "st" && rest != "nd" && rest != "rd" {
		return 0, false
	}
	return int(atoi(digits)), true
}

// numbersName: an ordinal that numbers a name: "the 4th and 10th Armies".
func (c *chart) numbersName(i int32) bool {
	w := c.words[i].low
	return !isDigit(w[len(w)-1]) && int(i)+1 < len(c.words) && c.words[i+1].upper && !c.isTimeWord(int(i)+1)
}

// followed: what stands at i counts something else than days of a month.
func (c *chart) followed(i int32) bool {
	if int(i) >= len(c.words) {
		return false
	}
	w := c.words[i].low
	if c.g.guards["datedspan"][w] && i > 1 && c.words[i-1].glued { // "the March 21-31 period"
		return false
	}
	return w == "%" || w == ":" || w == "/" || c.isPlural(int(i)) || c.isUnit(int(i)) || c.isMonth(int(i)) && !isDigit(w[0]) || w == "$"
}

// listed: a comma between days of a month goes on with another day.
func (c *chart) listed(i int32) bool {
	return int(i)+1 < len(c.words) && c.g.guards["tail"][c.words[i].low] && isDigit(c.words[i+1].low[0])
}

// shareYear gives the first of two joined dates the year of the second: "from
// November to March 1942", "in spring and summer 1940".
func (c *chart) shareYear(es []edge) {
	for k := len(es) - 2; k >= 0; k-- {
		a, b := &es[k], &es[k+1]
		if b.from-a.to != 1 || !c.g.guards["tail"][c.words[a.to].low] || c.words[a.to].low == "," ||
			a.node.kind != kDate || b.node.kind != kDate {
			continue
		}
		fa, fb := &a.node.f, &b.node.f
		if n := sharesDay(a.node, b.node); n != nil {
			a.node = n
			continue
		}
		if fa.day != unset && fa.month == unset && fb.day != unset && fb.month != unset && fa.day < fb.day {
			n := a.node.copy()
			n.f.month, n.f.year, n.f.short = fb.month, fb.year, fb.short
			a.node = n
			continue
		}
		if fa.year != unset || fb.year == unset || fb.bc || fa.part() != fb.part() || fa.part() == 0 {
			continue
		}
		n := a.node.copy()
		n.f.year, n.f.short = fb.year, fb.short
		if fa.order() > fb.order() {
			n.f.year--
		}
		a.node = n
	}
}

// sharesDay gives the first of two times what the second tells for both: "10 a.m.
// to 4 p.m. on 3 May", "from the 5th to the 3rd century BC"; nil elsewhere.
func sharesDay(a, b *node) *node {
	fa, fb := &a.f, &b.f
	switch {
	case a.clock != "" && b.clock != "" && *fa == noFields && fb.day != unset:
		n := a.copy()
		n.f, n.zone = *fb, first(a.zone, b.zone)
		return n
	case fb.century != unset && fa.day != unset && fa.month == unset && fa.wday == unset && fa.year == unset && a.clock == "":
		n := dateNode(func(f *fields) { f.century, f.bc = fa.day-1, fb.bc })
		return n
	}
	return nil
}

// part tells by what a date names its part of the year: 1 months, 2 seasons, 3 quarters.
func (f *fields) part() int {
	switch {
	case f.month != unset:
		return 1
	case f.season != unset:
		return 2
	case f.quarter != unset:
		return 3
	}
	return 0
}

// order is the place of a date in its year.
func (f *fields) order() int {
	switch {
	case f.month != unset && f.day != unset:
		return f.month*32 + f.day
	case f.month != unset:
		return f.month * 32
	case f.season != unset:
		return f.season
	}
	return f.quarter
}
