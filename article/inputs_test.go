package article

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline"
)

// all reads everything and writes "id" or the error's text, a line each.
func all(t *testing.T, names []string, stdin io.Reader, opts Options) []string {
	t.Helper()
	var out []string
	for p := range Inputs(names, stdin, opts) {
		a, err := p.Article()
		if err != nil {
			out = append(out, "! "+err.Error())
			continue
		}
		checkOffsets(t, a)
		out = append(out, a.ID)
	}
	return out
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a/2.txt", "id: two\n\nLind met Dahl.")
	write(t, dir, "a/1.txt", "id: one\n\nLind met Dahl.")
	write(t, dir, "a/sub/3.jsonl", `{"id":"three","text":"Lind met Dahl."}`+"\n\n"+`{"id":4,"text":"Lind met Dahl."}`+"\n")
	write(t, dir, "a/.hidden.txt", "id: hidden\n\nNo.")
	write(t, dir, "a/picture.png", "\x89PNG")
	gz := write(t, dir, "five.jsonl.gz", zipped(`{"id":"five","text":"Lind met Dahl."}`))
	cut := write(t, dir, "cut.txt.gz", zipped(strings.Repeat("Lind met Dahl. ", 100))[:40])
	if err := os.Mkdir(filepath.Join(dir, "none"), 0o755); err != nil {
		t.Fatal(err)
	}
	got := all(t, []string{
		filepath.Join(dir, "a"), gz, "-", filepath.Join(dir, "a/*.txt"), filepath.Join(dir, "missing.txt"),
		filepath.Join(dir, "*.nothing"), filepath.Join(dir, "none"), cut, filepath.Join(dir, "a/picture.png"),
	}, strings.NewReader(`{"id":"in","text":"Lind met Dahl."}`), Options{})
	want := []string{
		"one", "two", "three", "4", "five", "in", "one", "two",
		"no such file", "no file matches", "no articles in this directory", "broken gzip", "PNG picture",
	}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if !strings.Contains(got[i], want[i]) || strings.HasPrefix(got[i], "!") != (i >= 8) {
			t.Errorf("%d: %q, want %q", i, got[i], want[i])
		}
	}
}

func TestLinesWithErrors(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 1000; i++ {
		switch i {
		case 7:
			b.WriteString(`{"id":"7","text":"Lind`)
		case 8:
			b.WriteString(`{"id":"8"}`)
		case 9:
			b.WriteString(`{"id":"9","text":17}`)
		case 10:
			b.WriteString(`{"id":"10","date":"soon","text":"Lind met Dahl."}`)
		case 11:
			b.WriteString("{\"id\":\"11\",\"text\":\"Troms\xf8\"}")
		default:
			fmt.Fprintf(&b, `{"id":"%d","date":"2031-03-04","text":"Lind met Dahl."}`, i)
		}
		b.WriteByte('\n')
	}
	got := all(t, []string{write(t, t.TempDir(), "x.jsonl", b.String())}, nil, Options{})
	if len(got) != 1000 || got[999] != "1000" {
		t.Fatalf("%d results", len(got))
	}
	for i, want := range map[int]string{
		7: "x.jsonl:7: broken JSON at column", 8: `no "text" field`, 9: `field "text" is a JSON number`,
		10: `date "soon" is no date`, 11: "is not UTF-8",
	} {
		if !strings.Contains(got[i-1], want) {
			t.Errorf("line %d: %q, want %q", i, got[i-1], want)
		}
	}
}

