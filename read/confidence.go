package read

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline"
	"dateline/lang"
)

// Confidence is the chance that careful readers would enter the event: a logistic
// model over a few features of how it is told, whose weights (log odds, in
// tables/confidence.txt) were fitted on the development record.

//go:embed tables/confidence.txt
var confidenceTable string

// weights are the log odds of every feature; a feature that is not listed has none.
var weights = sync.OnceValue(func() map[string]float64 {
	w, err := parseWeights(confidenceTable)
	if err != nil {
		panic(err) // the table is built in and tested: it loads
	}
	return w
})

// parseWeights reads lines of a feature and its weight.
func parseWeights(table string) (map[string]float64, error) {
	w := map[string]float64{}
	for n, line := range strings.Split(table, "\n") {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if len(f) != 2 {
			return nil, fmt.Errorf("confidence.txt:%d: want a feature and a weight, got %q", n+1, line)
		}
		x, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return nil, fmt.Errorf("confidence.txt:%d: %w", n+1, err)
		}
		if _, twice := w[f[0]]; twice {
			return nil, fmt.Errorf("confidence.txt:%d: %s stands twice", n+1, f[0])
		}
		w[f[0]] = x
	}
	return w, nil
}

// weigh sets the confidence of an event.
func (r *rooms) weigh(o *occurrence) {
	features := r.features(o)
	sum := weights()["bias"]
	for _, f := range features {
		sum += weights()[f]
	}
	o.Confidence = math.Round(1000/(1+math.Exp(-sum))) / 1000
	o.step("confidence %.2f: %s", o.Confidence, strings.Join(features, " "))
}

// features are what speaks for or against an event.
func (r *rooms) features(o *occurrence) []string {
	f := []string{"type:" + string(o.Type)}
	add := func(name string, on bool) {
		if on {
			f = append(f, name)
		}
	}
	t := &o.told
	w := &r.doc.Tokens[t.mention.Trigger]
	add("mode:"+t.Mode, o.Type == dateline.Consult)
	add("status:"+string(o.Status), o.Status != dateline.Happened)
	add("nobody", len(o.Actors) == 0)
	add("two-sides", len(o.Actors)+len(o.Recipients) > 1)
	add("unknown-doer", len(o.Actors) > 0 && !slices.ContainsFunc(o.Actors, func(a dateline.Actor) bool { return a.State != "" }))
	add("sourced", o.Source != nil)
	add("dated", o.dated)
	add("placed", o.Place != nil)
	add("no-time", o.When == nil)
	add("noun", t.nominal && t.mention.Light < 0)
	add("untensed", !t.mention.Tensed)
	add("attribute", lang.RelIs(w.Rel, "acl"))
	add("root", r.doc.Sentences[t.sentence].Root == t.mention.Trigger || r.doc.Sentences[t.sentence].Root == t.mention.Light)
	add("joined", w.Rel == "conj")
	add("repeated", len(o.Evidence) > 1)
	a := r.words.Source(t.mention.Trigger)
	add("direct-speech", a != nil && a.Direct)
	return f
}
