package when

import "dateline/lang"

// orderDays settles numeric dates whose order the numbers leave open ("6/5/2031")
// by the rest of the text: a number above twelve, or the order of days and
// months spelled out ("5 June" or "June 5"). Without a sign the month comes first.
func orderDays(doc *lang.Doc, ps []pick) {
	dayFirst := 0
	var open []int
	for i := range ps {
		n := ps[i].node
		if n.kind != kDate || n.f.month == unset || n.f.day == unset {
			continue
		}
		a, rest := leadingDigits(doc.Text[ps[i].start:ps[i].end])
		b := 0
		if rest != "" && (rest[0] == '/' || rest[0] == '-') {
			d, _ := leadingDigits(rest[1:])
			b = len(d)
		}
		switch {
		case len(a) > 2 || len(a) > 0 && b > 2: // the year first
		case len(a) > 0 && b > 0 && n.f.month <= 12 && n.f.day <= 12:
			open = append(open, i)
		case len(a) > 0 && b > 0 && int(atoi(a)) == n.f.day, len(a) > 0 && b == 0:
			dayFirst++
		default:
			dayFirst--
		}
	}
	if dayFirst <= 0 {
		return
	}
	for _, i := range open {
		n := ps[i].node.copy()
		n.f.month, n.f.day = n.f.day, n.f.month
		ps[i].node = n
	}
}
