package what

import (
	"encoding/json"
	"testing"

	"dateline"
)

func TestSizes(t *testing.T) {
	tabs, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Rebels killed 12 soldiers in Mali.":                         `{"killed":12}`,
		"Poland expelled two Russian diplomats.":                     `{"persons":2}`,
		"Police in Minsk arrested 1,200 protesters.":                 `{"arrested":1200}`,
		"Canada sent $20 million in aid to Haiti.":                   `{"money":"USD 20000000"}`,
		"Turkey deployed 500 troops to the border.":                  `{"troops":500}`,
		"Rebels attacked a base in Mali, killing twelve soldiers.":   `{"killed":12}`,
		"The Danish prime minister met the German chancellor twice.": `null`,
	} {
		_, _, ms := tabs.Understand(text, dateline.Date(2031, 3, 5))
		if len(ms) == 0 {
			t.Errorf("%s: no event", text)
			continue
		}
		if b, _ := json.Marshal(ms[0].Size); string(b) != want {
			t.Errorf("%s: got %s, want %s", text, b, want)
		}
	}
}
