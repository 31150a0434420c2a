package view

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"dateline"
)

const gutter = 21 // columns for the day, before the rail

// head writes title, outlet, day and what was found.
func (p *page) head() {
	a := &p.rec.Article
	title := a.Title
	if title == "" {
		title = a.ID
	}
	for _, l := range wrap(title, p.style.Width-2) {
		p.puts(" ", p.paint(bold, l), "\n")
	}
	var facts []string
	if a.Source != "" {
		facts = append(facts, a.Source)
	}
	if a.Date.Known() {
		facts = append(facts, "published "+a.Date.Time().Format("Monday 2 January 2006"))
	} else {
		facts = append(facts, "no publication day")
	}
	if a.Place != "" {
		facts = append(facts, a.Place)
	}
	facts = append(facts, count(len(p.rec.Events), "event"))
	n := 0
	for i := range p.rec.Quotes {
		if p.rec.Quotes[i].Statement() {
			n++
		}
	}
	if n > 0 {
		facts = append(facts, count(n, "statement"))
	}
	for _, l := range wrap(strings.Join(facts, " · "), p.style.Width-2) {
		p.puts(" ", p.paint(dim, l), "\n")
	}
	p.puts("\n")
}

func count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// list writes the events in order of time along a rail that the publication
// day crosses, and below it those of which no day is told.
func (p *page) list() {
	dated, past, undated := order(p.rec)
	for n, i := range dated {
		if n == past {
			p.today()
		}
		p.event(&p.rec.Events[i], n < past)
	}
	if past == len(dated) && len(dated) > 0 {
		p.today()
	}
	if len(undated) > 0 {
		p.puts("\n")
		for _, i := range undated {
			p.event(&p.rec.Events[i], false)
		}
	}
}

// today draws the publication day across the rail.
func (p *page) today() {
	d := p.rec.Article.Date
	if !d.Known() {
		return
	}
	label := " " + cmp.Or(p.middle, "published") + " " + d.Time().Format("Mon 2 Jan 2006") + " "
	p.puts(p.paint(heavy, strings.Repeat("━", gutter)+"┿━━"+label+
		strings.Repeat("━", max(0, p.style.Width-gutter-4-width(label)))), "\n")
}

// event writes one event: day, sign and who; then where, source and proof.
func (p *page) event(e *dateline.Event, past bool) {
	s := signOf(e.Status)
	day, below, left := "no day told", "", dim
	if e.When != nil && e.When.Span == dateline.NoSpan && e.When.Text != "" {
		day = runewidth.Truncate("“"+e.When.Text+"”", gutter-1, "…")
	} else if e.When != nil && e.When.Span != dateline.NoSpan {
		left, day, below = plain, nearText(e.When.Span, p.rec.Article.Date), strings.TrimSpace(e.When.Part+" "+e.When.Time)
	}
	rail := "┊"
	if past {
		rail = "│"
	}
	room := p.style.Width - gutter - 4
	var lines []string
	add := func(i ink, text string) {
		for _, l := range wrap(text, room) {
			lines = append(lines, p.paint(i, l))
		}
	}
	for n, l := range wrap(what(e)+" · "+parties(e), room) {
		if rest, ok := strings.CutPrefix(l, what(e)); ok && n == 0 {
			lines = append(lines, p.paint(s.ink, what(e))+p.paint(bold, rest))
			continue
		}
		lines = append(lines, p.paint(bold, l))
	}
	add(plain, p.about(e))
	for _, ev := range e.Evidence[:min(len(e.Evidence), 1)] {
		lines = append(lines, p.quote(ev.Text, e.Trigger, room)...)
	}
	if n := len(e.Evidence) - 1; n > 0 {
		add(dim, fmt.Sprintf("and told %s more", times(n)))
	}
	for n, l := range lines {
		side, mark := padLeft("", gutter-1), p.paint(dim, rail)
		switch n {
		case 0:
			side, mark = p.paint(left, padLeft(day, gutter-1)), p.paint(s.ink, s.mark)
		case 1:
			side = p.paint(dim, padLeft(below, gutter-1))
		}
		p.puts(side, " ", mark, "  ", l, "\n")
	}
	p.puts(strings.Repeat(" ", gutter), p.paint(dim, rail), "\n")
}

