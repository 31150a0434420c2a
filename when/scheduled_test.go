package when

import (
	"testing"

	"dateline"
	"dateline/lang"
)

// Weekdays to come and gone, on Wednesday, 18 June 2031.
func TestWeekdays(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The two ministers meet Friday in Karr.", "2031-06-20"},
		{"The talks open Thursday in Karr.", "2031-06-19"},
		{"The move follows Friday's ruling by the court.", "2031-06-13"},
		{"A march planned for Monday was called off after the storm.", "2031-06-16"},
		{"The committee was planning to hold its vote on Tuesday when the hall flooded.", "2031-06-17"},
		{"The premier will go home on Saturday.", "2031-06-21"},
		{"The premier will go home on Tuesday.", "2031-06-24"},
		{"Forecasters said the storm would pass the island on Tuesday.", "2031-06-17"},
		{"Forecasters said the storm would pass the island on Friday.", "2031-06-20"},
		{"The ministers planned a parade in the capital on Friday.", "2031-06-20"},
		{"The fair runs from Tuesday through Sunday.", "2031-06-22"},
		{"It will rain on Friday and Monday.", "2031-06-23"},
		{"It rained from Friday to Sunday.", "2031-06-15"},
		{"Voters in the north go to the polls on Sunday.", "2031-06-22"},
		{"The president declared two days of mourning, beginning Friday.", "2031-06-20"},
		{"The bridge was opened in 2011 and should have been widened by 2026. Nine years later, nothing has been done.", "2020"},
		{"Through Saturday evening the fire was fought by hand.", "2031-06-14TEV"},
		{"In 2028 the firm opened a plant in May and closed it in October.", "2028-10"},
		{"The minister, elected in 2028, resigned in May.", "2031-05"},
		{"His term was to end in August.", "2031-08"},
		{"She hopes to return to the hall where she spoke back in May.", "2031-05"},
		{"The bridge will open in May.", "2032-05"},
		{"The bridge will open on Feb. 3.", "2032-02-03"},
		{"The old king died on Oct. 3.", "2030-10-03"},
		{"He will come for Easter.", "2032-03-28"},
		{"On May 3, the law will change.", "2032-05-03"},
		{"The fiscal year ends Nov. 30.", "2031-11-30"},
		{"Officials had until Tuesday to answer.", "2031-06-17"},
		{"Trade grew from January through March.", "2031-03"},
		{"The fair is open from October through February.", "2032-02"},
		{"The minister is to fly to Karr on Thursday and return Saturday night.", "2031-06-21TNI"},
		{"The siege ended on Monday.", "2031-06-16"},
	} {
		l := Read(lang.Parse(c.text, nil), dateline.Date(2031, 6, 18))
		if n := len(l.Timexes); n == 0 || l.Timexes[n-1].Value != c.want {
			t.Errorf("%q: got %v, want %s", c.text, l.Timexes, c.want)
		}
	}
}
