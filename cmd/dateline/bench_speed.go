package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"dateline"
	"dateline/article"
	"dateline/examples"
	"dateline/read"
)

// speedCorpus gives the articles whose reading is timed: those of the gold
// record that are articles and not single sentences, else the examples.
func speedCorpus(o benchOptions) (arts []*dateline.Article, what string, err error) {
	gold := filepath.Join(o.shared, "gold", "dev.jsonl")
	if _, err := os.Stat(gold); err == nil {
		for p := range article.Inputs([]string{gold}, nil, article.Options{}) {
			if a, err := p.Article(); err == nil && len(a.Text) > 900 {
				arts = append(arts, a)
			}
		}
		return arts, "articles of gold/dev.jsonl", nil
	}
	files, err := examples.FS.ReadDir(".")
	for _, f := range files {
		b, err := examples.FS.ReadFile(f.Name())
		if err != nil || strings.HasSuffix(f.Name(), ".jsonl") {
			continue
		}
		a, err := article.Parse(f.Name(), b, article.Options{})
		if err != nil {
			return nil, "", err
		}
		arts = append(arts, a)
	}
	return arts, "the examples", err
}

// benchSpeed reads on one goroutine and books the time of each room.
func benchSpeed(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"measure", "value"}}
	arts, what, err := speedCorpus(o)
	if err != nil {
		return f, err
	}
	if o.limit > 0 && len(arts) > o.limit {
		arts = arts[:o.limit]
	}
	if len(arts) == 0 {
		return f, errString("no articles to read")
	}
	for _, a := range arts[:min(len(arts), 2)] { // load the models first
		if _, err := read.Article(ctx, a); err != nil {
			return f, err
		}
	}
	words := 0
	var timing read.Timing
	start := time.Now()
	rounds := 0
	for ; rounds < 1 || time.Since(start) < 2*time.Second; rounds++ {
		for _, a := range arts {
			words += len(strings.Fields(a.Text))
			if _, err := read.Article(ctx, a, read.WithTiming(&timing)); err != nil {
				return f, err
			}
		}
	}
	took := time.Since(start).Seconds()
	n := float64(len(arts) * rounds)
	f.add("read", fmt.Sprintf("%d %s, %d times", len(arts), what, rounds))
	f.add("articles/s on one core", n/took)
	f.add("articles of 500 words/s on one core", float64(words)/500/took)
	f.add("words/s on one core", fmt.Sprintf("%.0f", float64(words)/took))
	total := timing.Total().Seconds()
	for _, r := range timing.Rooms {
		f.add("  share of "+r.Name, fmt.Sprintf("%.1f %%", 100*r.Time.Seconds()/total))
	}
	return f, nil
}

// benchStart runs this binary anew on one article, some times over.
func benchStart(ctx context.Context, _ benchOptions) (figures, error) {
	f := figures{Columns: []string{"measure", "value"}}
	self, err := os.Executable()
	if err != nil {
		return f, err
	}
	text, err := examples.FS.ReadFile("strait.txt")
	if err != nil {
		return f, err
	}
	var times []time.Duration
	var peak int64
	for range 9 {
		c := exec.CommandContext(ctx, self, "read", "--json", "-")
		c.Stdin = strings.NewReader(string(text))
		start := time.Now()
		if err := c.Run(); err != nil {
			return f, err
		}
		times = append(times, time.Since(start))
		peak = max(peak, peakMemory(c.ProcessState))
	}
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	f.add("start to record of one article, median of 9", fmt.Sprintf("%d ms", times[len(times)/2].Milliseconds()))
	f.add("the slowest of them", fmt.Sprintf("%d ms", times[len(times)-1].Milliseconds()))
	if peak > 0 {
		f.add("most memory", fmt.Sprintf("%d MB", peak>>20))
	}
	if st, err := os.Stat(self); err == nil {
		f.add("size of the binary", fmt.Sprintf("%d MB", st.Size()>>20))
	}
	return f, nil
}
