package when

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const timemlHead = `<?xml version="1.0" ?>
<TimeML>
<DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-06-18" functionInDocument="CREATION_TIME">June 18</TIMEX3></DCT>
<TEXT>`

func TestTimeML(t *testing.T) {
	in := timemlHead + "\nA &amp; B <EVENT eid=\"e1\">met</EVENT> on\n<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1999\">Mon</TIMEX3>day &lt;late&gt;; he&apos;ll stay two days.\n" +
		"</TEXT>\n<MAKEINSTANCE eventID=\"e1\"/>\n</TimeML>\n"
	f, err := ParseTimeML([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if f.Text != "\nA & B met on\nMonday <late>; he'll stay two days.\n" {
		t.Errorf("text %q", f.Text)
	}
	if f.DCT.String() != "2031-06-18" {
		t.Errorf("DCT %s", f.DCT)
	}
	var out bytes.Buffer
	if err := f.Write(&out, Read(Split(f.Text, nil), f.DCT)); err != nil {
		t.Fatal(err)
	}
	want := timemlHead + "\nA &amp; B met on\n<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2031-06-16\">Monday</TIMEX3> &lt;late&gt;; he&apos;ll stay " +
		"<TIMEX3 tid=\"t2\" type=\"DURATION\" value=\"P2D\">two days</TIMEX3>.\n</TEXT>\n</TimeML>\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestTimeMLErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                 "no <TEXT>",
		"<TEXT>open":       "not closed",
		"</TEXT><TEXT>abc": "not closed",
	} {
		if _, err := ParseTimeML([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
}

// What is written is XML, and its text is the text that was read.
func TestTimeMLIsXML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"Monday", "June", "3", "&", "<", ">", "\"", "two", "days", "ago", "—", "é", "1999", "the end of", "\n", "last week", "'"})
		text := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), " ")
		var esc bytes.Buffer
		if err := xml.EscapeText(&esc, []byte(text)); err != nil {
			t.Fatal(err)
		}
		f, err := ParseTimeML([]byte(timemlHead + esc.String() + "</TEXT></TimeML>"))
		if err != nil {
			t.Fatal(err)
		}
		if f.Text != text {
			t.Fatalf("read %q, want %q", f.Text, text)
		}
		var out bytes.Buffer
		if err := f.Write(&out, Read(Split(f.Text, nil), f.DCT)); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(&out)
		depth, body := 0, ""
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("no XML: %v", err)
			}
			switch x := tok.(type) {
			case xml.StartElement:
				if x.Name.Local == "TEXT" || depth > 0 {
					depth++
				}
			case xml.EndElement:
				depth = max(0, depth-1)
			case xml.CharData:
				if depth > 0 {
					body += string(x)
				}
			}
		}
		if body != text {
			t.Fatalf("wrote %q, want %q", body, text)
		}
	})
}
