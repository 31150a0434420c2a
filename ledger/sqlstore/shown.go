package sqlstore

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/query"
)

// shelf gives what is shown of groups, corrections applied.
type shelf struct {
	*conn
	groups
	fixes  *fixes
	titles map[string]string // by id of article, of those at hand
}

// shelf gives what the database shows.
func (c *conn) shelf() (shelf, error) {
	f, err := c.fixes()
	return shelf{c, stored{c}, f, nil}, err
}

// settle writes all that was added and moved, and what is now shown of the
// groups that changed.
func (w *writer) settle() error {
	if err := w.flush(); err != nil {
		return err
	}
	var todo []string
	seen := map[string]bool{}
	for f := range w.touched {
		shown, err := w.shown(f)
		if err != nil {
			return err
		}
		for _, k := range append(w.fixes.splitFrom(f), f, shown) {
			if !seen[k] {
				seen[k] = true
				todo = append(todo, k)
			}
		}
	}
	slices.Sort(todo)
	there, err := w.onShow(todo)
	if err != nil {
		return err
	}
	for _, f := range todo {
		if err := w.show(f, there[ledger.IDOf(f)]); err != nil {
			return err
		}
	}
	w.parties.sort()
	for _, r := range []*rows{w.texts, w.occurrences, w.parties, w.words, w.changes} {
		if err := r.flush(w.conn); err != nil {
			return err
		}
	}
	clear(w.touched)
	return nil
}

// card is what the tables hold of an occurrence that is shown.
type card struct {
	n    int64
	keys []string
	pos  position
}

// position is what stands beside each of its keys.
type position struct{ earliest, latest, kind int64 }

