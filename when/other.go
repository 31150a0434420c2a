package when

import (
	"strconv"
	"strings"

	"dateline"
)

// duration writes "two days" and "the past three months".
func (s *story) duration(t *Timex, n *node, p place) {
	t.Type, t.Value = "DURATION", amountValue(n.dur)
	if n.kind != kPeriod || n.offset == 0 || n.dur[0].vague {
		if n.kind == kPeriod && n.offset != 0 {
			s.vaguePeriod(t, n, p)
		}
		return
	}
	at := s.dct
	story := n.anchor == onStory || s.whole && s.lead() != nil
	if story || !at.Known() {
		r := s.ref(p, DayGrain)
		if r != nil {
			at = r.day
		} else if story && s.narrative(p) {
			return
		}
	}
	if !at.Known() {
		return
	}
	d := at
	for _, a := range n.dur {
		d = moveBy(d, a, n.offset)
	}
	t.Span = dateline.Span{Earliest: min(d, at), Latest: max(d, at)}
	t.EDTF = Interval(t.Span)
	if n.offset < 0 && at == s.dct {
		t.EndPoint = "t0"
	} else if at == s.dct {
		t.BeginPoint = "t0"
	}
}

// fromNow gives days to "in three weeks" and "within two months" where the
// clause looks forward or has no verb.
func (s *story) fromNow(t *Timex, n *node, p place) {
	if n.kind != kDur || n.dur[0].vague || n.dur[0].grain < DayGrain || p.prep == "" || !s.dct.Known() ||
		p.dir != future && p.dir != planned && p.why != "" {
		return
	}
	d := s.dct
	for _, a := range n.dur {
		d = moveBy(d, a, 1)
	}
	v := unit(n.shiftGrain(), d)
	t.Span = v.days(s.dct)
	if p.prep == "within" {
		t.Span = dateline.Span{Earliest: s.dct, Latest: d}
	}
	t.EDTF = Interval(t.Span)
	t.Why = append(t.Why, "counted from "+s.dct.String())
}

// vaguePeriod: recent years, the next few weeks. A vague number reaches at
// most ten units.
func (s *story) vaguePeriod(t *Timex, n *node, p place) {
	t.Vague = true
	from := s.dct
	if n.anchor == onStory && s.narrative(p) || s.whole && n.offset > 0 && s.lead() != nil {
		from = dateline.NoDay
		if r := s.ref(p, Month); r != nil {
			from = r.day
		}
	}
	if !from.Known() {
		return
	}
	d := add(from, 10*n.offset*max(n.dur[0].mul, 1), max(n.dur[0].grain, DayGrain))
	t.Span = dateline.Span{Earliest: min(d, from), Latest: max(d, from)}
	t.EDTF = Interval(t.Span)
}

// reference writes now, recently, soon. The code may carry how many days back
// or forward the word is taken to reach: PAST_REF/90.
func (s *story) reference(t *Timex, code string) {
	name, reach, _ := strings.Cut(code, "/")
	t.Type, t.Value, t.Vague = "DATE", name, true
	if !s.dct.Known() {
		return
	}
	days, err := strconv.Atoi(reach)
	far := dateline.Day(days)
	switch name {
	case "PRESENT_REF":
		t.Span = dateline.OneDay(s.dct)
	case "PAST_REF":
		t.Span = dateline.Span{Earliest: dateline.NoDay, Latest: s.dct}
		if err == nil {
			t.Span.Earliest = s.dct - far
		}
	case "FUTURE_REF":
		t.Span = dateline.Span{Earliest: s.dct, Latest: dateline.NoDay}
		if err == nil {
			t.Span.Latest = s.dct + far
		}
	}
	t.EDTF = Interval(t.Span)
}

// setTimex writes every Tuesday, daily, twice a year.
func setTimex(t *Timex, n *node) {
	t.Type, t.Freq, t.Quant = "SET", n.freq, n.quant
	b := n.base
	switch {
	case b == nil:
		t.Value = n.code
	case b.kind == kDur:
		t.Value = amountValue(b.dur)
	case b.kind == kUnit && b.grain == DayPart:
		t.Value = "XXXX-XX-XXT" + b.part
	case b.kind == kUnit && b.grain == Weekend:
		t.Value = "XXXX-WXX-WE"
	case b.kind == kUnit:
		t.Value = amountValue([]amount{{n: 1, grain: b.grain, mul: b.mul}})
	case b.kind == kDate:
		t.Value = recurring(&b.f)
		if b.part != "" {
			t.Value += "T" + b.part
		}
	}
}

// recurring is the value of a date without a year.
func recurring(f *fields) string {
	switch {
	case f.wday != unset:
		return "XXXX-WXX-" + strconv.Itoa(f.wday)
	case f.holiday != "" && len(f.holiday) == 5 && isDigit(f.holiday[3]):
		return "XXXX-" + f.holiday
	case f.month != unset && f.day != unset:
		return "XXXX-" + two(f.month) + "-" + two(f.day)
	case f.month != unset:
		return "XXXX-" + two(f.month)
	case f.season != unset:
		return "XXXX-" + seasonCodes[f.season]
	case f.quarter != unset:
		return "XXXX-Q" + strconv.Itoa(f.quarter)
	}
	return "XXXX-XX-XX"
}
