package sqlstore

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"dateline"
	"dateline/ledger"
)

// copies finds reprints: it holds the signatures of those articles that share a
// band with one of a batch, and of the batch itself. A wire report is printed
// within days: it is looked for in the weeks around its publication.
type copies struct {
	byBand map[uint64][]int64
	known  map[int64]signed
}

type signed struct {
	witness string
	sig     ledger.Signature
}

// maxCopies bounds the articles that are looked at for one.
const maxCopies = 200

func (c *copies) put(n int64, witness string, sig *ledger.Signature) {
	c.known[n] = signed{witness, *sig}
	for _, b := range sig.Bands() {
		c.byBand[b] = append(c.byBand[b], n)
	}
}

// publishedPart is the part for a day of publication.
func publishedPart(d dateline.Day) int64 {
	if !d.Known() {
		return unknownDay >> partDays
	}
	return int64(d) >> partDays
}

// fileBands files an article under the bands of its signature.
func (w *writer) fileBands(n int64, published dateline.Day, sig *ledger.Signature) {
	part := publishedPart(published)
	for _, b := range sig.Bands() {
		w.list(partOf{bandList, part}, posting{key: b, n: n << slotBits})
		if held := w.mem.bands[part]; held != nil {
			held.add(b, n)
		}
	}
}

// heldBands are all bands of a part, and their articles: nearly always one.
type heldBands struct {
	one  map[uint64]int64
	more map[uint64][]int64
	used int
}

func (h *heldBands) add(band uint64, n int64) {
	if _, there := h.one[band]; !there {
		h.one[band] = n
	} else if more := h.more[band]; len(more) < maxCopies {
		h.more[band] = append(more, n)
	}
}

// fewTurns is after how many transactions a writer holds bands for single articles, too.
const fewTurns = 8

// maxBandParts is of how many parts the bands are held.
const maxBandParts = 4

// bandsOf gives the bands of a part for a batch of articles.
func (w *writer) bandsOf(part int64) (*heldBands, error) {
	held := w.mem.bands[part]
	if held == nil {
		found, err := w.all(bandList, part)
		if err != nil {
			return nil, err
		}
		held = &heldBands{one: make(map[uint64]int64, len(found)), more: map[uint64][]int64{}}
		for i := range found {
			held.add(found[i].key, found[i].n>>slotBits)
		}
		if len(w.mem.bands) >= maxBandParts {
			oldest := slices.MinFunc(slices.Sorted(maps.Keys(w.mem.bands)), func(a, b int64) int { return w.mem.bands[a].used - w.mem.bands[b].used })
			delete(w.mem.bands, oldest)
		}
		w.mem.bands[part] = held
	}
	held.used = w.mem.turn
	return held, nil
}

// reprintNear is within how many days of each other a report and its reprint are published.
const reprintNear = 30

// reprints reads what shares a band with the entries.
func (w *writer) reprints(all []*prepared) (*copies, error) {
	c := &copies{map[uint64][]int64{}, map[int64]signed{}}
	byPart := map[int64][]uint64{}
	for _, p := range all {
		d := p.entry.Record.Article.Date
		from, to := publishedPart(d), publishedPart(d)
		if d.Known() {
			from, to = publishedPart(d-reprintNear), publishedPart(d+reprintNear)
		}
		for part := from; part <= to; part++ {
			byPart[part] = append(byPart[part], p.sig.Bands()...)
		}
	}
	nums, err := w.sharing(c, byPart, len(all) >= manyAtOnce || w.mem.turn > fewTurns)
	if err != nil {
		return nil, err
	}
	return c, w.readSignatures(c, nums)
}

// sharing enters the articles that have one of the bands of a part, and gives their
// numbers in order; hold says that whole parts are worth holding.
func (w *writer) sharing(c *copies, byPart map[int64][]uint64, hold bool) (nums []int64, err error) {
	add := func(band uint64, n int64) {
		if of := c.byBand[band]; len(of) < maxCopies {
			c.byBand[band] = append(of, n)
			nums = append(nums, n)
		}
	}
	for _, part := range slices.Sorted(maps.Keys(byPart)) {
		bands := byPart[part]
		slices.Sort(bands)
		bands = slices.Compact(bands)
		if hold {
			held, err := w.bandsOf(part)
			if err != nil {
				return nil, err
			}
			for _, b := range bands {
				if n, there := held.one[b]; there {
					add(b, n)
					for _, n := range held.more[b] {
						add(b, n)
					}
				}
			}
			continue
		}
		found, err := w.lookUp(bandList, part, bands)
		if err != nil {
			return nil, err
		}
		for i := range found {
			add(found[i].key, found[i].n>>slotBits)
		}
	}
	slices.Sort(nums)
	return slices.Compact(nums), nil
}

// readSignatures reads the signatures of articles.
func (w *writer) readSignatures(c *copies, nums []int64) error {
	for part := range slices.Chunk(nums, maxList) {
		in, args := list(part)
		err := w.each(`SELECT n, witness, signature FROM articles WHERE n IN (`+in+`)`, args, func(r *sql.Rows) error {
			var n int64
			var s signed
			var blob []byte
			if err := r.Scan(&n, &s.witness, &blob); err != nil {
				return err
			}
			var err error
			s.sig, err = unpackSignature(blob)
			c.known[n] = s
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// witness finds the article of which this one is a reprint: the most alike, and
// of equals the one with the smallest id; the article itself if there is none.
func (c *copies) witness(id string, sig *ledger.Signature) string {
	best, bestSim := id, 0.0
	seen := map[int64]bool{}
	for _, b := range sig.Bands() {
		for _, n := range c.byBand[b] {
			if seen[n] {
				continue
			}
			seen[n] = true
			k := c.known[n]
			if sim := sig.Similarity(&k.sig); sim >= ledger.Reprint && (sim > bestSim || sim == bestSim && k.witness < best) {
				best, bestSim = k.witness, sim
			}
		}
	}
	return best
}

// packSignature and unpackSignature keep a byte of each of a signature's places
// (b-bit minwise hashing, Li and König 2010): two that differ share one byte in
// 256 by chance.
func packSignature(s *ledger.Signature) []byte { return s[:] }

func unpackSignature(b []byte) (s ledger.Signature, err error) {
	if len(b) != len(s) {
		return s, fmt.Errorf("a signature of %d bytes, want %d", len(b), len(s))
	}
	copy(s[:], b)
	return s, nil
}
