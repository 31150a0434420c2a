package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"dateline"
	"dateline/ledger"
)

// fixes are the corrections in force, as they change what is shown.
type fixes struct {
	merges  map[string]string // occurrence id → the id that takes it in
	split   map[string]bool   // keys of reports that stand alone
	homes   map[string]string // key of a split report → founder key it left
	fields  map[string][]ledger.Correction
	rejects map[string]bool // occurrence id
}

func (c *conn) fixes() (*fixes, error) {
	f := &fixes{map[string]string{}, map[string]bool{}, map[string]string{}, map[string][]ledger.Correction{}, map[string]bool{}}
	all, err := c.corrections()
	if err != nil {
		return nil, err
	}
	for _, k := range all {
		if k.Undone {
			continue
		}
		switch k.Kind {
		case "merge":
			f.merges[k.Other] = k.Occurrence
		case "split":
			f.split[k.Other] = true
			f.homes[k.Other] = k.Occurrence
		case "set":
			f.fields[k.Occurrence] = append(f.fields[k.Occurrence], k)
		case "reject":
			f.rejects[k.Occurrence] = true
		case "accept":
			delete(f.rejects, k.Occurrence)
		}
	}
	return f, nil
}

func (c *conn) corrections() (out []ledger.Correction, err error) {
	err = c.each(`SELECT seq, at, author, kind, occurrence, other, field, value, undone FROM corrections ORDER BY seq`, nil, func(r *sql.Rows) error {
		var k ledger.Correction
		var at int64
		var undone int
		if err := r.Scan(&k.Seq, &at, &k.By, &k.Kind, &k.Occurrence, &k.Other, &k.Field, &k.Value, &undone); err != nil {
			return err
		}
		k.At, k.Undone = time.Unix(at, 0).UTC(), undone != 0
		out = append(out, k)
		return nil
	})
	return out, err
}

// maxMerges bounds a chain of merges, which could be a ring.
const maxMerges = 32

// keyOf gives the founder key that an id was made from.
func (c *conn) keyOf(id string) (string, error) {
	found, err := c.lookUp(idList, 0, []uint64{hashKey(id)})
	if err != nil {
		return "", err
	}
	nums := make([]int64, len(found))
	for i := range found {
		nums[i] = found[i].n
	}
	keys, err := c.keysByNumber(nums)
	for _, k := range keys {
		if ledger.IDOf(k) == id {
			return k, err
		}
	}
	var key string
	if err == nil {
		_, err = c.one(`SELECT key FROM ids WHERE id = ?`, []any{id}, &key)
	}
	return key, err
}

// shown follows merges from a founder to the one under which it is shown.
func (c shelf) shown(founder string) (string, error) {
	for range maxMerges {
		into, ok := c.fixes.merges[ledger.IDOf(founder)]
		if !ok {
			break
		}
		key, err := c.keyOf(into)
		if err != nil || key == "" {
			return founder, err
		}
		// The founder of that id may itself have gone into another group.
		if now, err := c.Founder(key); err != nil {
			return "", err
		} else if now != "" {
			key = now
		}
		if key == founder {
			break
		}
		founder = key
	}
	return founder, nil
}