// onShow gives the cards of the occurrences that founders have now, by id.
func (w *writer) onShow(founders []string) (map[string]*card, error) {
	out := map[string]*card{}
	ids := make([]string, len(founders))
	for i, f := range founders {
		ids[i] = ledger.IDOf(f)
	}
	for part := range slices.Chunk(ids, maxList) {
		in, args := list(part)
		kinds := map[string]kind{}
		err := w.each(`SELECT id, n, keys, earliest, latest, type, mode, status FROM occurrences WHERE id IN (`+in+`)`, args, func(r *sql.Rows) error {
			var c card
			var id, keys string
			var earliest, latest sql.NullInt64
			var k kind
			err := r.Scan(&id, &c.n, &keys, &earliest, &latest, &k.typ, &k.mode, &k.status)
			c.keys = strings.Split(keys, "\n")
			c.pos.earliest, c.pos.latest = partyDay(dayOf(earliest)), partyDay(dayOf(latest))
			out[id], kinds[id] = &c, k
			return err
		})
		if err != nil {
			return nil, err
		}
		for id, k := range kinds {
			if out[id].pos.kind, err = w.kindOf(k); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// show writes the row of the occurrence that a report founds, or takes it away;
// before is what is there now, nil if nothing.
func (w *writer) show(founder string, before *card) error {
	o, err := w.occurrence(founder)
	if err != nil {
		return err
	}
	id := ledger.IDOf(founder)
	switch {
	case o == nil && before == nil:
		return nil
	case o == nil:
		return w.hide(before, id, founder)
	case before == nil:
		w.log("new", id, "")
		n, err := w.rowOf(founder)
		if err != nil {
			return err
		}
		return w.insertOccurrence(n, o, nil)
	}
	w.log("changed", id, "")
	if err := w.forget(before.n); err != nil {
		return err
	}
	return w.insertOccurrence(before.n, o, before)
}

// rowOf gives the row of a report, also of one that a later reading replaced: a
// correction may have merged others into what it founded.
func (w *writer) rowOf(key string) (n int64, err error) {
	if e, err := w.recall(key); err != nil || e != nil {
		if e != nil {
			n = e.n
		}
		return n, err
	}
	there, err := w.one(`SELECT n FROM reports WHERE key = ?`, []any{key}, &n)
	if err == nil && !there {
		err = fmt.Errorf("report %s is shown and was never there", key)
	}
	return n, err
}

// hide takes an occurrence away and says where it went. Its id still answers.
func (w *writer) hide(before *card, id, founder string) error {
	if err := w.forget(before.n); err != nil {
		return err
	}
	if err := w.unfile(before, before.keys); err != nil {
		return err
	}
	if err := w.exec(`INSERT INTO ids (id, key) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, founder); err != nil {
		return err
	}
	return w.logGone(id, founder)
}

// logGone tells where an occurrence went that is shown no more.
func (w *writer) logGone(id, founder string) error {
	key, err := w.answering(founder)
	switch {
	case err != nil:
		return err
	case key == "":
		w.log("rejected", id, "")
	default:
		w.log("merged", id, ledger.IDOf(key))
	}
	return nil
}

// forget takes the row of an occurrence and its words away.
func (w *writer) forget(n int64) error {
	if err := w.exec(`DELETE FROM occurrences WHERE n = ?`, n); err != nil {
		return err
	}
	return w.exec(fmt.Sprintf(w.s.d.DropWords, eventWords), n)
}

// unfile takes an occurrence away from keys.
func (w *writer) unfile(c *card, keys []string) error {
	for _, k := range keys {
		if err := w.exec(`DELETE FROM parties WHERE party = ? AND earliest = ? AND occurrence = ?`, k, c.pos.earliest, c.n); err != nil {
			return err
		}
	}
	return nil
}

// insertOccurrence writes what is shown; before is what was.
func (w *writer) insertOccurrence(n int64, o *ledger.Occurrence, before *card) error {
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
	keys := parties(e)
	w.occurrences.add(n, o.ID, string(e.Type), e.Mode, string(e.Status), dayArg(span.Earliest), dayArg(span.Latest), reachArg(span), state,
		o.Witnesses, dayArg(first), dayArg(last), strings.Join(keys, "\n"))
	k, err := w.kindOf(kind{e.Type, e.Mode, e.Status})
	if err != nil {
		return err
	}
	if err := w.fileUnder(n, keys, position{partyDay(span.Earliest), partyDay(span.Latest), k}, before); err != nil {
		return err
	}
	body, err := w.body(o)
	if err != nil {
		return err
	}
	w.words.add(n, body)
	return nil
}

// title gives the title of an article.
func (c shelf) title(article string) (string, error) {
	if t, ok := c.titles[article]; ok {
		return t, nil
	}
	var t string
	_, err := c.one(`SELECT title FROM articles WHERE id = ?`, []any{article}, &t)
	return t, err
}

// body is the text by which an occurrence is found: evidence and titles.
func (c shelf) body(o *ledger.Occurrence) (string, error) {
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
		title, err := c.title(r.Article)
		if err != nil {
			return "", err
		}
		add(title)
	}
	return b.String(), nil
}

// fileUnder files an occurrence under its keys; where only some of them changed,
// only under those.
func (w *writer) fileUnder(n int64, keys []string, pos position, before *card) error {
	var old []string
	if before != nil {
		old = before.keys
		if before.pos == pos {
			kept := keys
			keys = slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return slices.Contains(before.keys, k) })
			old = slices.DeleteFunc(slices.Clone(old), func(k string) bool { return slices.Contains(kept, k) })
		}
		if err := w.unfile(before, old); err != nil {
			return err
		}
	}
	for _, k := range keys {
		w.parties.add(k, pos.earliest, n, pos.latest, pos.kind)
	}
	return nil
}

// maxPaired is the most states of an event whose pairs are filed.
const maxPaired = 24

// parties are the keys under which an occurrence is found: the states that take
// part and their pairs, the ids of persons and the words of their names, and the
// place.
func parties(e *dateline.Event) []string {
	var out, states []string
	for _, a := range slices.Concat(e.Actors, e.Recipients) {
		if a.State != "" {
			states = append(states, strings.ToUpper(a.State))
		}
		if a.ID != "" {
			out = append(out, a.ID)
		}
		out = append(out, query.Words(a.Name)...)
		out = append(out, query.Words(a.Holder)...)
	}
	slices.Sort(states)
	states = slices.Compact(states)
	out = append(out, states...)
	states = states[:min(len(states), maxPaired)]
	for i, a := range states {
		for _, b := range states[i+1:] {
			out = append(out, pairKey(a, b))
		}
	}
	if e.Place != nil {
		if e.Place.State != "" {
			out = append(out, placeMark+strings.ToUpper(e.Place.State))
		}
		for _, w := range query.Words(e.Place.Name) {
			out = append(out, placeMark+w)
		}
	}
	if w := e.When; w != nil && w.Known() && w.Latest-w.Earliest > longSpan {
		for _, k := range slices.Clone(out) {
			out = append(out, k+longMark)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairKey is the key under which the events between two states are filed.
func pairKey(a, b string) string { return min(a, b) + "|" + max(a, b) }

// undatedDay stands for an unknown day where one is part of a key, after all others.
const undatedDay = 1<<31 - 1

func partyDay(d dateline.Day) int64 {
	if !d.Known() {
		return undatedDay
	}
	return int64(d)
}

func (w *writer) log(kind, id, into string) {
	if !w.quiet {
		w.changes.add(w.s.now().Unix(), kind, id, into)
	}
}

// occurrence builds what a report founds, corrections applied; nil if nothing.
func (c shelf) occurrence(founder string) (*ledger.Occurrence, error) {
	group, err := c.group(founder)
	if err != nil || len(group) == 0 {
		return nil, err
	}
	o := ledger.Merge(group)
	o.ID = ledger.IDOf(founder)
	o.Event.ID = o.ID
	if c.fixes.apply(o) {
		return nil, nil
	}
	return o, nil
}

// group gives the reports that are shown under a founder, the founder's own
// first: those assigned to it and to the founders merged into it, without those
// split off.
func (c shelf) group(founder string) ([]*ledger.Report, error) {
	if c.fixes.split[founder] {
		r, err := c.Report(founder)
		if err != nil || r == nil {
			return nil, err
		}
		return []*ledger.Report{r}, nil
	}
	shown, err := c.shown(founder)
	if err != nil || shown != founder {
		return nil, err
	}
	all := []string{founder}
	more, err := c.mergedInto(founder)
	if err != nil {
		return nil, err
	}
	var group []*ledger.Report
	for _, k := range append(all, more...) {
		m, err := c.Members(k)
		if err != nil {
			return nil, err
		}
		group = append(group, slices.DeleteFunc(m, func(r *ledger.Report) bool { return c.fixes.split[r.Key] })...)
	}
	return group, nil
}

// answering gives the founder under which a report is shown now; "" if nowhere.
func (c shelf) answering(key string) (string, error) {
	if c.fixes.split[key] {
		return key, nil
	}
	var founder string
	var article int64
	there, err := c.one(`SELECT COALESCE(f.key, ''), r.article FROM reports r LEFT JOIN reports f ON f.n = r.founder WHERE r.key = ?`, []any{key}, &founder, &article)
	if err != nil || !there {
		return "", err
	}
	if founder == "" { // of a reading that was replaced: the report of the same kind that stands nearest
		prefix := key[:strings.LastIndexByte(key, '@')+1]
		err := c.each(`SELECT r.key, f.key FROM reports r JOIN reports f ON f.n = r.founder WHERE r.article = ? AND r.live = 1 ORDER BY r.n`, []any{article}, func(rows *sql.Rows) error {
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
	shown, err := c.shown(founder)
	if err != nil || c.fixes.rejected(shown) {
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
