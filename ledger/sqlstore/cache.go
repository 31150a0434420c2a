package sqlstore

import (
	"sync"

	"dateline/ledger"
)

// cacheSize is how many reports are kept unpacked.
const cacheSize = 1 << 13

// cache keeps unpacked reports, which are never changed in place. When it is
// full it is emptied: simpler than tracking use, and as good here, where reports
// of one time come together.
type cache struct {
	mu   sync.Mutex
	seq  int64 // the last change of the ledger that the cache knows of
	byN  map[int64]*ledger.Report
	nums map[string]int64
}

func newCache() *cache {
	return &cache{byN: map[int64]*ledger.Report{}, nums: map[string]int64{}}
}

func (c *cache) get(n int64) *ledger.Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.byN[n]
}

func (c *cache) put(n int64, r *ledger.Report) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.byN) >= cacheSize {
		clear(c.byN)
		clear(c.nums)
	}
	c.byN[n], c.nums[r.Key] = r, n
}

func (c *cache) number(key string) (int64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.nums[key]
	return n, ok
}

func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.byN)
	clear(c.nums)
}

func (c *cache) drop(n int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r := c.byN[n]; r != nil {
		delete(c.nums, r.Key)
		delete(c.byN, n)
	}
}

// upTo empties the cache if others have changed the ledger since it was filled;
// it reports whether they have.
func (c *cache) upTo(seq int64) (stale bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if stale = c.seq != seq; stale {
		clear(c.byN)
		clear(c.nums)
		c.seq = seq
	}
	return stale
}
