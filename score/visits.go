package score

import (
	"regexp"
	"strings"

	"dateline"
	"dateline/facts"
	"dateline/who"
)

// visit is one line of the record of visits.
type visit struct {
	Country, Start, Remarks, Who string
}

// visitor is a title with a name, as the record of visits writes those who came.
var visitor = regexp.MustCompile(`^(?:Acting )?(President(?:-elect)?|Prime Minister|Premier|Chancellor|King|Queen|Crown Prince|Emir|Amir|Sultan) (.+)$`)

// Visits measures who.Read on the visits of foreign leaders that began in the
// years [from, to], as [Diplo] does on travels abroad. The text is the country
// in a sentence of its own, the visitor and the remark; asked are the visitor,
// who acts for the country, and those whom the remark names, who are hosts.
func Visits(path, from, to string, f *facts.Facts, read func(*dateline.Article) *who.Layer) (DiploScore, error) {
	var s DiploScore
	err := eachRow(path, func(v *visit) error {
		v.Country = straight(v.Country)
		home := f.StateByName(v.Country)
		day, err := dateline.ParseDay(v.Start)
		if v.Start < from || v.Start > to || home == nil || err != nil {
			return nil
		}
		text := "Visit from " + v.Country + ". " + v.Who + ". " + v.Remarks
		l := read(&dateline.Article{Text: text, Date: day})
		if m := visitor.FindStringSubmatch(v.Who); m != nil {
			s.ask(l, f, home.ISO3, m[1], m[2], day, text)
		}
		for _, m := range counterpart.FindAllStringSubmatchIndex(v.Remarks, -1) {
			name := v.Remarks[m[4]:m[5]]
			if host := holderNamed(f, "USA", v.Remarks[m[2]:m[3]], day, strings.Fields(facts.Fold(name))); host != "" && !elsewhere(v.Remarks, m[0], m[5]) {
				s.ask(l, f, "USA", v.Remarks[m[2]:m[3]], name, day, text)
			}
		}
		return nil
	})
	return s, err
}

// straight writes "Korea, South" as "South Korea".
func straight(country string) string {
	name, rest, turned := strings.Cut(country, ", ")
	if !turned {
		return country
	}
	return rest + " " + name
}
