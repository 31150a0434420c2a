package read

import (
	"context"
	"testing"

	"dateline"
	"dateline/article"
)

// readOn reads a text that was published on a day, "2031-03-05".
func readOn(t *testing.T, day, text string) *dateline.Record {
	t.Helper()
	a, err := article.Text("test", []byte("date "+day+"\n\n"+text+"\n"), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, err := Article(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// What goes on in the words of somebody quoted is over when the article tells of it.
func TestMeetingAndItsTranscript(t *testing.T) {
	rec := readOn(t, "2031-03-04", "Ada Lind, the prime minister of Norway, held a meeting of the Security Council.\n\nLind: Colleagues, today we are holding a regular meeting of the Security Council.")
	if len(rec.Events) != 1 || rec.Events[0].Status != dateline.Happened {
		t.Errorf("got %+v, want one meeting that happened", rec.Events)
	}
}

// Talks that are "to begin" or "to resume" are still to come.
func TestTalksToResume(t *testing.T) {
	rec := readOn(t, "2031-03-04", "Norway and Peru signed a truce, with talks to resume on Monday.")
	for _, e := range rec.Events {
		if e.Type == dateline.Consult && e.Status != dateline.Planned {
			t.Errorf("talks to resume: %s, want planned", e.Status)
		}
	}
	if len(rec.Events) != 2 {
		t.Errorf("got %d events, want the truce and the talks", len(rec.Events))
	}
}

// The day on which a conference was announced is not its own.
func TestAnnouncedConference(t *testing.T) {
	rec := readOn(t, "2031-03-04", "Norway announced a summit with Peru last Friday.")
	if len(rec.Events) != 1 || rec.Events[0].Status != dateline.Planned || rec.Events[0].When != nil {
		t.Errorf("got %+v, want a planned summit without a day", rec.Events)
	}
}
