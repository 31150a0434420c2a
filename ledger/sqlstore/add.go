package sqlstore

import (
	"cmp"
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
	p := &prepared{entry: e, sha: hashOf(a.Text), sig: ledger.Sign(cmp.Or(a.Text, a.Title)), words: articleBody(a.Title, a.Text)}
	var err error
	if p.text, err = packText(a.Text); err != nil {
		return nil, err
	}
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
	return &freshReport{report: r, sketch: r.Sketch(), event: event, blocks: ledger.Blocks(r), probes: ledger.Probes(r)}, nil
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
		if w.mem.hold(w.s.few); len(entries) >= manyAtOnce {
			w.mem.hold(w.s.many)
		}
		there, err := w.hashes(entries)
		if err != nil {
			return err
		}
		var fresh []*freshReport
		for _, p := range all {
			fresh = append(fresh, p.reports...)
		}
		if err := w.foresee(fresh); err != nil {
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
	more := counts{1, int64(len(p.reports)), 0}
	if witness != a.ID {
		out.ReprintOf = witness
		more.reprints = 1
	}
	w.count(a.Source, a.Date, more)
	w.titles[a.ID] = a.Title
	w.articles.add(n, a.ID, dayArg(a.Date), p.entry.Read.Unix(), p.entry.Reader, a.Source, a.Title, a.URL, a.Language, p.sha, witness, packSignature(&p.sig), p.text)
	w.fileBands(n, a.Date, &p.sig)
	w.texts.add(n, p.words)
	if len(p.reports) > maxSlot {
		return out, fmt.Errorf("it tells of %d events, more than a ledger can number", len(p.reports))
	}
	for i, f := range p.reports {
		f.n, f.report.Witness = n<<slotBits|int64(i), witness
		if err := w.file(f); err != nil {
			return out, err
		}
	}
	out.Reports = len(p.reports)
	return out, nil
}
