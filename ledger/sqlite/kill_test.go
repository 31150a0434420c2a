package sqlite_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/ledger"
	"dateline/ledger/sqlite"
	"dateline/query"
)

// childEnv makes the test binary a program that only writes to a ledger.
const childEnv = "DATELINE_TEST_LEDGER_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := child(context.Background(), path, os.Args[len(os.Args)-1], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// synthetic makes the n-th article of a writer: meetings of a few states, many
// of which are told by several articles.
func synthetic(writer string, n int) ledger.Entry {
	states := []string{"NOR", "SWE", "DNK", "FIN", "ISL", "EST"}
	day := dateline.Date(2031, 3, 1) + dateline.Day(n/7%300)
	a, b := n%6, (n/5+1+n%6)%6
	if a == b {
		b = (b + 1) % 6
	}
	text := fmt.Sprintf("The ministers of %s and %s met on the %dth day. Writer %s says so in its report number %d of lot %d.", states[a], states[b], n/7, writer, n, n*7919%1000)
	first, _, _ := strings.Cut(text, ". ")
	sum := sha256.Sum256([]byte(text))
	return ledger.Entry{Reader: "test", Read: time.Unix(1_900_000_000, 0), Record: dateline.Record{
		Article: dateline.Article{ID: fmt.Sprintf("%s-%d", writer, n), Date: day, Source: "Wire " + writer, Text: text, SHA256: hex.EncodeToString(sum[:])},
		Events: []dateline.Event{{
			ID: "e1", Type: dateline.Consult, Mode: "meet", Status: dateline.Happened, Confidence: 0.9,
			Actors:     []dateline.Actor{{ID: "s:" + states[a], Name: states[a], State: states[a]}},
			Recipients: []dateline.Actor{{ID: "s:" + states[b], Name: states[b], State: states[b]}},
			When:       &dateline.When{Span: dateline.OneDay(day)},
			Evidence:   []dateline.Evidence{{Start: 0, End: len(first), Text: first}},
		}},
	}}
}

// child works on a ledger until it is killed or done, telling what was confirmed.
// job is "writer:from:to" to add articles, "reread:seed" or "fix:seed" to change
// what is there.
func child(ctx context.Context, path, job string, out io.Writer) error {
	p := strings.Split(job, ":")
	switch p[0] {
	case "reread":
		return rereadAll(ctx, path, p[1], out)
	case "fix":
		return fixMany(ctx, path, p[1], out)
	}
	from, err := strconv.Atoi(p[1])
	if err != nil {
		return err
	}
	to, err := strconv.Atoi(p[2])
	if err != nil {
		return err
	}
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	for n := from; n < to; {
		var batch []ledger.Entry
		for ; len(batch) < 5 && n < to; n++ {
			batch = append(batch, synthetic(p[0], n))
		}
		added, err := s.Add(ctx, batch)
		if err != nil {
			return err
		}
		for _, a := range added {
			if a.Err != nil {
				return a.Err
			}
			fmt.Fprintln(out, a.Article)
		}
	}
	return nil
}

// start runs a child on a ledger.
func start(t *testing.T, path, job string) (*exec.Cmd, io.Reader) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], job)
	c.Env = append(os.Environ(), childEnv+"="+path)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, out
}

// kills is how often to kill.
func kills(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("DATELINE_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 4
	}
	return 20
}

// TestKill kills a writer at any moment, again and again: what it confirmed is
// there, nothing is there twice, and every hash and fold is right.
// DATELINE_KILLS=200 does it that often.
func TestKill(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	path := filepath.Join(t.TempDir(), "l.db")
	confirmed := map[string]bool{}
	for range kills(t) {
		// Each child begins a little before where the last one was killed.
		from := max(0, len(confirmed)-3)
		c, out := start(t, path, fmt.Sprintf("w:%d:%d", from, from+100000))
		wait := time.Duration(r.IntN(120)) * time.Millisecond
		timer := time.AfterFunc(wait, func() { c.Process.Kill() })
		lines := bufio.NewReader(out)
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				break // a line that is cut off confirms nothing
			}
			confirmed[strings.TrimSpace(line)] = true
		}
		timer.Stop()
		_ = c.Wait() // it was killed
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s, confirmed)
}

