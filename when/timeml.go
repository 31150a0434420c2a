package when

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"

	"dateline"
)

// TimeML is a TimeML file taken apart: its plain text, its day of publication,
// and enough of the original bytes to write it back with other times.
type TimeML struct {
	Text string       // the plain text between <TEXT> and </TEXT>
	DCT  dateline.Day // NoDay if the file tells none

	head, tail []byte // around the text, as in the file
	raw        []byte // the text with entities, without tags
	at         []int  // at[i] is where byte i of Text begins in raw
}

// ParseTimeML reads a TimeML file. Tags within the text are dropped: times that
// somebody marked before must not help.
func ParseTimeML(b []byte) (*TimeML, error) {
	open := bytes.Index(b, []byte("<TEXT"))
	if open < 0 {
		return nil, fmt.Errorf("no <TEXT> in the TimeML file")
	}
	gt := bytes.IndexByte(b[open:], '>')
	end := bytes.LastIndex(b, []byte("</TEXT>"))
	if gt < 0 || end < open+gt+1 {
		return nil, fmt.Errorf("<TEXT> is not closed")
	}
	t := &TimeML{head: b[:open+gt+1], tail: b[end:], DCT: dctOf(b[:open])}
	if !t.DCT.Known() {
		t.DCT = dctOf(b)
	}
	t.strip(b[open+gt+1 : end])
	return t, nil
}

// strip drops tags and decodes entities.
func (t *TimeML) strip(body []byte) {
	var text strings.Builder
	for i := 0; i < len(body); {
		switch c := body[i]; {
		case c == '<':
			n := bytes.IndexByte(body[i:], '>')
			if n < 0 {
				n = len(body) - i - 1
			}
			i += n + 1
		case c == '&':
			n := bytes.IndexByte(body[i:], ';')
			if n < 0 || n > 10 {
				n = 0
			}
			ent := string(body[i : i+n+1])
			plain := html.UnescapeString(ent)
			for range len(plain) {
				t.at = append(t.at, len(t.raw))
			}
			t.raw = append(t.raw, ent...)
			text.WriteString(plain)
			i += n + 1
		default:
			t.at = append(t.at, len(t.raw))
			t.raw = append(t.raw, c)
			text.WriteByte(c)
			i++
		}
	}
	t.at = append(t.at, len(t.raw))
	t.Text = text.String()
}

// dctOf looks for the creation time: the TIMEX3 that says so, or one in <DCT>.
func dctOf(b []byte) dateline.Day {
	for rest := b; ; {
		i := bytes.Index(rest, []byte("<TIMEX3"))
		if i < 0 {
			return dateline.NoDay
		}
		end := bytes.IndexByte(rest[i:], '>')
		if end < 0 {
			return dateline.NoDay
		}
		tag := string(rest[i : i+end])
		in := rest[:i]
		inDCT := bytes.LastIndex(in, []byte("<DCT")) > bytes.LastIndex(in, []byte("</DCT"))
		if strings.Contains(tag, "CREATION_TIME") || inDCT || strings.Contains(tag, "PUBLICATION_TIME") {
			if d := looseDay(attribute(tag, "value")); d.Known() {
				return d
			}
		}
		rest = rest[i+end:]
	}
}

func attribute(tag, name string) string {
	i := strings.Index(tag, " "+name+"=\"")
	if i < 0 {
		return ""
	}
	v := tag[i+len(name)+3:]
	if j := strings.IndexByte(v, '"'); j >= 0 {
		return v[:j]
	}
	return ""
}

// looseDay reads YYYY-MM-DD with a time behind it, YYYYMMDD and DD-MM-YYYY.
func looseDay(s string) dateline.Day {
	if len(s) >= 10 {
		if d, err := dateline.ParseDay(s[:10]); err == nil {
			return d
		}
		if s[2] == '-' && s[5] == '-' { // day first, unless it cannot be
			for _, v := range [...]string{s[6:10] + "-" + s[3:5] + "-" + s[:2], s[6:10] + "-" + s[:5]} {
				if d, err := dateline.ParseDay(v); err == nil {
					return d
				}
			}
		}
	}
	if len(s) >= 8 {
		if d, err := dateline.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:8]); err == nil {
			return d
		}
	}
	return dateline.NoDay
}

// Write writes the file with the times of l, which must be a reading of t.Text.
// Inline markup other than ours is dropped, and what links to it: the text's
// bytes stay as they were.
func (t *TimeML) Write(w io.Writer, l *Layer) error {
	var b bytes.Buffer
	b.Write(t.head)
	pos := 0
	for i := range l.Timexes {
		x := &l.Timexes[i]
		b.Write(t.raw[pos:t.at[x.Start]])
		x.WriteTIMEX3(&b, fmt.Sprint("t", i+1), string(t.raw[t.at[x.Start]:t.at[x.End]]))
		pos = t.at[x.End]
	}
	b.Write(t.raw[pos:])
	b.Write(dropLinks(t.tail))
	_, err := w.Write(b.Bytes())
	return err
}

// WriteTIMEX3 writes the time as a TIMEX3 element around its words, which must be
// escaped. w is a buffer: it has no errors.
func (t *Timex) WriteTIMEX3(w io.Writer, tid, words string) {
	fmt.Fprintf(w, "<TIMEX3 tid=\"%s\" type=\"%s\" value=\"%s\"%s>%s</TIMEX3>", tid, t.Type, html.EscapeString(t.Value), t.attributes(), words)
}

func (t *Timex) attributes() string {
	var b strings.Builder
	for _, a := range [...]struct{ name, v string }{
		{"mod", t.Mod}, {"quant", t.Quant}, {"freq", t.Freq}, {"beginPoint", t.BeginPoint}, {"endPoint", t.EndPoint},
	} {
		if a.v != "" {
			fmt.Fprintf(&b, " %s=%q", a.name, html.EscapeString(a.v))
		}
	}
	return b.String()
}

// dropLinks takes away the lines that refer to marks no longer in the text.
func dropLinks(tail []byte) []byte {
	var out []byte
	for _, line := range bytes.SplitAfter(tail, []byte("\n")) {
		s := bytes.TrimSpace(line)
		if bytes.HasPrefix(s, []byte("<MAKEINSTANCE")) || bytes.HasPrefix(s, []byte("<TLINK")) ||
			bytes.HasPrefix(s, []byte("<SLINK")) || bytes.HasPrefix(s, []byte("<ALINK")) {
			continue
		}
		out = append(out, line...)
	}
	return out
}
