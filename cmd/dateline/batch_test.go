package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/article"
)

func lines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"%d","date":"2031-03-04","text":"Lind met Dahl."}`+"\n", i)
	}
	return b.String()
}

// echo is a reader that finds one event, with the article's id in it.
func echo(_ context.Context, a *dateline.Article) (*dateline.Record, error) {
	return &dateline.Record{Article: *a, Events: []dateline.Event{{ID: "e" + a.ID}}}, nil
}

func runBatch(ctx context.Context, r reader, in string, jobs int) (out, log string, err error) {
	var o, l bytes.Buffer
	b := &batch{read: r, format: jsonFormat{}, jobs: jobs, out: &o, log: &l}
	err = b.run(ctx, []string{"-"}, strings.NewReader(in), article.Options{Date: dateline.NoDay})
	return o.String(), l.String(), err
}

func TestBatchOrder(t *testing.T) {
	in := lines(300)
	want, _, err := runBatch(t.Context(), echo, in, 1)
	if err != nil || strings.Count(want, "\n") != 300 {
		t.Fatal(err, strings.Count(want, "\n"))
	}
	got, _, err := runBatch(t.Context(), echo, in, 16)
	if err != nil || got != want {
		t.Error("16 jobs write other bytes than one", err)
	}
}

// TestInterrupt stops a batch in its middle: what was finished is there, whole
// and in order, and the code is that of an interrupt.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	slow := func(c context.Context, a *dateline.Article) (*dateline.Record, error) {
		if n++; n == 40 {
			cancel()
		}
		if err := c.Err(); err != nil {
			return nil, err
		}
		return echo(c, a)
	}
	out, log, err := runBatch(ctx, slow, lines(300), 1)
	if !errors.Is(err, context.Canceled) || finish(err, &bytes.Buffer{}) != exitInterrupted {
		t.Errorf("error %v", err)
	}
	if got := strings.Count(out, "\n"); got != 39 || !strings.HasSuffix(out, "}\n") || log != "" {
		t.Errorf("%d records were written, want 39; log %q", got, log)
	}
}

// TestPanicIsOneArticlesError holds that a fault of ours costs one article.
func TestPanicIsOneArticlesError(t *testing.T) {
	bad := func(c context.Context, a *dateline.Article) (*dateline.Record, error) {
		if a.ID == "2" {
			panic("index out of range")
		}
		return echo(c, a)
	}
	out, log, err := runBatch(t.Context(), bad, lines(5), 2)
	if strings.Count(out, "\n") != 4 || finish(err, &bytes.Buffer{}) != exitFailed {
		t.Errorf("%q, %v", out, err)
	}
	if !strings.Contains(log, "fault of Dateline") || !strings.Contains(log, "4 read, 1 failed") {
		t.Errorf("log %q", log)
	}
}

// TestFaultyDataEndsTheBatch holds that what would meet every article is said
// once.
func TestFaultyDataEndsTheBatch(t *testing.T) {
	bad := func(context.Context, *dateline.Article) (*dateline.Record, error) {
		panic(&dateline.Error{Kind: dateline.Data, Op: "load", Place: "verbs.txt:7", Err: errors.New("no such place")})
	}
	out, log, err := runBatch(t.Context(), bad, lines(200), 3)
	var stderr bytes.Buffer
	if finish(err, &stderr) != exitFailed || out != "" || log != "" || stderr.String() != "dateline: load verbs.txt:7: no such place\n" {
		t.Errorf("%q, %q, %q", out, log, stderr.String())
	}
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errReported, exitFailed},
		{&dateline.Error{Kind: dateline.Usage, Err: errors.New("x")}, exitUsage},
		{&dateline.Error{Kind: dateline.IO, Err: errors.New("x")}, exitFailed},
		{fmt.Errorf("wrapped: %w", context.Canceled), exitInterrupted},
		{errors.New(`unknown command "x" for "dateline"`), exitUsage},
	} {
		if got := finish(c.err, &bytes.Buffer{}); got != c.want {
			t.Errorf("%v: %d, want %d", c.err, got, c.want)
		}
	}
}

func TestCSV(t *testing.T) {
	rec := &dateline.Record{
		Article: dateline.Article{ID: "a", Date: dateline.Date(2031, 3, 4)},
		Events: []dateline.Event{{
			ID: "e1", Type: dateline.Consult, Mode: "meet", Status: dateline.Happened, Confidence: 0.5,
			Actors: []dateline.Actor{{Name: "Lind, Ada", State: "NOR"}, {Name: "Dahl"}},
			Place:  &dateline.Place{Name: "Oslo", State: "NOR", Lat: 59.91, Lon: 10.75},
			When:   &dateline.When{Span: dateline.OneDay(dateline.Date(2031, 3, 3)), Text: "Monday"},
			Source: &dateline.Actor{Name: "NRK"}, Evidence: []dateline.Evidence{{Start: 0, End: 4, Text: `say "so"`}},
		}, {ID: "e2"}},
	}
	b, err := csvFormat{}.record(rec)
	want := `a,2031-03-04,,e1,CONSULT,meet,,happened,0.5,2031-03-03,2031-03-03,Monday,,"Lind, Ada; Dahl",NOR; ,,,Oslo,NOR,59.91,10.75,NRK,,0,4,"say ""so"""` +
		"\na,2031-03-04,,e2,,,,,0,,,,,,,,,,,,,,,,,\n"
	if err != nil || string(b) != want {
		t.Errorf("got\n%s\nwant\n%s", b, want)
	}
	if head, row := strings.Count(csvFormat{}.head(), ","), strings.Count(want[strings.Index(want, "e2"):], ",")+3; head != row {
		t.Errorf("%d columns in the head, %d in a row", head, row)
	}
}
