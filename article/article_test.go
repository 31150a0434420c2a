package article

import (
	"strings"
	"testing"

	"dateline"
)

func mustText(t *testing.T, text string, opts Options) *dateline.Article {
	t.Helper()
	a, err := Text("test.txt", []byte(text), opts)
	if err != nil {
		t.Fatal(err)
	}
	checkOffsets(t, a)
	return a
}

// checkOffsets holds what every reader of an article may rely on.
func checkOffsets(t *testing.T, a *dateline.Article) {
	t.Helper()
	last := 0
	for i, p := range a.Paragraphs {
		if p.Start < last || p.End <= p.Start || p.End > len(a.Text) {
			t.Fatalf("paragraph %d [%d,%d) after %d of %d bytes", i, p.Start, p.End, last, len(a.Text))
		}
		if s := a.Text[p.Start:p.End]; strings.TrimSpace(s) != s {
			t.Fatalf("paragraph %d has space around it: %q", i, s)
		}
		if p.RepeatOf >= i {
			t.Fatalf("paragraph %d repeats %d", i, p.RepeatOf)
		}
		last = p.End
	}
}

func TestDates(t *testing.T) {
	body := "Ada Lind met Per Dahl in Tromsø on Monday.\n"
	for _, c := range []struct{ name, text, date, reason, place string }{
		{"first line", "date 2031-03-04\n\n" + body, "2031-03-04", "first line", ""},
		{"first line, then text on it", "date 2031-03-04 " + body, "2031-03-04", "first line", ""},
		{"first line with outlet", "date 2031-03-04 NNA\n" + body, "2031-03-04", "first line", ""},
		{"header lines", "Title: Talks at sea\nDate: 4 March 2031\nSource: NNA\n\n" + body, "2031-03-04", "first line", ""},
		{"front matter", "---\ntitle: Talks\ndate: 2031-03-04\n---\n" + body, "2031-03-04", "front matter", ""},
		{"front matter, quoted", "---\r\ntitle: Talks\r\ndate: \"2031-03-04T10:00:00Z\"\r\n---\r\n" + body, "2031-03-04", "front matter", ""},
		{"toml", "+++\ntitle = \"Talks\"\ndate = 2031-03-04T00:00:00Z\n+++\n" + body, "2031-03-04", "front matter", ""},
		{"dateline with year", "OSLO, March 4, 2031 (NNA) — " + body, "2031-03-04", "dateline", "OSLO"},
		{"dateline with two dashes", "LUSAKA, Sept. 9, 2030 (Southern Press) -- " + body, "2030-09-09", "dateline", "LUSAKA"},
		{"dateline without year", "OSLO, March 4 (NNA) — " + body, "", "", "OSLO"},
		{"dateline without day", "UNITED NATIONS (NNA) - " + body, "", "", "UNITED NATIONS"},
		{"dateline, ordinary letters", "Tromsø, Norway, 4 March 2031 (NNA) – " + body, "2031-03-04", "dateline", "Tromsø, Norway"},
		{"date line", "Talks at sea\n\nTuesday, March 4, 2031\u00a0\n\n" + body, "2031-03-04", "date line", ""},
		{"published line", "Published: 4 March 2031, 10:20 GMT\n\n" + body, "2031-03-04", "first line", ""},
		{"prose is no dateline", "The talks — on March 4, 2031 in Oslo — failed.\n", "", "", ""},
		{"prose is no header", "Date palms of the south were the talk of the day.\n", "", "", ""},
		{"no such day", "date 2031-02-30\n\n" + body, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := mustText(t, c.text, Options{})
			if a.Date.String() != c.date || a.DateReason != c.reason || a.Place != c.place {
				t.Errorf("got %q by %q at %q, want %q by %q at %q", a.Date, a.DateReason, a.Place, c.date, c.reason, c.place)
			}
			if (len(Warnings(a)) > 0) != (c.date == "") {
				t.Errorf("warnings: %q", Warnings(a))
			}
			if kind := kindOf(a, "Ada Lind met"); strings.Contains(c.text, "Ada Lind met") && kind != dateline.Lead {
				t.Errorf("the lead is %q", kind)
			}
			day := dateline.Date(2040, 1, 2)
			if b := mustText(t, c.text, Options{Date: day}); b.Date != day || b.DateReason != "flag" {
				t.Errorf("the flag does not win: %s by %s", b.Date, b.DateReason)
			}
		})
	}
}

