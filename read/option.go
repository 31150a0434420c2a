package read

import (
	"time"

	"dateline/facts"
)

// Option changes how an article is read.
type Option func(*options)

type options struct {
	timing *Timing
	facts  *facts.Facts
}

// optionsOf gathers options.
func optionsOf(opts []Option) *options {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	return &o
}

// known are the facts to read with: those of the binary, loaded on first use, if
// no others were given.
func (o *options) known() *facts.Facts {
	if o.facts != nil {
		return o.facts
	}
	return facts.Default()
}

// WithFacts reads with a set of facts of one's own instead of the default.
func WithFacts(f *facts.Facts) Option { return func(o *options) { o.facts = f } }

// Timing is the time that each room took, summed over the articles that were
// read with it. It must not be shared by readings that run at the same time.
type Timing struct {
	Rooms []Room
	start time.Time
}

// Room is the share of one room.
type Room struct {
	Name string
	Time time.Duration
}

// WithTiming adds the time of every room to t.
func WithTiming(t *Timing) Option { return func(o *options) { o.timing = t } }

// begin starts the clock; a nil Timing costs nothing.
func (t *Timing) begin() {
	if t != nil {
		t.start = time.Now()
	}
}

// end books the time since begin or the last end to a room.
func (t *Timing) end(room string) {
	if t == nil {
		return
	}
	now := time.Now()
	spent := now.Sub(t.start)
	t.start = now
	for i := range t.Rooms {
		if t.Rooms[i].Name == room {
			t.Rooms[i].Time += spent
			return
		}
	}
	t.Rooms = append(t.Rooms, Room{room, spent})
}

// Total is the time of all rooms together.
func (t *Timing) Total() (sum time.Duration) {
	for _, r := range t.Rooms {
		sum += r.Time
	}
	return sum
}
