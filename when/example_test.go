package when_test

import (
	"fmt"

	"dateline"
	"dateline/when"
)

func ExampleRead() {
	text := "In late May they met in Oslo. The next round, planned for Monday, will last two days."
	doc := when.Split(text, nil) // lang.Parse adds tags and trees
	l := when.Read(doc, dateline.Date(2031, 6, 18))
	for i := range l.Timexes {
		t := &l.Timexes[i]
		fmt.Printf("%s: %s %s, %s\n", text[t.Start:t.End], t.Type, t.Value, when.Interval(t.Span))
	}
	// Output:
	// late May: DATE 2031-05, 2031-05-21/2031-05-31
	// Monday: DATE 2031-06-23, 2031-06-23
	// two days: DURATION P2D,
}

func ExampleLayer_Of() {
	doc := when.Split("The envoy arrived on Sunday for a two-day visit.", nil)
	l := when.Read(doc, dateline.Date(2031, 6, 18))
	w, why := l.Of(2) // "arrived"
	fmt.Println(w.Earliest, w.Latest, w.Text)
	fmt.Println(why[0])
	// Output:
	// 2031-06-15 2031-06-15 Sunday
	// "Sunday": on the same clause
}

func ExampleParseTimeML() {
	t, err := when.ParseTimeML([]byte(`<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-06-18"
 functionInDocument="CREATION_TIME">June 18</TIMEX3></DCT><TEXT>They left <TIMEX3 tid="t1" type="DATE"
 value="wrong">yesterday</TIMEX3>.</TEXT></TimeML>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	l := when.Read(when.Split(t.Text, nil), t.DCT)
	fmt.Println(t.DCT, l.Timexes[0].Value)
	// Output: 2031-06-18 2031-06-17
}

func ExampleLanguage() {
	text := "Der Vertrag soll Anfang nächsten Jahres unterschrieben werden."
	l := when.Read(when.Split(text, nil), dateline.Date(2031, 6, 18), when.Language("de"))
	fmt.Println(l.Timexes[0].Value, l.Timexes[0].Mod, l.Timexes[0].EDTF)
	// Output: 2032 START 2032-01-01/2032-04-30
}