// seeded opens a ledger, and a source of chances for a seed.
func seeded(ctx context.Context, path, seed string, stream uint64) (ledger.Store, *rand.Rand, error) {
	n, err := strconv.Atoi(seed)
	if err != nil {
		return nil, nil, err
	}
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	return s, rand.New(rand.NewPCG(uint64(n), stream)), nil
}

// rereadAll replaces readings by others that lack their event, or have it on
// another day, over and over.
func rereadAll(ctx context.Context, path, seed string, out io.Writer) error {
	s, r, err := seeded(ctx, path, seed, 1)
	if err != nil {
		return err
	}
	defer s.Close()
	for {
		var batch []ledger.Entry
		for range 5 {
			e := synthetic("r", r.IntN(60))
			switch ev := &e.Record.Events[0]; r.IntN(3) {
			case 0:
				e.Record.Events = nil
			case 1:
				ev.When = &dateline.When{Span: dateline.OneDay(ev.When.Earliest + 1)}
			}
			batch = append(batch, e)
		}
		if _, err := s.Replace(ctx, batch); err != nil {
			return err
		}
		fmt.Fprintln(out, "read")
	}
}

// fixMany corrects events in every way, over and over.
func fixMany(ctx context.Context, path, seed string, out io.Writer) error {
	s, r, err := seeded(ctx, path, seed, 2)
	if err != nil {
		return err
	}
	defer s.Close()
	for {
		found, err := s.Find(ctx, query.All(), ledger.Page{Limit: 1000})
		if err != nil {
			return err
		}
		if len(found) == 0 { // all were rejected
			if _, err := s.Fix(ctx, ledger.Correction{Kind: "undo", Other: strconv.Itoa(1 + r.IntN(50)), By: "killed"}); err != nil && ctx.Err() != nil {
				return err
			}
			continue
		}
		for range 5 {
			one, other := found[r.IntN(len(found))], found[r.IntN(len(found))]
			k := []ledger.Correction{
				{Kind: "merge", Occurrence: one.ID, Other: other.ID},
				{Kind: "set", Occurrence: one.ID, Field: "status", Value: "cancelled"},
				{Kind: "split", Occurrence: one.ID, Other: one.Reports[len(one.Reports)-1].Key},
				{Kind: "reject", Occurrence: one.ID},
				{Kind: "undo", Other: strconv.Itoa(1 + r.IntN(50))},
			}[r.IntN(5)]
			k.By = "killed"
			var bad *dateline.Error
			if k, err = s.Fix(ctx, k); err == nil {
				fmt.Fprintln(out, k.Seq)
			} else if !errors.As(err, &bad) || bad.Kind != dateline.Usage {
				return err
			}
		}
	}
}

// TestKillReread kills those who read anew and who correct: the ledger is sound
// after each, and has every correction that was confirmed.
func TestKillReread(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	path := filepath.Join(t.TempDir(), "l.db")
	if err := child(t.Context(), path, "r:0:60", io.Discard); err != nil {
		t.Fatal(err)
	}
	confirmed := map[int64]bool{}
	for i := range kills(t) {
		job := []string{"reread", "fix"}[i%2]
		c, out := start(t, path, fmt.Sprintf("%s:%d", job, i))
		timer := time.AfterFunc(time.Duration(20+r.IntN(120))*time.Millisecond, func() { c.Process.Kill() })
		for lines := bufio.NewReader(out); ; {
			line, err := lines.ReadString('\n')
			if err != nil {
				break
			}
			if seq, err := strconv.ParseInt(strings.TrimSpace(line), 10, 64); err == nil {
				confirmed[seq] = true
			}
		}
		timer.Stop()
		_ = c.Wait() // it was killed
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all, err := s.Corrections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		delete(confirmed, k.Seq)
	}
	if len(confirmed) > 0 {
		t.Errorf("%d confirmed corrections are lost", len(confirmed))
	}
	if len(all) == 0 {
		t.Error("nothing was corrected before it was killed")
	}
	for _, k := range all { // with all undone, the fold alone is shown
		if !k.Undone && k.Kind != "undo" {
			if _, err := s.Fix(t.Context(), ledger.Correction{Kind: "undo", Other: strconv.FormatInt(k.Seq, 10)}); err != nil {
				t.Errorf("undo %d: %v", k.Seq, err)
			}
		}
	}
	check(t, s, nil)
}