func TestJSONFiles(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"one.json", "{\n \"id\": \"a\",\n \"text\": \"Lind met Dahl.\"\n}\n", []string{"a"}},
		{"array.json", "[\n{\"id\": \"a\", \"text\": \"Lind met Dahl.\"},\n {\"id\": \"b\", \"text\": \"Lind met Dahl.\"}]", []string{"a", "b"}},
		{"rows.json", "{\"id\":\"a\",\"text\":\"Lind met Dahl.\"}\n{\"id\":\"b\",\"text\":\"Lind met Dahl.\"}", []string{"a", "b"}},
		{"broken.json", "[{\"id\":\"a\",\"text\":\"Lind met Dahl.\"}, {\"id\" ", []string{"a", "broken.json#2: broken JSON"}},
		{"empty.json", " ", []string{"empty"}},
		{"none.json", "[]", nil},
		{"text.json", "Lind met Dahl.", []string{"text.json#1: broken JSON"}},
	} {
		got := all(t, []string{write(t, dir, c.name, c.content)}, nil, Options{})
		if len(got) != len(c.want) {
			t.Errorf("%s: %q", c.name, got)
			continue
		}
		for i, w := range c.want {
			if !strings.Contains(got[i], w) {
				t.Errorf("%s: %q, want %q", c.name, got[i], w)
			}
		}
	}
}

// long is n bytes of one line, not held in memory.
type long struct{ n int }

func (l *long) Read(p []byte) (int, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), l.n)
	for i := range p[:n] {
		p[i] = 'x'
	}
	l.n -= n
	return n, nil
}

func TestLongLineIsBounded(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"id":"a","text":"Lind met Dahl."}`+"\n{"), &long{200 << 20},
		strings.NewReader("\n"+`{"id":"b","text":"Lind met Dahl."}`))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := all(t, []string{"-"}, in, Options{})
	runtime.ReadMemStats(&after)
	if len(got) != 3 || got[0] != "a" || got[2] != "b" || !strings.Contains(got[1], "stdin:2: longer than 8 MB") {
		t.Errorf("got %q", got)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 100<<20 {
		t.Errorf("a line of 200 MB took %d MB", used>>20)
	}
	if got := all(t, []string{"-"}, &long{200 << 20}, Options{}); len(got) != 1 || !strings.Contains(got[0], "longer than 8 MB") {
		t.Errorf("a text of 200 MB: %q", got)
	}
}

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Minister sails north for treaty talks | Northern News</title>
<meta property="og:title" content="Minister sails north for treaty talks">
<meta property="og:site_name" content="Northern News">
<meta property="og:url" content="https://news.example/2031/treaty">
<meta property="article:published_time" content="2031-03-04T18:20:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Minister sails north for treaty talks</h1>
<p>Norwegian Foreign Minister Ada&nbsp;Lind met the islands’ first minister, Per Dahl, in <b>Tromsø</b> on Tuesday,
the first talks of the two since the ferry treaty was signed by their predecessors ten years ago.</p>
<p>Lind said that the talks had been “open and useful”, and that both sides would meet again in the autumn to
settle what remained of the dispute over the fisheries and the price of the crossing.</p>
<h2>A dinner and a storm</h2>
<p>She was due to dine with Dahl at the Old Customs House later on Tuesday. Her first trip was put off in January
because of a storm that closed the harbour for a week and sank one of the ferries at its berth.</p>
<p>No agreement was expected this week, a spokeswoman for the ministry said.</p></article>
<footer>© 2031 Northern News. All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>`

