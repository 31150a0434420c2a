package when

import (
	"fmt"
	"strconv"
	"strings"
)

// wordForms turn the value of a line in the word tables into a node.
var wordForms = map[string]func(string) (*node, error){
	"number":  numberForm,
	"ordinal": ordinalForm,
	"unit":    func(v string) (*node, error) { return unitForm(v, false) },
	"units":   func(v string) (*node, error) { return unitForm(v, true) },
	"code":    func(v string) (*node, error) { return &node{kind: kCode, code: v}, nil },
	"mod":     func(v string) (*node, error) { return &node{kind: kCode, mod: v, code: v}, nil },
	"rel":     relForm,
	"ref":     refForm,
	"part":    func(v string) (*node, error) { return &node{kind: kCode, part: v}, nil },
	"zone":    func(v string) (*node, error) { return &node{kind: kCode, zone: strings.TrimPrefix(v, "local")}, nil },
	"month":   fieldForm(func(f *fields) *int { return &f.month }, 1, 12),
	"weekday": fieldForm(func(f *fields) *int { return &f.wday }, 1, 7),
	"season":  fieldForm(func(f *fields) *int { return &f.season }, 0, 3),
	"decade":  fieldForm(func(f *fields) *int { return &f.decade }, 0, 9),
	"holiday": holidayForm,
	"clock":   func(v string) (*node, error) { return &node{kind: kNum, clock: v}, nil },
	"set":     setForm,
	"wdpart":  weekdayPartForm,
	"amount":  amountForm,
}

func wordNode(form, value string) (*node, error) {
	f := wordForms[form]
	if f == nil {
		return nil, fmt.Errorf("unknown form %q", form)
	}
	return f(value)
}

// numberForm reads "7", or "?" for a vague number ("several").
func numberForm(v string) (*node, error) {
	if v == "?" {
		return &node{kind: kNum, vague: true}, nil
	}
	f, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return nil, fmt.Errorf("number %q", v)
	}
	return &node{kind: kNum, num: f}, nil
}

func ordinalForm(v string) (*node, error) {
	n, err := numberForm(v)
	if err == nil {
		n.ordinal = true
	}
	return n, err
}

// unitForm reads "day" or "year*10".
func unitForm(v string, plural bool) (*node, error) {
	name, mul, many := strings.Cut(v, "*")
	n := &node{kind: kUnit, plural: plural, grain: grainNames[name], mul: 1}
	if many {
		m, err := strconv.Atoi(mul)
		if err != nil {
			return nil, fmt.Errorf("unit %q", v)
		}
		n.mul = m
	}
	if name == "night" {
		n.grain, n.part = DayGrain, "NI"
	}
	if n.grain == NoGrain {
		return nil, fmt.Errorf("unknown unit %q", name)
	}
	return n, nil
}

// relForm reads "-1", "0", "+1", with "story" behind it if the word hangs on
// the time told last rather than on the day of publication.
func relForm(v string) (*node, error) {
	num, where, _ := strings.Cut(v, " ")
	k, err := strconv.Atoi(num)
	if err != nil {
		return nil, fmt.Errorf("relation %q: want -1, 0 or +1", v)
	}
	n := &node{kind: kCode, offset: k}
	switch where {
	case "":
	case "story":
		n.anchor = onStory
	case rolling: // the past year: no calendar unit where long
		n.code = rolling
	case "coming": // the coming weekend: the first one
		n.code = coming
	default:
		return nil, fmt.Errorf("relation %q: unknown anchor %q", v, where)
	}
	return n, nil
}

// refForm reads "PAST_REF", or "day -1" for a word that means a day.
func refForm(v string) (*node, error) {
	if unit, off, ok := strings.Cut(v, " "); ok {
		k, err := strconv.Atoi(off)
		if err != nil || grainNames[unit] == NoGrain {
			return nil, fmt.Errorf("reference %q", v)
		}
		u := &node{kind: kUnit, grain: grainNames[unit], mul: 1}
		return &node{kind: kRel, offset: k, base: u, f: noFields}, nil
	}
	return &node{kind: kRef, code: v}, nil
}

func fieldForm(field func(*fields) *int, lo, hi int) func(string) (*node, error) {
	return func(v string) (*node, error) {
		k, err := strconv.Atoi(v)
		if err != nil || k < lo || k > hi {
			return nil, fmt.Errorf("value %q: want %d..%d", v, lo, hi)
		}
		n := &node{kind: kDate, f: noFields}
		*field(&n.f) = k
		n.f.short = n.f.decade != unset
		return n, nil
	}
}

func holidayForm(v string) (*node, error) {
	if _, ok := holidayDay(v, 2031); !ok {
		return nil, fmt.Errorf("holiday rule %q: want MM-DD, MM-wWEEKDAY, easter+N or a list", v)
	}
	n := &node{kind: kDate, f: noFields}
	n.f.holiday = v
	return n, nil
}

// setForm reads a TIMEX3 value of a set: "P1D".
func setForm(v string) (*node, error) {
	value, freq, _ := strings.Cut(v, " ")
	return &node{kind: kSet, code: value, freq: freq}, nil
}

// weekdayPartForm reads "2 EV": Tuesday evening in one word.
func weekdayPartForm(v string) (*node, error) {
	day, part, _ := strings.Cut(v, " ")
	n, err := fieldForm(func(f *fields) *int { return &f.wday }, 1, 7)(day)
	if err != nil || partNames[part] == "" {
		return nil, fmt.Errorf("weekday and part %q", v)
	}
	n.part = part
	return n, nil
}

// amountForm reads "2 day": two-day in one word; "? day" is vague.
func amountForm(v string) (*node, error) {
	num, unit, _ := strings.Cut(v, " ")
	q, err := numberForm(num)
	if err != nil {
		return nil, err
	}
	u, err := unitForm(unit, false)
	if err != nil {
		return nil, err
	}
	return durOf(q, u), nil
}
