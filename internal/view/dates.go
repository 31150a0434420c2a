package view

import (
	"fmt"
	"sort"

	"dateline"
)

// order gives the indices of the dated events in order of time, those on this
// side of the publication day first, how many these are, and the undated ones.
func order(rec *dateline.Record) (dated []int, past int, undated []int) {
	for i := range rec.Events {
		if _, ok := anchor(&rec.Events[i]); ok {
			dated = append(dated, i)
		} else {
			undated = append(undated, i)
		}
	}
	sort.SliceStable(dated, func(a, b int) bool {
		x, y := &rec.Events[dated[a]], &rec.Events[dated[b]]
		if cx, cy := coming(x, rec.Article.Date), coming(y, rec.Article.Date); cx != cy {
			return cy
		}
		dx, _ := anchor(x)
		dy, _ := anchor(y)
		if dx != dy {
			return dx < dy
		}
		return x.When.Latest.Known() && (!y.When.Latest.Known() || x.When.Latest < y.When.Latest)
	})
	for past < len(dated) && !coming(&rec.Events[dated[past]], rec.Article.Date) {
		past++
	}
	return dated, past, undated
}

// anchor is the day by which an event is put in order; false if it has none.
func anchor(e *dateline.Event) (dateline.Day, bool) {
	switch {
	case e.When == nil:
		return dateline.NoDay, false
	case e.When.Earliest.Known():
		return e.When.Earliest, true
	case e.When.Latest.Known():
		return e.When.Latest, true
	}
	return dateline.NoDay, false
}

// coming reports whether an event lies ahead of the publication day.
func coming(e *dateline.Event, published dateline.Day) bool {
	day, ok := anchor(e)
	if !ok || !published.Known() {
		return false
	}
	if day > published {
		return true
	}
	due := e.Status == dateline.Planned || e.Status == dateline.Possible
	return due && (!e.When.Latest.Known() || e.When.Latest >= published)
}

// spanText writes a span as people do: "18 Jun 2023", "21–31 May 2023", "Feb
// 2023", "2018", "from 20 Jan 2021".
func spanText(s dateline.Span) string {
	switch {
	case !s.Earliest.Known() && !s.Latest.Known():
		return ""
	case !s.Latest.Known():
		return "from " + dayText(s.Earliest)
	case !s.Earliest.Known():
		return "until " + dayText(s.Latest)
	case s.Earliest == s.Latest:
		return dayText(s.Earliest)
	}
	y1, m1, d1 := s.Earliest.Civil()
	y2, m2, d2 := s.Latest.Civil()
	_, _, next := (s.Latest + 1).Civil()
	whole := d1 == 1 && next == 1 // whole months
	switch {
	case whole && m1 == 1 && m2 == 12 && y1 == y2:
		return fmt.Sprint(y1)
	case whole && m1 == 1 && m2 == 12:
		return fmt.Sprintf("%d–%d", y1, y2)
	case whole && y1 == y2 && m1 == m2:
		return s.Earliest.Time().Format("Jan 2006")
	case whole && y1 == y2:
		return s.Earliest.Time().Format("Jan") + "–" + s.Latest.Time().Format("Jan 2006")
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s", d1, d2, s.Latest.Time().Format("Jan 2006"))
	case y1 == y2:
		return s.Earliest.Time().Format("2 Jan") + " – " + dayText(s.Latest)
	}
	return s.Earliest.Time().Format("Jan 2006") + " – " + s.Latest.Time().Format("Jan 2006")
}

func dayText(d dateline.Day) string { return d.Time().Format("2 Jan 2006") }

// nearText names the weekday as well if the day is within a week of the
// publication.
func nearText(s dateline.Span, published dateline.Day) string {
	if s.Earliest == s.Latest && s.Known() && published.Known() && s.Earliest > published-7 && s.Earliest < published+7 {
		return s.Earliest.Time().Format("Mon 2 Jan 2006")
	}
	return spanText(s)
}