func TestPage(t *testing.T) {
	a, err := Page("page.html", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkOffsets(t, a)
	if a.Title != "Minister sails north for treaty talks" || a.Source != "Northern News" || a.Language != "en" ||
		a.Date != dateline.Date(2031, 3, 4) || a.DateReason != "page meta article:published_time" || a.URL != "https://news.example/2031/treaty" {
		t.Errorf("%+v", a)
	}
	if k := kindOf(a, "Norwegian Foreign Minister Ada\u00a0Lind met the islands’ first minister, Per Dahl, in Tromsø on Tuesday,"); k != dateline.Lead {
		t.Errorf("lead is %q in %q", k, a.Text)
	}
	for _, no := range []string{"Home", "Privacy", "  "} {
		if strings.Contains(a.Text, no) {
			t.Errorf("%q is in the text %q", no, a.Text)
		}
	}
	if _, err := Page("empty.html", []byte("<html><body></body></html>"), Options{}); err == nil {
		t.Error("an empty page is read")
	}
}

func TestPageDays(t *testing.T) {
	frame := func(head, body string) string {
		s := strings.Replace(page, `<meta property="article:published_time" content="2031-03-04T18:20:00+01:00">`, head, 1)
		return strings.Replace(s, "<h2>", body+"<h2>", 1)
	}
	for _, c := range []struct{ name, head, body, day, reason string }{
		{"json-ld", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","dateModified":"2031-04-01","datePublished":"2031-03-04T08:00Z"}]}</script>`, "", "2031-03-04", "page JSON-LD"},
		{"name before json", `<meta name="DC.date" content="Tue, 04 Mar 2031 08:00:00 GMT"><script type="application/ld+json">{"datePublished":"2031-03-03"}</script>`, "", "2031-03-03", "page JSON-LD"},
		{"rfc day", `<meta name="DC.date" content="Tue, 04 Mar 2031 08:00:00 GMT">`, "", "2031-03-04", "page meta dc.date"},
		{"time element", "", `<time datetime="2031-03-01">Saturday</time><time class="published" datetime="2031-03-04T09:00">Tuesday</time>`, "2031-03-04", "page time element"},
		{"time of change", "", `<time itemprop="dateModified" datetime="2031-03-04">Tuesday</time>`, "", ""},
		{"address", `<link rel="canonical" href="https://news.example/world/2031/03/04/treaty">`, "", "", ""},
		{"nothing", `<meta name="date" content="soon">`, "", "", ""},
	} {
		a, err := Page("page.html", []byte(frame(c.head, c.body)), Options{})
		if err != nil || a.Date.String() != c.day || a.DateReason != c.reason {
			t.Errorf("%s: %v %q by %q, want %q by %q", c.name, err, a.Date, a.DateReason, c.day, c.reason)
		}
	}
	dated := strings.Replace(frame("", ""), "/2031/treaty", "/2031/03/04/treaty", 1)
	if a, err := Page("page.html", []byte(dated), Options{}); err != nil || a.Date.String() != "2031-03-04" || a.DateReason != "page URL" {
		t.Errorf("by its address: %v %q by %q", err, a.Date, a.DateReason)
	}
}

// FuzzInputs cuts any bytes as each of the forms would; nothing may be yielded
// that has neither an article nor an error.
func FuzzInputs(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n{"))
	f.Add([]byte("[{\"text\":\"a\"},"))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, name := range []string{"x.json", "x.jsonl", "x.txt", ""} {
			w := &walker{opts: Options{MaxBytes: 1 << 12}, yield: func(p Pending) bool {
				if a, err := p.Article(); (a == nil) == (err == nil) {
					t.Errorf("%s: %v and %v", p.Place, a, err)
				}
				return true
			}}
			w.stream(name, bytes.NewReader(b), FormOf(name))
		}
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{sample, "date 2031-03-04 x", "---\na: b\n---\nx", "OSLO (A) — x", "\xff\xfeO\x00", "+++\n+++\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, err := Text("x", b, Options{}); err == nil {
			checkOffsets(t, a)
		}
	})
}

func FuzzLine(f *testing.F) {
	f.Add([]byte(`{"id":1,"date":"2031-03-04","text":"OSLO (A) — Lind met Dahl."}`))
	f.Add([]byte(`{"id":null,"text":"\ud800"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, err := Line("x:1", b, Options{}); err == nil {
			checkOffsets(t, a)
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(page))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		if a, err := Page("x.html", b, Options{}); err == nil {
			checkOffsets(t, a)
		}
	})
}

// TestTables: a row of cells is one paragraph, a table that lays out a page is none.
func TestTables(t *testing.T) {
	page := `<body><p>The ministry keeps a list.</p>
<table><tr><th>Name</th><th>Place</th><th>Remark</th></tr><tr><td><p>Ada Lind</p></td><td>Lima</td><td>Met with <b>President Bo Ek</b>.</td></tr></table>
<table><tr><td><p>It is brought up to date every month.</p><p>Errors are mended.</p></td><td><p>Of journeys within the land nothing is kept.</p></td></tr></table></body>`
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := flatten(doc)
	for _, want := range []string{"\n\nAda Lind | Lima | Met with President Bo Ek.\n\n", "every month.\n\nErrors are mended.\n\nOf journeys"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}
