package sqlstore

import (
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"dateline/ledger"
)

// foresee reads at once what fresh reports will be compared with, and compares on
// all cores: what is left for each, one after the other, is to be compared with
// those that come with it.
func (w *writer) foresee(fresh []*freshReport) error {
	var blocks []uint64
	for _, f := range fresh {
		blocks = append(blocks, f.probes...)
	}
	if err := w.remember(blocks); err != nil {
		return err
	}
	if err := w.readCandidates(fresh); err != nil {
		return err
	}
	met := make([][]*entry, len(fresh))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(fresh); from += foreseeAtOnce {
		g.Go(func() error {
			for i := from; i < min(from+foreseeAtOnce, len(fresh)); i++ {
				met[i] = w.compare(fresh[i])
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, es := range met {
		for _, e := range es {
			e.used = w.mem.turn
		}
	}
	return nil
}

// foreseeAtOnce is how many reports a goroutine compares before it takes others.
const foreseeAtOnce = 64

// readCandidates reads those reports that may be one with a fresh one.
func (w *writer) readCandidates(fresh []*freshReport) error {
	var missing []int64
	for _, f := range fresh {
		for _, b := range f.probes {
			at := w.mem.blocks[b]
			if at == nil {
				continue
			}
			for i := range at.of {
				r := &at.of[i]
				if r.sketch.Foreign(&f.sketch) {
					continue
				}
				if e := w.mem.byN[r.n]; e == nil {
					missing = append(missing, r.n)
				} else {
					r.sketch = e.sketch
				}
			}
		}
	}
	slices.Sort(missing)
	_, err := w.recallAll(slices.Compact(missing))
	return err
}

// compare notes those known reports that are the same as a fresh one; it gives
// all with which it was compared. It changes nothing that others see.
func (w *writer) compare(f *freshReport) (met []*entry) {
	var nums []int64
	for _, b := range f.probes {
		if at := w.mem.blocks[b]; at != nil {
			for i := range at.of {
				if r := &at.of[i]; !r.sketch.Foreign(&f.sketch) {
					nums = append(nums, r.n)
				}
			}
		}
	}
	slices.Sort(nums)
	for _, n := range slices.Compact(nums) {
		e := w.mem.byN[n]
		if e == nil || e.sketch.Foreign(&f.sketch) {
			continue
		}
		met = append(met, e)
		if ledger.Same(f.report, e.report) {
			f.near = append(f.near, e)
		}
	}
	f.foreseen = true
	return met
}

// nearFresh gives what is near a report that was foreseen: those noted, and those
// that came since.
func (w *writer) nearFresh(own *entry) []*ledger.Report {
	f := own.fresh
	w.mem.epoch++
	own.seen = w.mem.epoch
	var out []*ledger.Report
	for _, e := range f.near {
		if w.mem.byN[e.n] == e && e.seen != w.mem.epoch { // else it was dropped
			e.seen = w.mem.epoch
			out = append(out, e.report)
		}
	}
	for _, b := range f.probes {
		for _, e := range w.filed[b] {
			if e.seen != w.mem.epoch && !e.sketch.Foreign(&own.sketch) {
				e.seen = w.mem.epoch
				out = append(out, e.report)
			}
		}
	}
	return out
}
