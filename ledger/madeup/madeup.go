// Package madeup invents readings, as many as one wants and the same every time:
// for tests and benchmarks of ledgers at sizes that no corpus at hand has.
package madeup

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"dateline"
	"dateline/ledger"
)

const (
	// Events is the mean number of events a reading.
	Events = 6
	// perDay is how many articles appear a day.
	perDay  = 300
	retold  = 5   // one event in so many was told by an earlier article
	backlog = 900 // of these last events
	states  = 180
	people  = 6 // who act for a state
)

// firstDay is the day of the first article.
var firstDay = dateline.Date(2012, time.January, 1)

// Entry invents the reading of article n, from 0 on.
func Entry(n int) ledger.Entry {
	r := random('a', n)
	published := Day(n)
	rec := dateline.Record{Article: dateline.Article{
		ID: fmt.Sprintf("made-%08d", n), Date: published, Source: fmt.Sprintf("Wire %d", r.IntN(40)), Language: "en",
		Title: phrase(r, 7), URL: fmt.Sprintf("https://wire.example/%d", n),
	}}
	var text strings.Builder
	for i := range Events - 2 + r.IntN(5) {
		k := n*Events + i
		if r.IntN(retold) == 0 && k > backlog {
			k -= 1 + r.IntN(backlog)
		}
		e := event(k)
		sentence := e.Trigger + " " + phrase(r, 8) + " " + names(e.Actors) + " " + names(e.Recipients) + " " + phrase(random('s', k), 12) + ". "
		e.ID = fmt.Sprint("e", i+1)
		e.Evidence = []dateline.Evidence{{Start: text.Len(), End: text.Len() + len(sentence) - 1, Text: sentence[:len(sentence)-1]}}
		text.WriteString(sentence)
		rec.Events = append(rec.Events, e)
	}
	text.WriteString(phrase(r, 40))
	rec.Article.Text = text.String()
	return ledger.Entry{Record: rec, Reader: "made up", Read: time.Unix(1_900_000_000, 0)}
}

// Day is the day on which article n appears.
func Day(n int) dateline.Day { return firstDay + dateline.Day(n/perDay) }

// State is the code of the i-th state, the busiest first.
func State(i int) string { return string([]byte{'A' + byte(i/26%26), 'A' + byte(i%26), 'X'}) }

// Person is the name of one who acts for a state.
func Person(state, i int) string {
	r := random('p', state*people+i)
	return title(spell(r.IntN(1<<20))) + " " + title(spell(r.IntN(1<<20)))
}

func random(kind rune, n int) *rand.Rand { return rand.New(rand.NewPCG(uint64(kind), uint64(n))) }

var (
	types    = []dateline.Type{dateline.Consult, dateline.Consult, dateline.Consult, dateline.Accuse, dateline.Assault, dateline.Agree, dateline.Support, dateline.Request, dateline.Sanction, dateline.Aid, dateline.Threaten, dateline.Protest}
	statuses = []dateline.Status{dateline.Happened, dateline.Happened, dateline.Happened, dateline.Planned, dateline.Ongoing, dateline.Possible, dateline.Not}
	modes    = []string{"meet", "visit", "phone", "multilateral"}
	lengths  = []int{0, 0, 0, 0, 0, 0, 0, 1, 3, 6, 13, 29, 80, 364}
)

// event invents occurrence k.
func event(k int) dateline.Event {
	r := random('e', k)
	day := Day(k/Events) + dateline.Day(r.IntN(40)-30)
	e := dateline.Event{
		Type: types[r.IntN(len(types))], Status: statuses[r.IntN(len(statuses))], Confidence: float64(50+r.IntN(50)) / 100, Trigger: word(r),
		Actors: []dateline.Actor{actor(r)}, Recipients: []dateline.Actor{actor(r)},
	}
	if e.Type == dateline.Consult {
		e.Mode = modes[r.IntN(len(modes))]
	}
	if r.IntN(3) > 0 {
		s := zipf(r, states)
		e.Place = &dateline.Place{Name: title(spell(random('c', s).IntN(1 << 20))), State: State(s)}
	}
	if r.IntN(12) > 0 {
		e.When = &dateline.When{Span: dateline.Span{Earliest: day, Latest: day + dateline.Day(lengths[r.IntN(len(lengths))])}}
	}
	return e
}

func actor(r *rand.Rand) dateline.Actor {
	s := zipf(r, states)
	if r.IntN(2) == 0 {
		return dateline.Actor{ID: "s:" + State(s), Name: "State of " + State(s), State: State(s)}
	}
	return dateline.Actor{Name: Person(s, r.IntN(people)), State: State(s)}
}

// zipf draws below n, small numbers most: state i comes about 1/(i+1) as often as the first.
func zipf(r *rand.Rand, n int) int {
	x := r.Float64()
	return int(float64(n) * x * x * x)
}

func names(as []dateline.Actor) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name)
	}
	return strings.Join(out, " ")
}

func phrase(r *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = word(r)
	}
	return strings.Join(out, " ")
}

var syllables = strings.Fields("ba be bo da de do fa fe fi ga go ha ka ke la le li lo ma me mo na ne ni no pa pe po ra re ri ro sa se so ta te ti to va ve vo")

// Word is the k-th of some thousands of words, the most frequent first.
func Word(k int) string { return spell(k) }

const words = 8000

func word(r *rand.Rand) string { return Word(zipf(r, words)) }

// spell makes a word of a number, another one of each.
func spell(k int) string {
	var b strings.Builder
	for n := 0; n < 2 || k > 0; n++ {
		b.WriteString(syllables[k%len(syllables)])
		k /= len(syllables)
	}
	return b.String()
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
