package read

// Stand-in by the lead. R: replace this file as a whole by yours.

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/said"
	"dateline/what"
	"dateline/when"
	"dateline/where"
	"dateline/who"
)

type rooms struct {
	a *dateline.Article
	d *lang.Doc
	t *when.Layer
	w *who.Layer
	p *where.Layer
	s *said.Layer
}

type told struct {
	e    dateline.Event
	m    what.Mention
	keys []string
}

func standin(a *dateline.Article, rec *dateline.Record, tm *Timing) {
	r := &rooms{a: a}
	r.d = lang.Parse(a.Text, a.Paragraphs)
	tm.end("lang")
	r.t = when.Read(r.d, a.Date)
	tm.end("when")
	f := facts.Default()
	r.w = who.Read(r.d, a, r.t, f)
	tm.end("who")
	r.p = where.Read(r.d, r.w, f)
	tm.end("where")
	r.s = said.Read(r.d, r.w, r.t)
	tm.end("said")
	ms := what.Read(r.d, r.w, r.p, r.t, r.s)
	tm.end("what")
	var all []told
	for _, m := range ms {
		if t, ok := r.tell(m); ok {
			all = append(all, t)
		}
	}
	rec.Times = r.t.Records()
	rec.Events = r.join(all)
}

func (r *rooms) actors(ms, heads []int) []dateline.Actor {
	out := []dateline.Actor{}
	seen := map[string]bool{}
	for _, k := range ms {
		for _, e := range r.w.Mentions[k].Entities {
			a := r.w.Actor(e)
			if !seen[a.ID] {
				seen[a.ID] = true
				out = append(out, a)
			}
		}
	}
	for _, h := range heads {
		f, l := r.d.Subtree(h)
		if l-f > 8 {
			f, l = h, h+1
		}
		out = append(out, dateline.Actor{Name: r.d.Words(f, l)})
	}
	return out
}

func (r *rooms) political(ms []int) bool {
	for _, k := range ms {
		for _, e := range r.w.Mentions[k].Entities {
			if r.w.Entities[e].Political {
				return true
			}
		}
	}
	return false
}

func (r *rooms) tell(m what.Mention) (told, bool) {
	d := r.d
	if !r.political(m.Actors) && !r.political(m.Recipients) {
		return told{}, false
	}
	sent := d.Sentences[d.Tokens[m.Trigger].Sent]
	if sent.Para < len(r.a.Paragraphs) {
		switch r.a.Paragraphs[sent.Para].Kind {
		case dateline.SeeAlso, dateline.DateStamp:
			return told{}, false
		}
	}
	e := dateline.Event{
		Type: m.Type, Mode: m.Mode, CAMEO: m.CAMEO, Trigger: d.Words(m.TriggerFirst, m.TriggerLast),
		Actors: r.actors(m.Actors, m.ActorHeads), Recipients: r.actors(m.Recipients, m.RecipientHeads),
		Status: m.Status, Confidence: m.Confidence,
		Evidence: []dateline.Evidence{{Start: sent.Start, End: sent.End, Text: d.Text[sent.Start:sent.End]}},
	}
	tr := &dateline.Trace{Sentence: d.Tokens[m.Trigger].Sent, Trigger: [2]int{d.Tokens[m.TriggerFirst].Start, d.Tokens[m.TriggerLast-1].End}, Rule: m.Rule}
	w, why := r.t.Of(m.Trigger)
	tr.Steps = append(append(tr.Steps, why...), m.StatusWhy...)
	if w == nil && (e.Status == dateline.Happened || e.Status == dateline.Ongoing) && e.Type != "" && r.a.Date.Known() && m.Tensed && sent.Para < 4 {
		w = r.t.Fresh()
		tr.Steps = append(tr.Steps, "no time told, fresh news: two days to the article's")
	}
	e.When = w
	if m.PlaceHead >= 0 {
		if p := r.p.At(m.PlaceHead); p != nil {
			pl := p.Place
			e.Place = &pl
		}
	}
	if e.Place == nil {
		e.Place, why = r.p.Of(m.Trigger, m.Clause)
		tr.Steps = append(tr.Steps, why...)
	}
	if s := r.s.Source(m.Trigger); s != nil && s.Cue != m.Trigger && s.Speaker >= 0 && !slices.Contains(m.Actors, s.Speaker) {
		src := r.w.Actor(r.w.Mentions[s.Speaker].Entities[0])
		e.Source = &src
	}
	e.Trace = tr
	t := told{e: e, m: m}
	for _, a := range slices.Concat(e.Actors, e.Recipients) {
		if a.State != "" {
			t.keys = append(t.keys, "="+a.State)
		} else {
			w := strings.Fields(facts.Fold(a.Name))
			if len(w) > 0 {
				t.keys = append(t.keys, w[len(w)-1])
			}
		}
	}
	slices.Sort(t.keys)
	t.keys = slices.Compact(t.keys)
	return t, true
}

func (r *rooms) join(all []told) []dateline.Event {
	var out []told
next:
	for _, t := range all {
		for i := range out {
			if same(&out[i], &t) {
				o := &out[i].e
				for _, ev := range t.e.Evidence {
					if !slices.Contains(o.Evidence, ev) {
						o.Evidence = append(o.Evidence, ev)
					}
				}
				if o.Place == nil {
					o.Place = t.e.Place
				}
				if o.When == nil || o.When.Text == "" && t.e.When != nil {
					if t.e.When != nil {
						o.When = t.e.When
					}
				}
				if len(o.Recipients) == 0 {
					o.Recipients = t.e.Recipients
				}
				if len(o.Actors) == 0 {
					o.Actors = t.e.Actors
				}
				continue next
			}
		}
		out = append(out, t)
	}
	events := []dateline.Event{}
	for i, t := range out {
		t.e.ID = fmt.Sprintf("e%d", i+1)
		events = append(events, t.e)
	}
	return events
}

func same(a, b *told) bool {
	if a.e.Type != b.e.Type || a.e.Mode != b.e.Mode && a.e.Mode != "" && b.e.Mode != "" {
		return false
	}
	common := 0
	for _, k := range a.keys {
		if slices.Contains(b.keys, k) {
			common++
		}
	}
	if common < min(len(a.keys), len(b.keys)) || common == 0 {
		return false
	}
	if a.e.When != nil && b.e.When != nil && !a.e.When.Overlaps(b.e.When.Span) {
		return false
	}
	return a.e.Place == nil || b.e.Place == nil || a.e.Place.State == b.e.Place.State
}
