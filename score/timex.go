package score

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"dateline/lang"
	"dateline/when"
)

// TimexRow is the measure of one TimeML set by the rules of TempEval-3 task A:
// F1 in percent for spans that overlap (Relaxed), spans that are equal
// (Strict), and overlapping ones with equal type and value.
type TimexRow struct {
	Set, Split                   string
	Docs, Gold, System           int
	Strict, Relaxed, Type, Value float64
	Bytes                        int           // of text read
	Took                         time.Duration // of when.Read alone, tokens given
}

// Timex measures when.Read on the TimeML files of a folder. parse analyses a
// text; its time is not counted.
func Timex(dir, set, split string, parse func(text string) *lang.Doc) (TimexRow, error) {
	r := TimexRow{Set: set, Split: split}
	files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
	if err != nil || len(files) == 0 {
		return r, fmt.Errorf("%s: no .tml files", dir)
	}
	sort.Strings(files)
	var c timexCounts
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return r, err
		}
		t, err := when.ParseTimeML(b)
		if err != nil {
			return r, fmt.Errorf("%s: %w", f, err)
		}
		doc := parse(t.Text)
		start := time.Now()
		l := when.Read(doc, t.DCT)
		r.Took += time.Since(start)
		r.Bytes += len(t.Text)
		r.Docs++
		var sys []timexMark
		for i := range l.Timexes {
			x := &l.Timexes[i]
			sys = append(sys, timexMark{x.Start, x.End, t.Text[x.Start:x.End], x.Type, x.Value})
		}
		c.add(goldTimexes(string(b), t.Text), sys)
	}
	r.Gold, r.System = c.gold, c.sys
	r.Relaxed = f1(c.paired, c.sys, c.gold)
	r.Strict = f1(c.strict, c.sys, c.gold)
	if c.paired > 0 {
		r.Type = r.Relaxed * float64(c.typ) / float64(c.paired)
		r.Value = r.Relaxed * float64(c.value) / float64(c.paired)
	}
	return r, nil
}

// TimexSets are the sets under data/timex, for one split ("dev" or "test").
func TimexSets(shared, split string, parse func(text string) *lang.Doc) ([]TimexRow, error) {
	var rows []TimexRow
	for _, set := range []string{"timebank", "aquaint", "meantime-en"} {
		r, err := Timex(filepath.Join(shared, "data", "timex", set, split), set, split, parse)
		if err != nil {
			return rows, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func f1(match, sys, gold int) float64 {
	if match == 0 {
		return 0
	}
	return 200 * float64(match) / float64(sys+gold)
}

// timexMark is a marked time: bytes of the plain text.
type timexMark struct {
	start, end       int
	text, typ, value string
}

type timexCounts struct{ gold, sys, paired, strict, typ, value int }

// add pairs the marks of one document: each system mark with the first free
// gold mark that it overlaps.
func (c *timexCounts) add(gold, sys []timexMark) {
	c.gold += len(gold)
	c.sys += len(sys)
	used := make([]bool, len(gold))
	for _, s := range sys {
		for i, g := range gold {
			if used[i] || g.start >= s.end || s.start >= g.end {
				continue
			}
			used[i] = true
			c.paired++
			c.strict += count(strings.Join(strings.Fields(g.text), " ") == strings.Join(strings.Fields(s.text), " "))
			c.typ += count(g.typ == s.typ)
			c.value += count(g.value == s.value)
			break
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// goldTimexes reads the marks within <TEXT>; marks that hold another tag do
// not count, as in the official scorer. text is the plain text.
func goldTimexes(file, text string) []timexMark {
	body := file[strings.Index(file, "<TEXT"):]
	body = body[strings.IndexByte(body, '>')+1:]
	if i := strings.LastIndex(body, "</TEXT>"); i >= 0 {
		body = body[:i]
	}
	var out []timexMark
	var open []timexMark
	nested := []bool{}
	pos := 0
	for body != "" {
		i := strings.IndexByte(body, '<')
		if i < 0 {
			break
		}
		pos += len(html.UnescapeString(body[:i]))
		j := strings.IndexByte(body[i:], '>')
		if j < 0 {
			break
		}
		tag := body[i+1 : i+j]
		body = body[i+j+1:]
		switch {
		case strings.HasSuffix(tag, "/"):
		case !strings.HasPrefix(tag, "/"):
			for k := range nested {
				nested[k] = true
			}
			if strings.HasPrefix(tag, "TIMEX3") {
				open = append(open, timexMark{start: pos, typ: tagValue(tag, "type"), value: html.UnescapeString(tagValue(tag, "value"))})
				nested = append(nested, false)
			}
		case tag == "/TIMEX3" && len(open) > 0:
			m := open[len(open)-1]
			m.end, m.text = pos, text[m.start:pos]
			if !nested[len(open)-1] {
				out = append(out, m)
			}
			open, nested = open[:len(open)-1], nested[:len(open)-1]
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

func tagValue(tag, name string) string {
	for _, q := range []string{`"`, `'`} {
		if i := strings.Index(tag, " "+name+"="+q); i >= 0 {
			v := tag[i+len(name)+3:]
			if j := strings.Index(v, q); j >= 0 {
				return v[:j]
			}
		}
	}
	return ""
}
