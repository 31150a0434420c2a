package sqlstore

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"dateline"
	"dateline/ledger"
)

// counts are what was read of a source on a day.
type counts struct{ articles, reports, reprints int64 }

// sourcePart is a source in a part of the days of publication.
type sourcePart struct {
	source string
	part   int64
}

// count adds to what was read.
func (w *writer) count(source string, published dateline.Day, more counts) {
	at := sourcePart{source, publishedPart(published)}
	if w.counted[at] == nil {
		w.counted[at] = map[int64]counts{}
	}
	of := w.counted[at][listDay(published)]
	w.counted[at][listDay(published)] = counts{of.articles + more.articles, of.reports + more.reports, of.reprints + more.reprints}
}

// flushCounts writes what was added.
func (w *writer) flushCounts() error {
	for at, more := range w.counted {
		var days []byte
		if _, err := w.one(`SELECT days FROM coverage WHERE part = ? AND source = ?`, []any{at.part, at.source}, &days); err != nil {
			return err
		}
		of, err := unpackCounts(days)
		if err != nil {
			return err
		}
		for day, m := range more {
			c := of[day]
			of[day] = counts{c.articles + m.articles, c.reports + m.reports, c.reprints + m.reprints}
		}
		err = w.exec(`INSERT INTO coverage (source, part, days) VALUES (?, ?, ?) ON CONFLICT (part, source) DO UPDATE SET days = excluded.days`, at.source, at.part, packCounts(of))
		if err != nil {
			return err
		}
	}
	clear(w.counted)
	return nil
}

func packCounts(of map[int64]counts) []byte {
	var b []byte
	for _, day := range slices.Sorted(maps.Keys(of)) {
		c := of[day]
		for _, v := range []int64{day, c.articles, c.reports, c.reprints} {
			b = binary.AppendVarint(b, v)
		}
	}
	return b
}

func unpackCounts(b []byte) (map[int64]counts, error) {
	of := map[int64]counts{}
	for len(b) > 0 {
		var v [4]int64
		for i := range v {
			var n int
			if v[i], n = binary.Varint(b); n <= 0 {
				return nil, fmt.Errorf("counts of a source are malformed")
			}
			b = b[n:]
		}
		of[v[0]] = counts{v[1], v[2], v[3]}
	}
	return of, nil
}

// Coverage tells what was read, by day of publication and outlet.
func (s *Store) Coverage(ctx context.Context) (out []ledger.SourceDay, err error) {
	byDay := map[int64][]ledger.SourceDay{} // of each the sources in order
	err = s.read(ctx, "tell coverage", func(c *conn) error {
		return c.each(`SELECT source, days FROM coverage ORDER BY part, source`, nil, func(r *sql.Rows) error {
			var source string
			var days []byte
			if err := r.Scan(&source, &days); err != nil {
				return err
			}
			of, err := unpackCounts(days)
			for day, c := range of {
				published := dateline.Day(day)
				if day == unknownDay {
					published = dateline.NoDay
				}
				byDay[day] = append(byDay[day], ledger.SourceDay{Source: source, Published: published, Articles: int(c.articles), Reports: int(c.reports), Reprints: int(c.reprints)})
			}
			return err
		})
	})
	for _, day := range slices.Sorted(maps.Keys(byDay)) {
		out = append(out, byDay[day]...)
	}
	return out, err
}
