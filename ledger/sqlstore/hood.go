package sqlstore

import (
	"slices"

	"dateline/ledger"
)

// The writer is the neighbourhood that ledger.Assign looks at. It answers from
// its memory, which has what it will write, before it asks the database.

// Near implements ledger.Neighbours.
func (w *writer) Near(r *ledger.Report) ([]*ledger.Report, error) {
	own, err := w.recall(r.Key)
	if err != nil {
		return nil, err
	}
	if own != nil && own.fresh != nil && own.fresh.foreseen {
		return w.nearFresh(own), nil
	}
	blocks := probesOf(own, r)
	if err := w.remember(blocks); err != nil {
		return nil, err
	}
	var out []*ledger.Report
	sketch := sketchOf(own, r)
	err = w.in(blocks, &sketch, func(e *entry) {
		if e != own {
			out = append(out, e.report)
		}
	})
	return out, err
}

func sketchOf(e *entry, r *ledger.Report) ledger.Sketch {
	if e != nil {
		return e.sketch
	}
	return r.Sketch()
}

// probesOf gives the blocks in which to look for what is near a report.
func probesOf(e *entry, r *ledger.Report) []uint64 {
	if e != nil && e.fresh != nil && e.fresh.probes != nil {
		return e.fresh.probes
	}
	return ledger.Probes(r)
}

// Report implements ledger.Neighbours.
func (w *writer) Report(key string) (*ledger.Report, error) {
	e, err := w.recall(key)
	if err != nil || e == nil {
		return nil, err
	}
	return e.report, nil
}

// Founder implements ledger.Neighbours.
func (w *writer) Founder(key string) (string, error) {
	e, err := w.recall(key)
	if err != nil || e == nil {
		return "", err
	}
	return e.founder, nil
}

// Members implements ledger.Neighbours.
func (w *writer) Members(founder string) ([]*ledger.Report, error) {
	es, err := w.membersOf(founder)
	if err != nil {
		return nil, err
	}
	out := make([]*ledger.Report, len(es))
	for i, e := range es {
		out[i] = e.report
	}
	ledger.SortReports(out)
	return out, nil
}

func (w *writer) membersOf(founder string) ([]*entry, error) {
	if es, ok := w.mem.members[founder]; ok {
		return es, nil
	}
	f, err := w.recall(founder)
	if err != nil || f == nil {
		return nil, err
	}
	nums, err := w.members(f.n)
	if err != nil {
		return nil, err
	}
	es, err := w.recallAll(nums)
	if err != nil {
		return nil, err
	}
	es = slices.DeleteFunc(es, func(e *entry) bool { return e.founder != founder })
	for _, n := range sortedKeys(w.moved) { // not yet written
		if e := w.moved[n]; e.founder == founder && !slices.Contains(es, e) {
			es = append(es, e)
		}
	}
	w.mem.members[founder] = es
	w.mem.held += len(es)
	return es, nil
}

// Assign implements ledger.Neighbours.
func (w *writer) Assign(r *ledger.Report, founder string) error {
	e, err := w.recall(r.Key)
	if err != nil {
		return err
	}
	// Both lists are made whole before the move, so that they stay whole.
	for _, f := range []string{e.founder, founder} {
		if f != "" {
			if _, err := w.membersOf(f); err != nil {
				return err
			}
		}
	}
	if e.founder != "" {
		w.mem.members[e.founder] = without(w.mem.members[e.founder], e)
	}
	w.mem.members[founder] = append(w.mem.members[founder], e)
	w.mem.held++
	e.founder = founder
	w.moved[e.n] = e
	return nil
}

// Drop implements ledger.Neighbours.
func (w *writer) Drop(r *ledger.Report) error {
	e, err := w.recall(r.Key)
	if err != nil {
		return err
	}
	if _, err := w.membersOf(e.founder); err != nil {
		return err
	}
	w.mem.drop(e)
	delete(w.moved, e.n)
	w.s.cache.drop(e.n)
	for _, b := range ledger.Blocks(r) {
		w.filed[b] = without(w.filed[b], e)
		w.list(partOf{blockList, blockPart(b)}, posting{key: blockKey(b), n: e.n, gone: true})
	}
	return w.exec(`UPDATE reports SET live = 0, founder = 0 WHERE n = ?`, e.n)
}
