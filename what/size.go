package what

import (
	"strconv"
	"strings"

	"dateline"
)

// size reads how many were killed, wounded, arrested, sent or freed, and sums of
// money, where the text tells them at the event itself.
func (r *reader) size(m *found) *dateline.Size {
	var s dateline.Size
	switch lemma := r.lemma(m.Trigger); {
	case m.Type == dateline.Assault && r.inClass("killing", m.Trigger):
		s.Killed = r.counts(m, 'R')
	case m.Type == dateline.Assault && (lemma == "wound" || lemma == "injure" || lemma == "maim"):
		s.Wounded = r.counts(m, 'R')
	case m.Mode == "arrest":
		s.Arrested = r.counts(m, 'R')
	case m.Mode == "abduct", m.Mode == "expel", m.Mode == "release", m.Mode == "deport":
		s.Persons = r.counts(m, 'R')
		if s.Persons == nil {
			s.Persons = r.counts(m, 'T')
		}
	case m.Type == dateline.Protest:
		s.Persons = r.counts(m, 'A')
	case m.Type == dateline.Mobilize, m.Mode == "withdraw":
		s.Troops = r.counts(m, 'T')
	case m.Type == dateline.Aid, m.Type == dateline.Agree:
		s.Money = r.money(m)
	}
	if s == (dateline.Size{}) {
		return nil
	}
	return &s
}

// counts adds up the numbers before the fillers of a role.
func (r *reader) counts(m *found, role byte) *int {
	sum, any := 0, false
	for _, b := range m.bound.roles {
		if !b.slot.Has(role) {
			continue
		}
		for _, t := range b.toks {
			for _, j := range r.joined(t) {
				if n, ok := r.number(j); ok {
					sum, any = sum+n, true
				}
			}
		}
	}
	if !any {
		return nil
	}
	return &sum
}

// number is the count that modifies a noun, or that the token itself is.
func (r *reader) number(t int) (int, bool) {
	if r.doc.Tokens[t].UPOS == "NUM" {
		return r.value(t)
	}
	for _, c := range r.doc.Children(t) {
		if r.doc.Tokens[c].Rel == "nummod" {
			return r.value(int(c))
		}
	}
	return 0, false
}

// value reads a numeral with its multiplier: "1,200", "twelve", "two million".
func (r *reader) value(t int) (int, bool) {
	n, ok := numeral(r.doc.Tokens[t].Form)
	if !ok {
		return 0, false
	}
	for _, c := range r.doc.Children(t) {
		k := &r.doc.Tokens[c]
		if k.UPOS != "NUM" || int(c) > t {
			continue
		}
		if v, ok := factor(k.Form); ok {
			return int(v * float64(n)), true
		}
	}
	return n, true
}

func numeral(s string) (int, bool) {
	s = strings.ToLower(strings.ReplaceAll(s, ",", ""))
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	n, ok := numberWords[s]
	return n, ok
}

func factor(s string) (float64, bool) {
	if v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64); err == nil {
		return v, true
	}
	n, ok := numberWords[strings.ToLower(s)]
	return float64(n), ok
}

var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000,
}

// money finds a sum in the fillers of an event: a currency sign or word beside a
// number, as "USD 100000000".
func (r *reader) money(m *found) string {
	for _, b := range m.bound.roles {
		if b.slot.Has('A') || b.slot.Has('B') {
			continue
		}
		for _, t := range b.toks {
			first, last := r.doc.Subtree(t)
			for i := first; i < last; i++ {
				if s := r.sum(i, last); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// sum reads "$100 million" or "20 million euros" from token i on.
func (r *reader) sum(i, last int) string {
	form := func(k int) string {
		if k >= last {
			return ""
		}
		return strings.ToLower(r.doc.Tokens[k].Form)
	}
	code := currencies[strings.TrimPrefix(form(i), "us")]
	if code == "" {
		code = currencies[form(i)]
	}
	k := i
	if code != "" {
		k++
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(form(k), ",", ""), 64)
	if err != nil {
		return ""
	}
	k++
	if n := numberWords[form(k)]; n >= 1000 {
		v *= float64(n)
		k++
	}
	if code == "" {
		if code = currencies[form(k)]; code == "" && form(k) == "us" {
			code = currencies[form(k+1)]
		}
	}
	if code == "" {
		return ""
	}
	return code + " " + strconv.FormatFloat(v, 'f', -1, 64)
}

var currencies = map[string]string{
	"$": "USD", "dollar": "USD", "dollars": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
	"£": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
	"rupees": "INR", "won": "KRW", "rubles": "RUB", "roubles": "RUB", "francs": "CHF", "kroner": "NOK", "kronor": "SEK",
}

// joinSize fills what one size does not tell from another.
func joinSize(a, b *dateline.Size) *dateline.Size {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	for _, p := range [...]struct{ to, from **int }{
		{&a.Killed, &b.Killed}, {&a.Wounded, &b.Wounded}, {&a.Arrested, &b.Arrested}, {&a.Troops, &b.Troops}, {&a.Persons, &b.Persons},
	} {
		if *p.to == nil {
			*p.to = *p.from
		}
	}
	if a.Money == "" {
		a.Money = b.Money
	}
	return a
}