// kindOf is the kind of the paragraph that begins with words.
func kindOf(a *dateline.Article, words string) dateline.ParagraphKind {
	for _, p := range a.Paragraphs {
		if strings.HasPrefix(a.Text[p.Start:p.End], words) {
			return p.Kind
		}
	}
	return "none"
}

const sample = `date 2031-03-04

Minister sails north for treaty talks

Lind's first trip to the islands was put off in January because of a storm.

Lind is due to dine with Dahl at the Old Customs House later Tuesday.

By Mara Oyelaran

TROMSØ, March 4 (NNA) — Norwegian Foreign Minister Ada Lind met the islands’ first minister, Per Dahl, on Tuesday.

FILE PHOTO: The Old Customs House in Tromsø

Her first trip to the islands was put off in January because of a storm, which sank a ferry.

"We are glad to be here," she said.

"We are glad to be here," she said.

Lind was due to dine with Dahl at the Old Customs House later Tuesday, a spokeswoman said.

Related stories:

Ferry line to reopen in spring

Reporting by Mara Oyelaran; Editing by Tom Fisk
`

func TestParagraphKinds(t *testing.T) {
	a := mustText(t, sample, Options{})
	want := []struct {
		begins string
		kind   dateline.ParagraphKind
		repeat bool
	}{
		{"date 2031", dateline.DateStamp, false},
		{"Minister sails", dateline.Headline, false},
		{"Lind's first trip", dateline.KeyPoint, false},
		{"Lind is due", dateline.KeyPoint, false},
		{"By Mara", dateline.SeeAlso, false},
		{"TROMSØ, March 4", dateline.DateStamp, false},
		{"Norwegian Foreign", dateline.Lead, false},
		{"FILE PHOTO", dateline.Caption, false},
		{"Her first trip", dateline.Body, false},
		{`"We are glad`, dateline.Body, false},
		{`"We are glad`, dateline.Body, true},
		{"Lind was due", dateline.Body, false},
		{"Related", dateline.SeeAlso, false},
		{"Ferry line", dateline.SeeAlso, false},
		{"Reporting by", dateline.SeeAlso, false},
	}
	if len(a.Paragraphs) != len(want) {
		t.Errorf("%d paragraphs, want %d", len(a.Paragraphs), len(want))
	}
	for i, w := range want[:min(len(want), len(a.Paragraphs))] {
		p := a.Paragraphs[i]
		s := a.Text[p.Start:p.End]
		if !strings.HasPrefix(s, w.begins) || p.Kind != w.kind || (p.RepeatOf >= 0) != w.repeat {
			t.Errorf("%d: %q is %s, repeat of %d; want %q %s %v", i, s, p.Kind, p.RepeatOf, w.begins, w.kind, w.repeat)
		}
	}
	if a.Title != "Minister sails north for treaty talks" || a.Source != "NNA" || a.Language != "en" {
		t.Errorf("title %q, source %q, language %q", a.Title, a.Source, a.Language)
	}
}

