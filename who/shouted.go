package who

import (
	"strings"
	"unicode"
)

// lowerNames writes names of people that the text has in capitals alone, as the speakers
// of transcripts are ("PRESIDENT BIDEN:"), as names are written.
func (r *reader) lowerNames() {
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.Kind == Person && shouted(e.Name) {
			e.Name = spoken(e.Name)
		}
	}
}

// shouted reports whether a name of some length has no small letter: "BIDEN", not "Xi",
// "LBJ" or "J.D.".
func shouted(name string) bool {
	const shortest = 4
	letters := 0
	for _, c := range name {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters >= shortest
}

// spoken leaves a capital where a part of a name begins.
func spoken(name string) string {
	var b strings.Builder
	first := true
	for _, c := range name {
		if first {
			b.WriteRune(c)
		} else {
			b.WriteRune(unicode.ToLower(c))
		}
		first = !unicode.IsLetter(c)
	}
	return b.String()
}
