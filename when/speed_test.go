package when

import (
	"strings"
	"testing"

	"dateline"
)

// story is our own text in the manner of a war told from its dates.
const newsText = `The foreign minister of Almark said on Monday that talks with Vessen would go on next week.
He had arrived late on Sunday, a day before the session began, and met the prime minister for two hours.
The two countries broke off relations in March 2029 after an incident at the border; since then, trade has
fallen by a third. A spokesman said the treaty, due to be signed in the third quarter, could be delayed
until early 2032. Last year 1,200 people crossed the bridge every day. The minister, who is 52, was to fly home later today.

`

// BenchmarkRead measures Read alone: tokens are given.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(newsText, 200)
	doc := Split(text, nil)
	dct := dateline.Date(2031, 6, 18)
	Read(doc, dct)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(doc, dct)
	}
}

// FuzzRead wants spans in order and within the text, whatever the text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		newsText, "June 3–5", "1939–45", "'80s", "6/18/31 at 10pm", "31 February", "0000-00-00", "in 99999 years",
		"the second Tuesday of the last week of the month before last", "two and a half million years ago", "in 13 billion centuries", "900000000 decades later",
		"\xff\xfe Mon. 30–31 Feb '29", "12:61 25:00 24:00", strings.Repeat("the day before ", 40),
	} {
		f.Add(s, int32(22448))
	}
	f.Fuzz(func(t *testing.T, text string, day int32) {
		dct := dateline.Day(day % 1000000)
		for _, lang := range Languages() {
			doc := Split(text, nil)
			l := Read(doc, dct, Language(lang))
			end := 0
			for i := range l.Timexes {
				x := &l.Timexes[i]
				if x.Start < end || x.End <= x.Start || x.End > len(text) || x.First >= x.Last {
					t.Fatalf("span %d..%d out of order in %q", x.Start, x.End, text)
				}
				if x.Span.Known() && x.Span.Earliest > x.Span.Latest {
					t.Fatalf("%q: span %v", text[x.Start:x.End], x.Span)
				}
				if x.Value == "" || x.Type == "" {
					t.Fatalf("%q: no value", text[x.Start:x.End])
				}
				end = x.End
			}
			for tok := range doc.Tokens {
				l.Of(tok)
			}
		}
	})
}
