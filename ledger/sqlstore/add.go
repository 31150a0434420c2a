package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"dateline"
	"dateline/ledger"
)

// prepared is an entry with all that can be computed without the database.
type prepared struct {
	entry   *ledger.Entry
	sha     string
	sig     ledger.Signature
	text    []byte
	words   string // of title and text, for search
	reports []*freshReport
}

func prepare(e *ledger.Entry) (*prepared, error) {
	a := &e.Record.Article
	p := &prepared{entry: e, sha: hashOf(a.Text), sig: ledger.Sign(a.Text), text: pack([]byte(a.Text)), words: articleBody(a.Title, a.Text)}
	reports := ledger.Reports(&e.Record, a.ID)
	for i := range reports {
		f, err := freshOf(&reports[i], a.Text)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", a.ID, err)
		}
		p.reports = append(p.reports, f)
	}
	return p, nil
}

func freshOf(r *ledger.Report, text string) (*freshReport, error) {
	event, err := packEvent(&r.Event, text)
	if err != nil {
		return nil, err
	}
	return &freshReport{report: r, event: event, blocks: ledger.Blocks(r), probes: ledger.Probes(r)}, nil
}

// prepareAll prepares entries on all cores.
func prepareAll(entries []ledger.Entry) ([]*prepared, error) {
	out := make([]*prepared, len(entries))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range entries {
		g.Go(func() (err error) {
			out[i], err = prepare(&entries[i])
			return err
		})
	}
	return out, g.Wait()
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Add takes entries in, in one transaction.
func (s *Store) Add(ctx context.Context, entries []ledger.Entry) ([]ledger.Added, error) {
	all, err := prepareAll(entries)
	if err != nil {
		return nil, ioError("add articles", err)
	}
	out := make([]ledger.Added, len(entries))
	err = s.update(ctx, "add articles", func(w *writer) error {
		if w.mem.size = w.s.few; len(entries) >= manyAtOnce {
			w.mem.size = w.s.many
		}
		there, err := w.hashes(entries)
		if err != nil {
			return err
		}
		var blocks []uint64
		for _, p := range all {
			for _, f := range p.reports {
				blocks = append(blocks, f.probes...)
			}
		}
		if err := w.remember(blocks); err != nil {
			return err
		}
		copies, err := w.reprints(all)
		if err != nil {
			return err
		}
		for i, p := range all {
			if out[i], err = w.add(p, there, copies); err != nil {
				return fmt.Errorf("article %s: %w", p.entry.Record.Article.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// hashes gives the hashes of those articles that are there already, by id.
func (w *writer) hashes(entries []ledger.Entry) (map[string]string, error) {
	ids := make([]string, len(entries))
	for i := range entries {
		ids[i] = entries[i].Record.Article.ID
	}
	there := map[string]string{}
	for part := range slices.Chunk(ids, maxList) {
		in, args := list(part)
		err := w.each(`SELECT id, sha256 FROM articles WHERE id IN (`+in+`)`, args, func(r *sql.Rows) error {
			var id, sha string
			err := r.Scan(&id, &sha)
			there[id] = sha
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return there, nil
}

func (w *writer) add(p *prepared, there map[string]string, copies *copies) (ledger.Added, error) {
	a := &p.entry.Record.Article
	out := ledger.Added{Article: a.ID}
	if sha, ok := there[a.ID]; ok {
		out.Duplicate = true
		if sha != p.sha {
			out.Err = &dateline.Error{
				Kind: dateline.Input, Op: "add article", Place: a.ID, Err: errors.New("another text is there under this id"),
				Hint: "give the corrected article an id of its own",
			}
		}
		return out, nil
	}
	there[a.ID] = p.sha
	n := w.next.article
	w.next.article++
	witness := copies.witness(a.ID, &p.sig)
	copies.put(n, witness, &p.sig)
	if witness != a.ID {
		out.ReprintOf = witness
	}
	w.titles[a.ID] = a.Title
	w.articles.add(n, a.ID, dayArg(a.Date), p.entry.Read.Unix(), p.entry.Reader, a.Source, a.Title, a.URL, a.Language, p.sha, witness, packWords(p.sig[:]), p.text)
	for _, b := range p.sig.Bands() {
		w.bands.add(int64(b), n)
	}
	w.texts.add(n, p.words)
	for _, f := range p.reports {
		f.article, f.report.Witness = n, witness
		if err := w.file(f); err != nil {
			return out, err
		}
	}
	out.Reports = len(p.reports)
	return out, nil
}

// copies finds reprints: it holds the signatures of those articles that share a
// band with one of a batch, and of the batch itself.
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

// reprints reads what shares a band with the entries.
func (w *writer) reprints(all []*prepared) (*copies, error) {
	c := &copies{map[uint64][]int64{}, map[int64]signed{}}
	var bands []int64
	for _, p := range all {
		for _, b := range p.sig.Bands() {
			bands = append(bands, int64(b))
		}
	}
	slices.Sort(bands)
	var nums []int64
	for part := range slices.Chunk(slices.Compact(bands), maxList) {
		in, args := list(part)
		err := w.each(`SELECT band, article FROM bands WHERE band IN (`+in+`) ORDER BY band, article`, args, func(r *sql.Rows) error {
			var b, n int64
			err := r.Scan(&b, &n)
			if of := c.byBand[uint64(b)]; len(of) < maxCopies {
				c.byBand[uint64(b)] = append(of, n)
				nums = append(nums, n)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(nums)
	for part := range slices.Chunk(slices.Compact(nums), maxList) {
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
			return nil, err
		}
	}
	return c, nil
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