func TestNearRepeats(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Lind met “Dahl” at the old\u00a0harbour on Monday.", `Lind met "Dahl" at the old harbour on Monday.`, true},
		{"Lind will meet with Dahl at the old harbour in Tromsø on Monday.", "Lind will meet Dahl at the old harbour in Tromsø on Monday.", true},
		{"Lind will meet with Dahl at the old harbour in Tromsø on Monday.", "Lind will meet with Dahl at the old harbour in Tromsø on Tuesday.", false},
		{"Lind did meet with Dahl at the old harbour in Tromsø on Monday.", "Lind did not meet with Dahl at the old harbour in Tromsø on Monday.", false},
	} {
		a := mustText(t, c.a+"\n\n"+c.b, Options{})
		if got := a.Paragraphs[1].RepeatOf == 0; got != c.want {
			t.Errorf("%q then %q: repeat %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestWrappedLines(t *testing.T) {
	wrapped := "The foreign ministers of the four northern states agreed on\n" +
		"Monday to meet again in the autumn, and asked their deputies to\n" +
		"prepare a treaty on the fisheries that all of them could sign.\n\n" +
		"Nobody spoke of the islands.\n"
	if a := mustText(t, wrapped, Options{}); len(a.Paragraphs) != 2 {
		t.Errorf("wrapped text has %d paragraphs, want 2", len(a.Paragraphs))
	}
	lines := "Lind met Dahl.\nThe two spoke about the fisheries, the ferries and the price of oil for an hour.\nThey meet again in May.\n"
	if a := mustText(t, lines, Options{}); len(a.Paragraphs) != 3 {
		t.Errorf("line by line text has %d paragraphs, want 3", len(a.Paragraphs))
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, bytes, charset, want, fails string }{
		{"utf-8 with mark", "\xef\xbb\xbfTromsø", "", "Tromsø", ""},
		{"utf-16le with mark", "\xff\xfeO\x00s\x00l\x00o\x00", "", "Oslo", ""},
		{"utf-16be with mark", "\xfe\xff\x00O\x00s\x00l\x00o", "", "Oslo", ""},
		{"latin-1 told", "Troms\xf8", "iso-8859-1", "Tromsø", ""},
		{"latin-1 untold", "A line\nTroms\xf8", "", "", "x.txt:2: is not UTF-8 (byte 0xf8)"},
		{"utf-16 without mark", "O\x00s\x00l\x00o\x00 \x00a\x00", "", "", "utf-16le"},
		{"pdf", "%PDF-1.7 …", "", "", "a PDF"},
		{"binary", "abc\x00\x01\x02", "", "", "binary"},
		{"empty", " \n\n", "", "", "no words"},
		{"no such encoding", "Oslo", "klingon", "", "unknown encoding"},
	} {
		a, err := Text("x.txt", []byte(c.bytes), Options{Charset: c.charset})
		switch {
		case c.fails == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)):
			t.Errorf("%s: error %v, want %q", c.name, err, c.fails)
		case err == nil && a.Text != c.want:
			t.Errorf("%s: %q, want %q", c.name, a.Text, c.want)
		}
	}
}

func TestBoilerplateExamples(t *testing.T) {
	rows, err := parseBoilerplate(boilerplateTable)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !r.pattern.MatchString(r.example) {
			t.Errorf("boilerplate.txt:%d does not match its example %q", r.line, r.example)
		}
	}
	kind := boilerplate()
	for _, news := range []string{
		"By noon on Monday the talks had failed.", "Sources close to the minister said the talks had failed.",
		"More than forty ministers met in Oslo.", "Opinion polls gave Lind the lead.",
		"Files seized in March were handed over.", "Photos of the harbour were banned by the ministry.",
		"Share prices fell after the minister spoke.", "Comments by Dahl angered Oslo.",
	} {
		if k, _ := kind(news); k != "" {
			t.Errorf("%q is taken for %s", news, k)
		}
	}
	if _, err := parseBoilerplate("see-also (  =  x"); err == nil || !strings.Contains(err.Error(), "boilerplate.txt:1") {
		t.Errorf("a broken row gives %v", err)
	}
}

func TestIdentity(t *testing.T) {
	a := mustText(t, "Lind met Dahl.", Options{})
	if len(a.ID) != 16 || a.ID != a.SHA256[:16] {
		t.Errorf("id %q, sha %q", a.ID, a.SHA256)
	}
	b, _ := New(dateline.Article{Text: "Lind met Dahl.", URL: "https://news.example/1"}, Options{})
	c, _ := New(dateline.Article{Text: "Lind met Dahl again.", URL: "https://news.example/1"}, Options{})
	if b.ID != c.ID || b.ID == a.ID || b.Date.Known() {
		t.Errorf("ids by URL: %q, %q", b.ID, c.ID)
	}
}

// TestTitleAlone: agencies send headlines without a text; what nobody says is an error.
func TestTitleAlone(t *testing.T) {
	a, err := New(dateline.Article{Title: "Lind meets Berg in Oslo"}, Options{})
	if err != nil || a.Title == "" || a.Text != "" || a.ID == "" {
		t.Errorf("got %+v, %v", a, err)
	}
	b, err := New(dateline.Article{Title: "Ek meets Berg in Lima"}, Options{})
	if err != nil || a.ID == b.ID {
		t.Errorf("two titles have the ids %q and %q, %v", a.ID, b.ID, err)
	}
	if _, err := New(dateline.Article{Text: "* * *"}, Options{}); err == nil {
		t.Error("an article without words is read")
	}
}
