package ledger

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// memory is the simplest store of reports.
type memory struct {
	reports map[string]*Report
	blocks  map[uint64][]*Report
	founder map[string]string
	members map[string]map[string]bool
}

func newMemory() *memory {
	return &memory{map[string]*Report{}, map[uint64][]*Report{}, map[string]string{}, map[string]map[string]bool{}}
}

func (m *memory) add(r *Report) error {
	m.reports[r.Key] = r
	for _, b := range Blocks(r) {
		m.blocks[b] = append(m.blocks[b], r)
	}
	_, err := Assign(m, r)
	return err
}

func (m *memory) Near(r *Report) ([]*Report, error) {
	seen := map[string]bool{r.Key: true}
	var out []*Report
	for _, b := range Probes(r) {
		for _, o := range m.blocks[b] {
			if !seen[o.Key] {
				seen[o.Key] = true
				out = append(out, o)
			}
		}
	}
	return out, nil
}
func (m *memory) Report(key string) (*Report, error) { return m.reports[key], nil }
func (m *memory) Founder(key string) (string, error) { return m.founder[key], nil }
func (m *memory) Assign(r *Report, f string) error {
	delete(m.members[m.founder[r.Key]], r.Key)
	m.founder[r.Key] = f
	if m.members[f] == nil {
		m.members[f] = map[string]bool{}
	}
	m.members[f][r.Key] = true
	return nil
}

func (m *memory) Drop(r *Report) error {
	delete(m.members[m.founder[r.Key]], r.Key)
	delete(m.reports, r.Key)
	delete(m.founder, r.Key)
	for _, b := range Blocks(r) {
		m.blocks[b] = slices.DeleteFunc(m.blocks[b], func(o *Report) bool { return o.Key == r.Key })
	}
	return nil
}

func (m *memory) Members(f string) ([]*Report, error) {
	var out []*Report
	for k := range m.members[f] {
		out = append(out, m.reports[k])
	}
	slices.SortFunc(out, canonical)
	return out, nil
}

func (m *memory) occurrences(t interface{ Fatal(...any) }) []*Occurrence {
	var out []*Occurrence
	for k, f := range m.founder {
		if k != f {
			continue
		}
		g, _ := m.Members(f)
		out = append(out, Merge(g))
	}
	slices.SortFunc(out, func(a, b *Occurrence) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func TestBlocksHoldEveryEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		for _, a := range rs {
			for _, b := range rs {
				if a.Key != b.Key && Compare(a, b).Same && !slices.ContainsFunc(Probes(a), func(k uint64) bool { return slices.Contains(Blocks(b), k) }) {
					t.Fatalf("the same, but no block in common:\n%+v\n%+v", a, b)
				}
			}
		}
	})
}

func TestAssignIsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		m := newMemory()
		for _, r := range rs {
			if err := m.add(r); err != nil {
				t.Fatal(err)
			}
		}
		want := Fold(rs)
		if len(want) == 0 {
			want = nil
		}
		if d := gocmp.Diff(want, m.occurrences(t), cmpopts.IgnoreUnexported(Report{})); d != "" {
			t.Fatal(d)
		}
	})
}

func TestRemoveIsFoldOfTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		m := newMemory()
		for _, r := range rs {
			if err := m.add(r); err != nil {
				t.Fatal(err)
			}
		}
		var rest []*Report
		for _, r := range rs {
			if rapid.Bool().Draw(t, "remove") {
				if _, err := Remove(m, r); err != nil {
					t.Fatal(err)
				}
			} else {
				rest = append(rest, r)
			}
		}
		want := Fold(rest)
		if len(want) == 0 {
			want = nil
		}
		if d := gocmp.Diff(want, m.occurrences(t), cmpopts.IgnoreUnexported(Report{})); d != "" {
			t.Fatal(d)
		}
	})
}

func TestFoldBlocksIsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := genReports(t)
		if d := gocmp.Diff(Fold(rs), FoldBlocks(rs), cmpopts.IgnoreUnexported(Report{})); d != "" {
			t.Fatal(d)
		}
	})
}
