package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"dateline"
	"dateline/when"
)

// TestTimeML holds that times and triggers are marked where they stand, the text
// is as it was, and the file is XML.
func TestTimeML(t *testing.T) {
	text := "Lind & Ek <met> on Monday.\nThey will not meet again \"soon\"."
	a := &dateline.Article{ID: "a<1>", Title: "On Lind", Date: day("2031-03-12"), Text: text}
	times := when.Read(when.Split(text, nil), a.Date)
	events := []dateline.Event{
		{Trigger: "meet", Status: dateline.Not, Evidence: []dateline.Evidence{{Start: 27, End: len(text)}}, When: &dateline.When{Span: dateline.Span{Earliest: day("2031-03-13"), Latest: day("2031-05-12")}}},
		{Trigger: "met", Status: dateline.Happened, Evidence: []dateline.Evidence{{Start: 0, End: 26}}, When: &dateline.When{Span: dateline.OneDay(day("2031-03-10")), Text: "on Monday"}},
		{Trigger: "gone", Evidence: []dateline.Evidence{{Start: 0, End: 9999}}},
	}
	var b bytes.Buffer
	if err := TimeML(&b, a, times, events); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<DOCID>a&lt;1&gt;</DOCID>`,
		`<TEXT>Lind &amp; Ek &lt;<EVENT eid="e1" class="OCCURRENCE">met</EVENT>&gt; on <TIMEX3 tid="t1" type="DATE" value="2031-03-10">Monday</TIMEX3>.`,
		`<EVENT eid="e2" class="OCCURRENCE">meet</EVENT> again`,
		`eventID="e2" eiid="ie2" tense="NONE" aspect="NONE" polarity="NEG"`,
		`<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ie1" relatedToTime="t1"/>`,
		`<TLINK lid="l2" relType="AFTER" eventInstanceID="ie2" relatedToTime="t0"/>`,
	} {
		if !bytes.Contains(b.Bytes(), []byte(want)) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
	for d := xml.NewDecoder(&b); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
