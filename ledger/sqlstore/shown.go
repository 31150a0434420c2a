package sqlstore

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

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
	nums, there, err := w.onShow(todo)
	if err != nil {
		return err
	}
	for i, f := range todo {
		if err := w.show(f, nums[i], there[nums[i]]); err != nil {
			return err
		}
	}
	for _, r := range []*rows{w.texts, w.occurrences, w.changes} {
		if err := r.flush(w.conn); err != nil {
			return err
		}
	}
	if err := w.keep(w.lists); err != nil {
		return err
	}
	if err := w.flushCounts(); err != nil {
		return err
	}
	clear(w.touched)
	clear(w.filed)
	return nil
}

// onShow gives the numbers of founders, and the cards of the occurrences that
// they have now.
func (w *writer) onShow(founders []string) (nums []int64, out map[int64]*card, err error) {
	nums = make([]int64, len(founders))
	var old []int64 // a report that was not there has no card
	for i, f := range founders {
		e := w.mem.byKey[f]
		if e == nil {
			if nums[i], err = w.conn.number(f); err != nil {
				return nil, nil, err
			}
		} else {
			nums[i] = e.n
		}
		if nums[i] < w.first<<slotBits {
			old = append(old, nums[i])
		}
	}
	out = map[int64]*card{}
	for part := range slices.Chunk(old, maxList) {
		in, args := list(part)
		err := w.each(`SELECT n, list, day, more, kind, keys FROM occurrences WHERE n IN (`+in+`)`, args, func(r *sql.Rows) error {
			var c card
			var n int64
			var keys []byte
			if err := r.Scan(&n, &c.list, &c.day, &c.more, &c.kind, &keys); err != nil {
				return err
			}
			var err error
			c.keys, err = unpackKeys(keys)
			out[n] = &c
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return nums, out, nil
}

// show writes the row of the occurrence that a report founds, or takes it away;
// before is what is there now, nil if nothing.
func (w *writer) show(founder string, n int64, before *card) error {
	o, err := w.occurrence(founder)
	if err != nil {
		return err
	}
	id := ledger.IDOf(founder)
	switch {
	case o == nil && before == nil:
		return nil
	case o == nil:
		return w.hide(before, n, founder)
	case n == 0:
		return fmt.Errorf("report %s is shown and was never there", founder)
	case before == nil:
		w.log("new", id, "")
		w.list(partOf{idList, 0}, posting{key: hashKey(id), n: n})
	default:
		w.log("changed", id, "")
		if err := w.exec(`DELETE FROM occurrences WHERE n = ?`, n); err != nil {
			return err
		}
	}
	return w.fileOccurrence(n, o, before)
}

// hide takes an occurrence away and says where it went. Its id still answers.
func (w *writer) hide(before *card, n int64, founder string) error {
	if err := w.exec(`DELETE FROM occurrences WHERE n = ?`, n); err != nil {
		return err
	}
	w.unfile(n, before, before.keys)
	return w.logGone(ledger.IDOf(founder), founder)
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
	n, err := c.conn.number(key)
	if err != nil || n == 0 {
		return "", err
	}
	var of int64
	if _, err := c.one(`SELECT founder FROM reports WHERE n = ?`, []any{n}, &of); err != nil {
		return "", err
	}
	founder := ""
	if of != 0 {
		keys, err := c.keysByNumber([]int64{of})
		if err != nil {
			return "", err
		}
		founder = keys[of]
	}
	if founder == "" { // of a reading that was replaced: the report of the same kind that stands nearest
		if founder, err = c.nearest(n, key); err != nil || founder == "" {
			return "", err
		}
	}
	shown, err := c.shown(founder)
	if err != nil || c.fixes.rejected(shown) {
		return "", err
	}
	return shown, nil
}

// nearest gives the founder of that live report of an article which is of the same
// kind as one that was replaced and stands nearest to it.
func (c *conn) nearest(n int64, key string) (founder string, err error) {
	var best string
	var of int64
	_, suffix := cutKey(key)
	prefix := suffix[:strings.LastIndexByte(suffix, '@')+1]
	err = c.each(`SELECT suffix, founder FROM reports WHERE n >= ? AND n <= ? AND live = 1 AND founder <> 0 ORDER BY n`, []any{n &^ maxSlot, n | maxSlot}, func(r *sql.Rows) error {
		var k string
		var f int64
		if err := r.Scan(&k, &f); err != nil {
			return err
		}
		if strings.HasPrefix(k, prefix) && (of == 0 || distance(k, suffix) < distance(best, suffix)) {
			best, of = k, f
		}
		return nil
	})
	if err != nil || of == 0 {
		return "", err
	}
	keys, err := c.keysByNumber([]int64{of})
	return keys[of], err
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
