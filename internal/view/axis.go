package view

import (
	"math"
	"slices"
	"sort"
	"strings"

	"dateline"
)

// The line of dates. Its scale is logarithmic on both sides of the publication
// day: a day next to it has as much room as a year far away, since news tells
// days of this week and years of the past. Events of one column are stacked.

// axis maps days to columns.
type axis struct {
	zero      dateline.Day // publication day, or the first day if it is not known
	left, cap int          // first column, number of columns
	mid       int          // column of zero
	past      side
	future    side
}

// side is one half of the line. Its unit grows with the distance of its nearest
// day, so that a line whose days all lie far away is not one blot at its end.
type side struct{ unit, far float64 }

func newSide(zero dateline.Day, days []dateline.Day) side {
	near, far := 0.0, 2.0
	for _, d := range days {
		dist := math.Abs(float64(d - zero))
		if dist > 0 && (near == 0 || dist < near) {
			near = dist
		}
		far = max(far, dist)
	}
	s := side{unit: max(1, near/2)}
	s.far = s.reach(far)
	return s
}

// reach is the place of a day that many days away, in the scale of the side.
func (s side) reach(days float64) float64 { return math.Log2(1 + math.Abs(days)/s.unit) }

func newAxis(zero dateline.Day, days []dateline.Day, left, columns int) axis {
	var before, after []dateline.Day
	for _, d := range days {
		if d < zero {
			before = append(before, d)
		} else {
			after = append(after, d)
		}
	}
	a := axis{zero: zero, left: left, cap: columns, past: newSide(zero, before), future: newSide(zero, after)}
	share := a.past.far / (a.past.far + a.future.far)
	low, high := 0.2, 0.8
	if len(before) == 0 { // nothing behind: nearly all room is for what comes
		low, share = 0.06, 0
	}
	if !slices.ContainsFunc(after, func(d dateline.Day) bool { return d > zero }) {
		high, share = 0.9, 1
	}
	a.mid = left + int(math.Round(min(max(share, low), high)*float64(columns-1)))
	return a
}

// column of day d.
func (a axis) column(d dateline.Day) int {
	days := float64(d - a.zero)
	if d < a.zero {
		return a.mid - int(math.Round(a.past.reach(days)/a.past.far*float64(a.mid-a.left)))
	}
	return a.mid + int(math.Round(a.future.reach(days)/a.future.far*float64(a.left+a.cap-1-a.mid)))
}

// tower is the stack of marks of one column.
type tower struct {
	column int
	day    dateline.Day
	marks  []sign
}

const tallest = 6 // rows of marks; a higher tower ends in "+"

// dateLine draws all dated events on one line.
func (p *page) dateLine() {
	dated, _, _ := order(p.rec)
	if len(dated) == 0 {
		return
	}
	var days []dateline.Day
	for _, i := range dated {
		d, _ := anchor(&p.rec.Events[i])
		days = append(days, d)
		if l := p.rec.Events[i].When.Latest; l.Known() {
			days = append(days, l)
		}
	}
	zero := p.rec.Article.Date
	if !zero.Known() {
		zero = days[len(days)-1]
	}
	a := newAxis(zero, days, 2, p.style.Width-5)
	towers, bars := p.towers(a, dated)
	p.marks(towers)
	p.rule(a, bars)
	p.labels(a, towers)
	p.puts("\n")
}

// towers stacks the events by the column of their middle and gives the columns
// that spans of more than one cell cover, with their colour.
func (p *page) towers(a axis, dated []int) ([]tower, map[int]ink) {
	at := map[int]*tower{}
	bars := map[int]ink{}
	for _, i := range dated {
		e := &p.rec.Events[i]
		day, _ := anchor(e)
		first, last := a.column(day), a.column(day)
		if e.When.Latest.Known() {
			last = a.column(e.When.Latest)
		}
		for c := first; c <= last && last > first; c++ {
			bars[c] = signOf(e.Status).ink
		}
		mid := (first + last) / 2
		if at[mid] == nil {
			at[mid] = &tower{column: mid, day: day}
		}
		at[mid].marks = append(at[mid].marks, signOf(e.Status))
	}
	var ts []tower
	for _, t := range at {
		ts = append(ts, *t)
	}
	sort.Slice(ts, func(i, j int) bool { return ts[i].column < ts[j].column })
	return ts, bars
}