// quote wraps a piece of evidence, its trigger standing out.
func (p *page) quote(text, trigger string, room int) []string {
	text = "“" + strings.Join(strings.Fields(text), " ") + "”"
	at := strings.Index(text, strings.Join(strings.Fields(trigger), " "))
	if at < 0 || trigger == "" {
		at = len(text)
	}
	end := min(len(text), at+len(trigger))
	var ws []word
	for pos := 0; pos < len(text); {
		w, _, _ := strings.Cut(text[pos:], " ")
		ws = append(ws, word{text: w, proven: pos < end && pos+len(w) > at})
		pos += len(w) + 1
	}
	var out []string
	for _, l := range fill(ws, room) {
		out = append(out, p.paintWords(quoted, l))
	}
	return out
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// words of the categories, as a heading of an event.
var words = map[dateline.Type]string{
	dateline.Agree: "agreement", dateline.Consult: "talks", dateline.Support: "support", dateline.Concede: "concession",
	dateline.Cooperate: "cooperation", dateline.Aid: "aid", dateline.Retreat: "retreat", dateline.Request: "request",
	dateline.Accuse: "accusation", dateline.Reject: "rejection", dateline.Threaten: "threat", dateline.Protest: "protest",
	dateline.Sanction: "sanction", dateline.Mobilize: "mobilization", dateline.Coerce: "coercion",
	dateline.Assault: "attack", dateline.Office: "office",
}

// what names the event in a word or two.
func what(e *dateline.Event) string {
	if e.Type == dateline.Consult {
		switch e.Mode {
		case "visit", "call", "meet":
			return map[string]string{"visit": "visit", "call": "call", "meet": "meeting"}[e.Mode]
		case "multilateral":
			return "conference"
		case "mediate":
			return "mediation"
		}
	}
	if w, ok := words[e.Type]; ok {
		return w
	}
	return strings.ToLower(string(e.Type))
}

// parties writes who, or who → whom. Those who act together stand side by side.
func parties(e *dateline.Event) string {
	if len(e.Recipients) > 0 {
		return actors(e.Actors, ", ", "somebody") + " → " + actors(e.Recipients, ", ", "")
	}
	sep := ", "
	if e.Type == dateline.Consult && e.Mode != "visit" && len(e.Actors) == 2 {
		sep = " ↔ "
	}
	return actors(e.Actors, sep, "somebody")
}

func actors(as []dateline.Actor, sep, none string) string {
	if len(as) == 0 {
		return none
	}
	var names []string
	for i := range as {
		names = append(names, actor(&as[i]))
	}
	return strings.Join(names, sep)
}

// actor is a name with the state acted for, and the holder of a bare office.
func actor(a *dateline.Actor) string {
	s := a.Name
	if a.Holder != "" && a.Holder != a.Name {
		s += " = " + a.Holder
	}
	if a.State != "" && a.State != a.Name {
		s += " (" + a.State + ")"
	}
	return s
}

// about is the second line: place, status, codes, source.
func (p *page) about(e *dateline.Event) string {
	var parts []string
	if e.Place != nil && e.Place.Name != "" {
		at := e.Place.Name
		if e.Place.State != "" && e.Place.State != at {
			at += " (" + e.Place.State + ")"
		}
		parts = append(parts, "in "+at)
	}
	parts = append(parts, signOf(e.Status).word, e.ID+" "+strings.TrimSpace(string(e.Type)+" "+e.CAMEO))
	if e.Confidence > 0 {
		parts = append(parts, fmt.Sprintf("%.0f%%", 100*e.Confidence))
	}
	if e.Source != nil && e.Source.Name != "" {
		parts = append(parts, "says "+actor(e.Source))
	}
	if n := p.notes[e.ID]; n != "" {
		parts = append(parts, n)
	}
	for _, r := range e.Relations {
		to := r.Event
		if to == "" {
			to = "“" + strings.Join(strings.Fields(r.Text), " ") + "”"
		}
		parts = append(parts, strings.ReplaceAll(r.Kind, "-", " ")+" "+to)
	}
	return strings.Join(parts, " · ")
}

// doubts writes where the article contradicts itself or what is known.
func (p *page) doubts() {
	for _, d := range p.rec.Doubts {
		text := fmt.Sprintf("%s: “%s” %s", d.Kind, strings.Join(strings.Fields(d.Text), " "), d.Why)
		for n, l := range wrap(text, p.style.Width-gutter-4) {
			mark := " "
			if n == 0 {
				mark = "!"
			}
			p.puts(strings.Repeat(" ", gutter), p.paint(yellow, mark), "  ", l, "\n")
		}
	}
	if len(p.rec.Doubts) > 0 {
		p.puts("\n")
	}
}

// legend explains the signs that were drawn.
func (p *page) legend() {
	seen := map[dateline.Status]bool{}
	for i := range p.rec.Events {
		seen[p.rec.Events[i].Status] = true
	}
	if len(seen) == 0 {
		return
	}
	col := 0
	for _, st := range dateline.Statuses {
		if !seen[st] {
			continue
		}
		s := signOf(st)
		if w := width(s.word) + 4; col > 0 && col+w > p.style.Width {
			p.puts("\n")
			col = 0
		}
		p.puts(" ", p.paint(s.ink, s.mark), " ", p.paint(dim, s.word), " ")
		col += width(s.word) + 4
	}
	p.puts("\n")
}