// mergedInto gives the founders that are shown under another one.
func (c shelf) mergedInto(founder string) ([]string, error) {
	var out []string
	for id := range c.fixes.merges {
		key, err := c.keyOf(id)
		if err != nil {
			return nil, err
		}
		if now, err := c.Founder(key); err != nil {
			return nil, err
		} else if now != "" {
			key = now
		}
		if key == "" || key == founder {
			continue
		}
		if shown, err := c.shown(key); err != nil {
			return nil, err
		} else if shown == founder {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// splitFrom gives the reports that were split from the occurrence of a founder.
func (f *fixes) splitFrom(founder string) []string {
	var out []string
	for key, home := range f.homes {
		if home == ledger.IDOf(founder) || key == founder {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

func (f *fixes) rejected(founder string) bool { return f.rejects[ledger.IDOf(founder)] }

// apply sets corrected fields; it reports whether the occurrence is rejected.
func (f *fixes) apply(o *ledger.Occurrence) (rejected bool) {
	if f.rejects[o.ID] {
		return true
	}
	for _, k := range f.fields[o.ID] {
		if err := ledger.Set(&o.Event, k.Field, k.Value); err == nil {
			o.Correction = append(o.Correction, fmt.Sprintf("%s set to %q by %s", k.Field, k.Value, k.By))
		}
	}
	return false
}

// Fix takes a correction in and applies it.
func (s *Store) Fix(ctx context.Context, k ledger.Correction) (ledger.Correction, error) {
	k.At = s.now().UTC().Truncate(time.Second)
	err := s.update(ctx, "fix", func(w *writer) error {
		founders, err := w.prepare(&k)
		if err != nil {
			return err
		}
		_, err = w.one(`INSERT INTO corrections (at, author, kind, occurrence, other, field, value) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
			[]any{k.At.Unix(), k.By, k.Kind, k.Occurrence, k.Other, k.Field, k.Value}, &k.Seq)
		if err != nil {
			return err
		}
		w.fixes, err = w.conn.fixes()
		w.touch(founders)
		return err
	})
	return k, err
}

func badFix(k *ledger.Correction, hint, format string, a ...any) error {
	return &dateline.Error{Kind: dateline.Usage, Op: "fix " + k.Kind, Place: k.Occurrence, Hint: hint, Err: fmt.Errorf(format, a...)}
}

// prepare checks a correction, brings its ids up to date and gives the founders
// that it touches.
func (c shelf) prepare(k *ledger.Correction) ([]string, error) {
	if k.Kind == "undo" {
		return c.undo(k)
	}
	founder, err := c.resolve(k.Occurrence)
	if err != nil {
		return nil, err
	}
	k.Occurrence = ledger.IDOf(founder)
	switch k.Kind {
	case "reject", "accept":
		return []string{founder}, nil
	case "set":
		var e dateline.Event
		if err := ledger.Set(&e, k.Field, k.Value); err != nil {
			return nil, badFix(k, "", "%w", err)
		}
		return []string{founder}, nil
	case "merge":
		other, err := c.resolve(k.Other)
		if err != nil {
			return nil, err
		}
		if other == founder {
			return nil, badFix(k, "", "%s is part of it already", k.Other)
		}
		k.Other = ledger.IDOf(other)
		return []string{founder, other}, nil
	case "split":
		group, err := c.group(founder)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(group, func(r *ledger.Report) bool { return r.Key == k.Other || r.Article == k.Other }); i < 0 {
			return nil, badFix(k, "dateline event shows the reports of an event", "no report %s in it", k.Other)
		} else if k.Other = group[i].Key; k.Other == founder {
			return nil, badFix(k, "split the others from it instead", "%s founds the event", k.Other)
		}
		return []string{founder, k.Other}, nil
	}
	return nil, badFix(k, "there are merge, split, set, reject, accept, undo", "no such correction")
}

func (c *conn) undo(k *ledger.Correction) ([]string, error) {
	seq, err := strconv.ParseInt(k.Other, 10, 64)
	if err != nil {
		return nil, badFix(k, "dateline fix --list shows them", "want the number of a correction, got %q", k.Other)
	}
	all, err := c.corrections()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(o ledger.Correction) bool { return o.Seq == seq })
	if i < 0 || all[i].Kind == "undo" {
		return nil, badFix(k, "dateline fix --list shows them", "there is no correction %d to undo", seq)
	}
	if all[i].Undone {
		return nil, badFix(k, "", "correction %d is undone already", seq)
	}
	if err := c.exec(`UPDATE corrections SET undone = 1 WHERE seq = ?`, seq); err != nil {
		return nil, err
	}
	k.Occurrence = all[i].Occurrence
	var founders []string
	for _, id := range []string{all[i].Occurrence, all[i].Other} {
		key, err := c.keyOf(id)
		if err != nil {
			return nil, err
		}
		if key == "" {
			key = id // split: a report's key
		}
		founders = append(founders, key)
	}
	return founders, nil
}

// resolve gives the founder key under which an id answers now, rejected or not.
func (c shelf) resolve(id string) (string, error) {
	key, err := c.keyOf(id)
	if err != nil {
		return "", err
	}
	if key == "" {
		n, err := c.number(id) // it may be the key of a report
		if err != nil {
			return "", err
		}
		if n != 0 {
			key = id
		}
	}
	if key == "" {
		return "", &dateline.Error{Kind: dateline.Usage, Op: "find event", Place: id, Err: errors.New("no event ever had this id"), Hint: "dateline timeline lists them"}
	}
	open := *c.fixes
	open.rejects = nil
	founder, err := shelf{c.conn, c.groups, &open, c.titles}.answering(key)
	if err == nil && founder == "" {
		founder = key
	}
	return founder, err
}

// Corrections lists all of them, undone ones too.
func (s *Store) Corrections(ctx context.Context) ([]ledger.Correction, error) {
	out, err := (&conn{s: s, ctx: ctx}).corrections()
	return out, ioError("list corrections", err)
}
