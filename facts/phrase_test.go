package facts

import (
	"testing"
	"time"

	"dateline"
)

func TestOfficeIn(t *testing.T) {
	f := Default()
	day := dateline.Date(2023, time.June, 18)
	for _, c := range []struct{ phrase, state, holder string }{
		{"Chinese foreign minister", "CHN", "Qin Gang"},
		{"foreign minister of China", "CHN", "Qin Gang"},
		{"top U.S. diplomat", "USA", "Antony Blinken"},
		{"UN Secretary-General", "UN", "António Guterres"},
		{"Secretary-General of the United Nations", "UN", "António Guterres"},
		{"President of the European Commission", "EU", "Ursula von der Leyen"},
		{"head of the International Monetary Fund", "IMF", "Kristalina Georgieva"},
		{"the president of the United States", "USA", "Joe Biden"},
		{"ambassador of Japan to China", "JPN", ""},
		{"Sultan of Oman", "OMN", "Haitham bin Tariq"},
		{"Norwegian wood", "", ""},
	} {
		state, title, ok := f.OfficeIn(c.phrase)
		if state != c.state || ok != (c.state != "") {
			t.Errorf("%s: %q %q %v, want %q", c.phrase, state, title, ok, c.state)
			continue
		}
		if c.holder == "" {
			continue
		}
		if hs := f.Holders(state, title, day); len(hs) == 0 || hs[0].Person.Name != c.holder {
			t.Errorf("%s on %s: %v, want %s", c.phrase, day, hs, c.holder)
		}
	}
}