// check holds that a ledger has what was confirmed, each once, and is sound.
func check(t *testing.T, s ledger.Store, confirmed map[string]bool) {
	t.Helper()
	seen := map[string]int{}
	if err := s.Articles(t.Context(), func(a *dateline.Article) error { seen[a.ID]++; return nil }); err != nil {
		t.Fatal(err)
	}
	for id := range confirmed {
		if seen[id] == 0 {
			t.Errorf("%s was confirmed and is lost", id)
		}
	}
	for id, n := range seen {
		if n > 1 {
			t.Errorf("%s is there %d times", id, n)
		}
	}
	found, err := s.Find(t.Context(), query.All(), ledger.Page{Limit: 1_000_000})
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]int{}
	for _, o := range found {
		for _, r := range o.Reports {
			reports[r.Key]++
		}
	}
	for k, n := range reports {
		if n > 1 {
			t.Errorf("report %s stands in %d events", k, n)
		}
	}
	faults, err := s.Verify(t.Context())
	if err != nil || len(faults) > 0 {
		t.Errorf("verify: %v %v", err, faults)
	}
	t.Logf("%d articles, %d confirmed, %d events, %d reports", len(seen), len(confirmed), len(found), len(reports))
}

// TestTwoWriters lets two processes write to one ledger at once.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	confirmed := map[string]bool{}
	var outs []io.Reader
	var cmds []*exec.Cmd
	for _, job := range []string{"a:0:100", "b:0:100"} {
		c, out := start(t, path, job)
		cmds, outs = append(cmds, c), append(outs, out)
	}
	for i, out := range outs {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			confirmed[lines.Text()] = true
		}
		if err := cmds[i].Wait(); err != nil {
			t.Errorf("writer %d: %v", i, err)
		}
	}
	if len(confirmed) != 200 {
		t.Errorf("%d confirmed, want 200", len(confirmed))
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s, confirmed)
}

// filled makes a ledger of n articles and closes it.
func filled(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.db")
	if err := child(t.Context(), path, fmt.Sprintf("f:0:%d", n), io.Discard); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestDamage flips bytes all over a ledger: reading it either tells of the
// damage or gives a sound answer, and never panics.
func TestDamage(t *testing.T) {
	path := filled(t, 100)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	told := 0
	for i := range 10 {
		b := append([]byte(nil), whole...)
		for range 60 {
			b[100+r.IntN(len(b)-100)] ^= byte(1 + r.IntN(255))
		}
		bad := filepath.Join(t.TempDir(), fmt.Sprintf("bad%d.db", i))
		if err := os.WriteFile(bad, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := sqlite.Open(t.Context(), bad)
		if err != nil {
			told++
			continue
		}
		faults, err := s.Verify(t.Context())
		if err != nil || len(faults) > 0 {
			told++
		}
		s.Close()
	}
	if told < 9 {
		t.Errorf("%d of 10 damaged ledgers were told of", told)
	}
}

// TestCannotWrite holds that a ledger that cannot grow or be written says so,
// takes nothing in halves, and goes on when the cause is gone.
func TestCannotWrite(t *testing.T) {
	for pragma, want := range map[string]string{
		"max_page_count(60)": "free some space",
		"query_only(1)":      "cannot be written",
	} {
		path := filled(t, 5)
		s, err := sqlite.OpenWith(t.Context(), path, pragma)
		if err != nil {
			t.Fatalf("%s: %v", pragma, err)
		}
		confirmed := map[string]bool{}
		for n := 0; n < 2000 && err == nil; n += 20 {
			var batch []ledger.Entry
			for i := range 20 {
				batch = append(batch, synthetic("x", n+i))
			}
			var added []ledger.Added
			added, err = s.Add(t.Context(), batch)
			for _, a := range added {
				confirmed[a.Article] = true
			}
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", pragma, err, want)
		}
		s.Close()
		again, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		check(t, again, confirmed)
		if _, err := again.Add(t.Context(), []ledger.Entry{synthetic("y", 1)}); err != nil {
			t.Errorf("%s: when the cause is gone: %v", pragma, err)
		}
		again.Close()
	}
}
