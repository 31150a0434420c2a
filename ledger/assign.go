package ledger

import "slices"

// Neighbours is what an assignment looks at: a store's reports by block.
type Neighbours interface {
	// Near gives all reports that are filed under a block under which r is
	// looked for ([Probes]), r itself left out; it may leave out those that are
	// not the same, too ([Sketch.Foreign], [Same]).
	Near(r *Report) ([]*Report, error)
	// Report gives the report of a key, nil if it was dropped.
	Report(key string) (*Report, error)
	// Founder gives the key of the founder that a report was assigned to, "" if none yet.
	Founder(key string) (string, error)
	// Members gives the reports assigned to a founder, itself included.
	Members(founder string) ([]*Report, error)
	// Assign writes the founder of a report.
	Assign(r *Report, founder string) error
	// Drop takes a report out of all blocks and groups.
	Drop(r *Report) error
}

// Assign brings a new report into occurrences that are already folded, so that
// the result is what [Fold] gives for all reports together: a report's place
// depends only on its neighbours before it in the canonical order, so changes
// are carried along that order and no further than edges and groups reach.
// It returns the founders whose groups changed.
func Assign(n Neighbours, added *Report) (changed []string, err error) {
	queue := &agenda{}
	queue.push(added)
	return settle(n, queue)
}

// Remove takes a report out again, as if it had never come.
func Remove(n Neighbours, gone *Report) (changed []string, err error) {
	founder, err := n.Founder(gone.Key)
	if err != nil {
		return nil, err
	}
	near, err := edges(n, gone)
	if err != nil {
		return nil, err
	}
	queue := &agenda{}
	if err := follow(n, queue, gone, near, founder, ""); err != nil {
		return nil, err
	}
	if err := n.Drop(gone); err != nil {
		return nil, err
	}
	changed, err = settle(n, queue)
	if !slices.Contains(changed, founder) {
		changed = append(changed, founder)
		slices.Sort(changed)
	}
	return changed, err
}

// settle works through the agenda and returns the founders whose groups changed.
func settle(n Neighbours, queue *agenda) (changed []string, err error) {
	touched := map[string]bool{}
	for x := queue.pop(); x != nil; x = queue.pop() {
		before, err := n.Founder(x.Key)
		if err != nil {
			return nil, err
		}
		near, err := edges(n, x)
		if err != nil {
			return nil, err
		}
		after, err := place(n, x, near)
		if err != nil {
			return nil, err
		}
		if after == before {
			continue
		}
		if err := n.Assign(x, after); err != nil {
			return nil, err
		}
		touched[after] = true
		if before != "" {
			touched[before] = true
		}
		if err := follow(n, queue, x, near, before, after); err != nil {
			return nil, err
		}
	}
	for f := range touched {
		changed = append(changed, f)
	}
	slices.Sort(changed)
	return changed, nil
}

// follow puts on the agenda whose place may change with that of x: its later
// neighbours, and those later candidates of the groups which it left or joined
// that cannot stand beside it.
func follow(n Neighbours, queue *agenda, x *Report, near []*Report, before, after string) error {
	for _, y := range near {
		if canonical(x, y) < 0 {
			queue.push(y)
		}
	}
	for _, f := range []string{before, after} {
		if f == "" || f == x.Key {
			continue
		}
		founder, err := n.Report(f)
		if err != nil {
			return err
		}
		if founder == nil { // all its edges are on the agenda already
			continue
		}
		candidates, err := edges(n, founder)
		if err != nil {
			return err
		}
		for _, y := range candidates {
			if canonical(x, y) < 0 && clash(x, y) {
				queue.push(y)
			}
		}
	}
	return nil
}

// edges gives the neighbours of x that Compare holds to be the same, in
// canonical order.
func edges(n Neighbours, x *Report) ([]*Report, error) {
	near, err := n.Near(x)
	if err != nil {
		return nil, err
	}
	near = slices.DeleteFunc(slices.Clone(near), func(y *Report) bool { return bond(x, y) == 0 })
	slices.SortFunc(near, canonical)
	return near, nil
}

// Place gives the founder under which a report belongs by its neighbours as they
// stand: the one that it has, if all is as [Assign] left it.
func Place(n Neighbours, x *Report) (founder string, err error) {
	near, err := edges(n, x)
	if err != nil {
		return "", err
	}
	return place(n, x, near)
}

// place finds the founder of x among its edges, as [Fold] chooses it: of those
// before it that found a group none of whose earlier members clashes with x the
// one with the strongest bond, of equals the first; x itself if there is none.
func place(n Neighbours, x *Report, near []*Report) (string, error) {
	best, strongest := x.Key, 0
	for _, y := range near {
		if canonical(y, x) >= 0 {
			break
		}
		b := bond(x, y)
		if b <= strongest {
			continue
		}
		f, err := n.Founder(y.Key)
		if err != nil {
			return "", err
		}
		if f != y.Key {
			continue
		}
		members, err := n.Members(f)
		if err != nil {
			return "", err
		}
		if !slices.ContainsFunc(members, func(m *Report) bool {
			return m.Key != x.Key && m.Key != y.Key && canonical(m, x) < 0 && clash(m, x)
		}) {
			best, strongest = f, b
		}
	}
	return best, nil
}

// agenda is a queue in canonical order without repetitions.
type agenda struct{ items []*Report }

func (a *agenda) push(r *Report) {
	i, found := slices.BinarySearchFunc(a.items, r, canonical)
	if !found {
		a.items = slices.Insert(a.items, i, r)
	}
}

func (a *agenda) pop() *Report {
	if len(a.items) == 0 {
		return nil
	}
	r := a.items[0]
	a.items = a.items[1:]
	return r
}
