package ledger

import (
	"fmt"
	"testing"

	"dateline"
)

// crowd makes reports as a month of news has them: many days, few pairs of
// states that matter, several events an article.
func crowd(n int) []*Report {
	people := [][]dateline.Actor{
		{{Name: "Ada Lind", State: "NOR"}, {Name: "Bo Ek", State: "SWE"}},
		{{Name: "Ib Dam", State: "DNK"}, {Name: "Aino Salo", State: "FIN"}},
		{{ID: "s:NOR", Name: "Norway", State: "NOR"}, {Name: "Jon Orri", State: "ISL"}},
		{{Name: "Eva Moen", State: "NOR"}, {ID: "s:EST", Name: "Estonia", State: "EST"}},
	}
	types := []dateline.Type{dateline.Consult, dateline.Agree, dateline.Accuse, dateline.Sanction}
	out := make([]*Report, n)
	for i := range out {
		d := dayOf("2031-03-01") + dateline.Day(i/40)
		r := report(fmt.Sprintf("a%06d", i/6), d.String())
		r.Key = fmt.Sprintf("%s#e%d", r.Article, i)
		r.Event.Type = types[i%len(types)]
		if r.Event.Type != dateline.Consult {
			r.Event.Mode = ""
		}
		r.Event.Actors = people[i%7%len(people)]
		r.Event.Evidence[0].Text = fmt.Sprintf("Officials spoke of quota %d, border post %d and ferry line %d on the coast", i%13, i%17, i%19)
		r.Words = wordsOf(&r.Event)
		r.Prepare()
		out[i] = r
	}
	return out
}

// BenchmarkAssign brings reports in one by one, held in memory.
func BenchmarkAssign(b *testing.B) {
	rs := crowd(20000)
	for b.Loop() {
		m := newMemory()
		for _, r := range rs {
			if err := m.add(r); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(rs)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

func BenchmarkCompare(b *testing.B) {
	x, y := report("a", "2031-03-04"), report("b", "2031-03-04")
	x.Prepare()
	y.Prepare()
	for b.Loop() {
		bond(x, y)
	}
}
