package dateline

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDaysReadBack(t *testing.T) {
	for _, d := range []Day{
		NoDay, 0, Date(2031, time.March, 4), Date(0, time.February, 29), Date(-1, time.January, 1),
		Date(-480, time.September, 20), Date(-12000, time.May, 3), Date(12031, time.December, 31),
	} {
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Day
		if err := json.Unmarshal(b, &back); err != nil || back != d {
			t.Errorf("%s reads back as %v, %v", b, back, err)
		}
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, s := range []string{"2031", "2031-02-30", "31-01-01", "-480-01-01x", "--0480-01-01", "+2031-01-01", "99999999999-01-01", "2031-1-1", "-01-02"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q is taken for %s", s, d)
		}
	}
}
