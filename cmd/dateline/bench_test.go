package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"dateline"
)

func fakeBenchmarks() []benchmark {
	ok := func(context.Context, benchOptions) (figures, error) {
		f := figures{Columns: []string{"set", "F1"}}
		f.add("harbour", 81.26)
		return f, nil
	}
	return []benchmark{{"tides", "how high", true, false, ok}, {"winds", "how strong", false, false, ok},
		{"fogs", "how thick", false, false, func(context.Context, benchOptions) (figures, error) { return figures{}, errors.New("lost") }}}
}

func TestBench(t *testing.T) {
	run := func(shared string, asJSON bool, wanted ...string) (string, error) {
		var b bytes.Buffer
		err := runBench(t.Context(), &b, fakeBenchmarks(), wanted, benchOptions{shared: shared}, asJSON)
		return b.String(), err
	}
	out, err := run(t.TempDir(), false, "winds")
	if err != nil || !strings.Contains(out, "winds: how strong\n") || !strings.Contains(out, "harbour  81.3") {
		t.Errorf("%q %v", out, err)
	}
	out, err = run(t.TempDir(), true, "winds")
	if err != nil || out != `{"name":"winds","about":"how strong","columns":["set","F1"],"rows":[["harbour","81.3"]]}`+"\n" {
		t.Errorf("%q %v", out, err)
	}
	// Without the development sets a score that was asked for is an error, one
	// that was not is skipped and said to be.
	var e *dateline.Error
	if _, err = run(t.TempDir(), false, "tides"); !errors.As(err, &e) || e.Kind != dateline.Input {
		t.Errorf("%v", err)
	}
	if out, err = run(t.TempDir(), false); !strings.Contains(out, "tides: skipped") || err == nil || !strings.Contains(err.Error(), "bench fogs: lost") {
		t.Errorf("%q %v", out, err)
	}
}

// TestSpeedCorpus holds that there is something to read without ../shared.
func TestSpeedCorpus(t *testing.T) {
	arts, what, err := speedCorpus(benchOptions{shared: t.TempDir()})
	if err != nil || len(arts) < 4 || what != "the examples" {
		t.Errorf("%d articles of %q, %v", len(arts), what, err)
	}
	for _, a := range arts {
		if !a.Date.Known() {
			t.Errorf("%s has no day", a.Title)
		}
	}
}
