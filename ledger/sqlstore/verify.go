package sqlstore

import (
	"context"
	"database/sql"
	"fmt"

	"dateline/ledger"
)

// Verify checks every text against its hash, every quotation against its text,
// and every fold against one made anew.
func (s *Store) Verify(ctx context.Context) ([]ledger.Fault, error) {
	c := &conn{s: s, ctx: ctx}
	var faults []ledger.Fault
	fault := func(kind, place, format string, a ...any) {
		faults = append(faults, ledger.Fault{Kind: kind, Place: place, Text: fmt.Sprintf(format, a...)})
	}
	texts := map[string]string{}
	err := c.each(`SELECT `+articleColumns+` ORDER BY n`, nil, func(r *sql.Rows) error {
		a, err := scanArticle(r)
		if err != nil {
			fault("record", "articles", "%v", err)
			return nil
		}
		if h := hashOf(a.Text); h != a.SHA256 {
			fault("hash", a.ID, "the text has hash %s, the ledger says %s", h, a.SHA256)
		}
		texts[a.ID] = a.Text
		return nil
	})
	if err != nil {
		return faults, ioError("verify", err)
	}
	rows, err := c.readReports(`SELECT `+reportColumns+` WHERE r.live = 1 ORDER BY r.n`, nil)
	if err != nil {
		return faults, ioError("verify", err)
	}
	var all []*ledger.Report
	for _, r := range rows {
		all = append(all, r.Report)
		text := texts[r.Article]
		for _, e := range r.Event.Evidence {
			if e.Start < 0 || e.End > len(text) || e.Start > e.End || text[e.Start:e.End] != e.Text {
				fault("hash", r.Key, "the quotation at %d..%d is not in the article", e.Start, e.End)
			}
		}
	}
	h := stored{c}
	for _, o := range ledger.FoldBlocks(all) {
		for _, r := range o.Reports {
			f, err := h.Founder(r.Key)
			if err != nil {
				return faults, ioError("verify", err)
			}
			if ledger.IDOf(f) != o.ID {
				fault("fold", r.Key, "stored under %s, belongs to %s", ledger.IDOf(f), o.ID)
			}
		}
	}
	return faults, nil
}
