package sqlstore

import (
	"database/sql"
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// touch collects the founders whose groups a transaction changed, and writes
// what is shown of them at its end.
type touch struct {
	*conn
	founders map[string]bool
	fixes    *fixes
}

func (c *conn) newTouch() (*touch, error) {
	f, err := c.fixes()
	return &touch{c, map[string]bool{}, f}, err
}

func (t *touch) add(founders []string) {
	for _, f := range founders {
		if f != "" {
			t.founders[f] = true
		}
	}
}

// settle writes the occurrences of all touched founders.
func (t *touch) settle() error {
	var todo []string
	seen := map[string]bool{}
	for f := range t.founders {
		shown, err := t.fixes.shown(t.conn, f)
		if err != nil {
			return err
		}
		for _, k := range append(t.fixes.splitFrom(f), f, shown) {
			if !seen[k] {
				seen[k] = true
				todo = append(todo, k)
			}
		}
	}
	slices.Sort(todo)
	for _, f := range todo {
		if err := t.show(f); err != nil {
			return err
		}
	}
	return nil
}

// show writes the row of the occurrence that a report founds, or takes it away.
func (t *touch) show(founder string) error {
	o, err := t.occurrence(founder, t.fixes)
	if err != nil {
		return err
	}
	id := ledger.IDOf(founder)
	var n int64
	there, err := t.one(`SELECT n FROM occurrences WHERE id = ?`, []any{id}, &n)
	if err != nil {
		return err
	}
	if o == nil {
		if !there {
			return nil
		}
		return t.hide(n, id, founder)
	}
	kind := "new"
	if there {
		kind = "changed"
		if err := t.forget(n); err != nil {
			return err
		}
	} else if err := t.exec(`INSERT INTO ids (id, key) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, founder); err != nil {
		return err
	}
	if n, err = t.insertOccurrence(o, founder); err != nil {
		return err
	}
	return t.log(kind, id, "")
}

// hide takes an occurrence away and says where it went.
func (t *touch) hide(n int64, id, founder string) error {
	if err := t.forget(n); err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM occurrences WHERE n = ?`, n); err != nil {
		return err
	}
	into := ""
	key, err := t.answering(founder, t.fixes)
	if err != nil {
		return err
	}
	if key != "" {
		into = ledger.IDOf(key)
	}
	if into == "" {
		return t.log("rejected", id, "")
	}
	return t.log("merged", id, into)
}

// forget takes the rows away that lead to an occurrence.
func (t *touch) forget(n int64) error {
	if err := t.exec(`DELETE FROM parties WHERE occurrence = ?`, n); err != nil {
		return err
	}
	return t.exec(t.s.d.DropWords, n)
}

func (t *touch) insertOccurrence(o *ledger.Occurrence, founder string) (n int64, err error) {
	e := &o.Event
	span := dateline.NoSpan
	if e.When != nil {
		span = e.When.Span
	}
	state := ""
	if e.Place != nil {
		state = e.Place.State
	}
	first, last := o.Published()
	_, err = t.one(`INSERT INTO occurrences (id, founder, type, mode, status, earliest, latest, place_state, witnesses, first_published, last_published)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET type = excluded.type, mode = excluded.mode, status = excluded.status, earliest = excluded.earliest,
		latest = excluded.latest, place_state = excluded.place_state, witnesses = excluded.witnesses,
		first_published = excluded.first_published, last_published = excluded.last_published RETURNING n`,
		[]any{o.ID, founder, string(e.Type), e.Mode, string(e.Status), dayArg(span.Earliest), dayArg(span.Latest), state, o.Witnesses, dayArg(first), dayArg(last)}, &n)
	if err != nil {
		return 0, err
	}
	for _, p := range parties(e) {
		if err := t.exec(`INSERT INTO parties (party, earliest, occurrence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, p, dayArg(span.Earliest), n); err != nil {
			return 0, err
		}
	}
	body, err := t.body(o)
	if err != nil {
		return 0, err
	}
	return n, t.exec(t.s.d.SetWords, n, body)
}

// body is the text by which an occurrence is found: evidence and titles.
func (c *conn) body(o *ledger.Occurrence) (string, error) {
	var b strings.Builder
	seen := map[string]bool{}
	add := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			b.WriteString(strings.Join(query.Words(s), " ") + "\n")
		}
	}
	for _, r := range o.Reports {
		for _, e := range r.Event.Evidence {
			add(e.Text)
		}
		var title string
		if _, err := c.one(`SELECT title FROM articles WHERE id = ?`, []any{r.Article}, &title); err != nil {
			return "", err
		}
		add(title)
	}
	return b.String(), nil
}

// parties are the keys under which a participant is found: its state and the
// words of its names.
func parties(e *dateline.Event) []string {
	var out []string
	for _, a := range slices.Concat(e.Actors, e.Recipients) {
		if a.State != "" {
			out = append(out, strings.ToUpper(a.State))
		}
		out = append(out, query.Words(a.Name)...)
		out = append(out, query.Words(a.Holder)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *conn) log(kind, id, into string) error {
	return c.exec(`INSERT INTO changes (at, kind, occurrence, into_id) VALUES (?, ?, ?, ?)`, c.s.now().Unix(), kind, id, into)
}

// occurrence builds what a report founds, corrections applied; nil if nothing.
func (c *conn) occurrence(founder string, f *fixes) (*ledger.Occurrence, error) {
	group, err := c.group(founder, f)
	if err != nil || len(group) == 0 {
		return nil, err
	}
	o := ledger.Merge(group)
	o.ID = ledger.IDOf(founder)
	o.Event.ID = o.ID
	if f.apply(o) {
		return nil, nil
	}
	return o, nil
}

// group gives the reports that are shown under a founder, the founder's own
// first: those assigned to it and to the founders merged into it, without those
// split off.
func (c *conn) group(founder string, f *fixes) ([]*ledger.Report, error) {
	h := hood{c}
	if f.split[founder] {
		r, err := h.Report(founder)
		if err != nil || r == nil {
			return nil, err
		}
		return []*ledger.Report{r}, nil
	}
	shown, err := f.shown(c, founder)
	if err != nil || shown != founder {
		return nil, err
	}
	all := []string{founder}
	more, err := f.mergedInto(c, founder)
	if err != nil {
		return nil, err
	}
	var group []*ledger.Report
	for _, k := range append(all, more...) {
		m, err := h.Members(k)
		if err != nil {
			return nil, err
		}
		group = append(group, slices.DeleteFunc(m, func(r *ledger.Report) bool { return f.split[r.Key] })...)
	}
	return group, nil
}

// answering gives the founder under which a report is shown now; "" if nowhere.
func (c *conn) answering(key string, f *fixes) (string, error) {
	if f.split[key] {
		return key, nil
	}
	var founder string
	var article int64
	there, err := c.one(`SELECT founder, article FROM reports WHERE key = ?`, []any{key}, &founder, &article)
	if err != nil || !there {
		return "", err
	}
	if founder == "" { // of a reading that was replaced: the report of the same kind that stands nearest
		prefix := key[:strings.LastIndexByte(key, '@')+1]
		err := c.each(`SELECT key, founder FROM reports WHERE article = ? AND live = 1 ORDER BY n`, []any{article}, func(rows *sql.Rows) error {
			var k, fo string
			if err := rows.Scan(&k, &fo); err != nil {
				return err
			}
			if strings.HasPrefix(k, prefix) && (founder == "" || distance(k, key) < distance(founder, key)) {
				founder = fo
			}
			return nil
		})
		if err != nil || founder == "" {
			return "", err
		}
	}
	shown, err := f.shown(c, founder)
	if err != nil || f.rejected(shown) {
		return "", err
	}
	return shown, nil
}

// distance is how far apart two keys' offsets are.
func distance(a, b string) int {
	d := offset(a) - offset(b)
	return max(d, -d)
}

func offset(key string) int {
	n := 0
	for _, r := range key[strings.LastIndexByte(key, '@')+1:] {
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}