func (p *page) marks(towers []tower) {
	height := 0
	for _, t := range towers {
		height = max(height, min(len(t.marks), tallest))
	}
	for row := height; row >= 1; row-- {
		col := 0
		for _, t := range towers {
			if len(t.marks) < row {
				continue
			}
			p.puts(strings.Repeat(" ", t.column-col))
			if row == tallest && len(t.marks) > tallest {
				p.puts(p.paint(bold, "+"))
			} else {
				m := t.marks[row-1]
				p.puts(p.paint(m.ink, m.mark))
			}
			col = t.column + 1
		}
		p.puts("\n")
	}
}

// rule draws the line: solid for the past, dashed for what is to come, heavy
// where an event spans days.
func (p *page) rule(a axis, bars map[int]ink) {
	p.puts(" ")
	for c := a.left - 1; c <= a.left+a.cap; c++ {
		ink, bar := bars[c]
		switch {
		case c == a.mid && p.rec.Article.Date.Known():
			p.puts(p.paint(heavy, "┿"))
		case c == a.left+a.cap:
			p.puts(p.paint(dim, "▶"))
		case bar:
			p.puts(p.paint(ink, "━"))
		case c < a.mid || !p.rec.Article.Date.Known():
			p.puts(p.paint(dim, "─"))
		default:
			p.puts(p.paint(dim, "╌"))
		}
	}
	p.puts("\n")
}

// labels writes the publication day and as many days of events as have room.
func (p *page) labels(a axis, towers []tower) {
	line := newLabels(a.left + a.cap + 1)
	if p.rec.Article.Date.Known() {
		line.putArrow(a.mid, dayText(a.zero))
	}
	ts := append([]tower(nil), towers...)
	sort.SliceStable(ts, func(i, j int) bool { // the ends of the line first, then the busiest
		ei, ej := i == 0 || i == len(ts)-1, j == 0 || j == len(ts)-1
		if ei != ej {
			return ei
		}
		return len(ts[i].marks) > len(ts[j].marks)
	})
	for _, t := range ts {
		if t.column != a.mid || !p.rec.Article.Date.Known() {
			line.put(t.column, tick(t.day, a.zero), dim, 1)
		}
	}
	p.puts(strings.TrimRight(line.draw(p), " "), "\n")
}

// tick names a day as exactly as its distance asks for.
func tick(d, zero dateline.Day) string {
	switch far := math.Abs(float64(d - zero)); {
	case far < 7:
		return d.Time().Format("Mon")
	case far < 45:
		return d.Time().Format("2 Jan")
	case far < 300 && d.Time().Year() == zero.Time().Year():
		return d.Time().Format("Jan")
	case far < 1500:
		return d.Time().Format("Jan 2006")
	}
	return d.Time().Format("2006")
}

// labels is one line of words that do not touch.
type labels struct {
	taken []bool
	words map[int]string
	inks  map[int]ink
}

func newLabels(n int) *labels {
	return &labels{make([]bool, n), map[int]string{}, map[int]ink{}}
}

// put centres s at a column if there is room with gap columns around it.
func (l *labels) put(column int, s string, i ink, gap int) {
	w := width(s)
	start := min(max(column-w/2, 1), len(l.taken)-w)
	if start < 1 {
		return
	}
	for c := max(0, start-gap); c < min(len(l.taken), start+w+gap); c++ {
		if l.taken[c] {
			return
		}
	}
	l.set(start, s, i)
}

// putArrow writes a day with an arrow that stands under it, on the side where
// there is room.
func (l *labels) putArrow(column int, day string) {
	start, s := column, "▲ "+day
	if w := width(s); start+w > len(l.taken) {
		start, s = column-w+1, day+" ▲"
	}
	if start >= 0 {
		l.set(start, s, heavy)
	}
}

func (l *labels) set(start int, s string, i ink) {
	for c := start; c < start+width(s); c++ {
		l.taken[c] = true
	}
	l.words[start], l.inks[start] = s, i
}

func (l *labels) draw(p *page) string {
	var b strings.Builder
	for c := 0; c < len(l.taken); c++ {
		if s, ok := l.words[c]; ok {
			b.WriteString(p.paint(l.inks[c], s))
			c += width(s) - 1
			continue
		}
		b.WriteByte(' ')
	}
	return b.String()
}
