package ledger

import (
	_ "embed" // the commonplaces
	"slices"
	"strings"
	"unicode"

	"dateline"
	"dateline/facts"
	"dateline/query"
)

// fold makes a name comparable: the words of full text search with single blanks.
func fold(s string) string { return strings.Join(query.Words(s), " ") }

// wordsOf hashes the words of an event's evidence of four letters and more, cut
// to six letters so that inflection matters little. Words that only say what
// kind of event it is or who takes part do not count: that is compared by
// itself. The hashes are sorted.
func wordsOf(e *dateline.Event) []uint32 {
	return evidenceWords(e, func(w, _ string) bool { return len(w) >= 4 && !commonWords[stem(w)] })
}

// titleOf hashes the words by which a conference is called: those written with a
// capital, but for words that many conferences have in their name.
func titleOf(e *dateline.Event) []uint32 {
	return evidenceWords(e, func(w, written string) bool {
		first, _ := firstRune(written)
		return len(w) >= 2 && unicode.IsUpper(first) && !commonWords[stem(w)] && !conferenceWord[w] && !ofState(written)
	})
}

// ofState: a word for a state or its people is a side, not a name.
func ofState(word string) bool {
	f := facts.Default()
	return f.StateByDemonym(word) != nil || f.StateByName(word) != nil
}

// hostsOf gives the organizations that meet: a conference is called by them, too.
func hostsOf(e *dateline.Event) []string {
	var out []string
	for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
		for i := range side {
			if a := &side[i]; a.State != "" && facts.Default().State(a.State) == nil && (a.ID == "o:"+a.State || itself(a)) {
				out = append(out, a.State)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// itself: an organization or its leaders, not one of its many bodies.
func itself(a *dateline.Actor) bool {
	for w := range capitals(a.Name) {
		if w != fold(a.State) && !noName[w] && !conferenceWord[w] {
			return false
		}
	}
	return true
}

// isSummit tells a conference of several days from one more session of a body.
func isSummit(trigger string) bool {
	return slices.ContainsFunc(query.Words(trigger), func(w string) bool {
		return strings.HasPrefix(w, "summit") || strings.HasPrefix(w, "conference") || w == "forum" || w == "congress"
	})
}

// evidenceWords hashes those words of an event's evidence that keep wants, save
// for the trigger, the participants and the place.
func evidenceWords(e *dateline.Event, keep func(folded, written string) bool) []uint32 {
	told := map[string]bool{}
	tell := func(s string) {
		for _, w := range query.Words(s) {
			told[stem(w)] = true
		}
	}
	tell(e.Trigger)
	for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
		for i := range side {
			tell(side[i].Name)
			tell(side[i].Office)
		}
	}
	if e.Place != nil {
		tell(e.Place.Name)
	}
	var out []uint32
	for _, ev := range e.Evidence[:min(len(e.Evidence), maxEvidence)] {
		for written := range strings.FieldsFuncSeq(ev.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r) }) {
			for _, w := range query.Words(written) {
				if s := stem(w); keep(w, written) && !told[s] {
					out = append(out, uint32(hashWord(s)>>32))
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// maxEvidence bounds the sentences whose words count: of many sentences two
// events share some words by chance.
const maxEvidence = 3

func stem(w string) string { return w[:min(len(w), 6)] }

// sharedWords counts what two sorted lists have in common.
func sharedWords(a, b []uint32) int {
	n, j := 0, 0
	for _, w := range a {
		for j < len(b) && b[j] < w {
			j++
		}
		if j < len(b) && b[j] == w {
			n++
		}
	}
	return n
}

// wordSet makes a set of words.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

//go:embed commonplaces.txt
var commonplaces string

// commonWords are the stems of words that say nothing about which occurrence a
// sentence tells of.
var commonWords = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(commonplaces) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				m[stem(w)] = true
			}
		}
	}
	return m
}()

// conferenceWord is a word that many conferences have in their name.
var conferenceWord = wordSet(`republic the and for but not its our all any one two we he she it in on at to of by as an is us i
	may mr mrs ms dr moderator thank thanks yes no ok good so if how who why summit summits conference meeting meetings ministerial ministers leaders heads council session forum
	dialogue assembly commission committee group high level senior special regular annual joint working plenary
	international global world union united nations organization organisation delegation event events ceremony
	opening closing house white president presidential administration department question`)
