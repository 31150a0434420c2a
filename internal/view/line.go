package view

import (
	"strings"

	"dateline"
)

// Line writes an event in one line: what, who, when, how it stands.
func Line(e *dateline.Event) string {
	parts := []string{what(e), parties(e)}
	if e.When != nil && e.When.Span != dateline.NoSpan {
		parts = append(parts, spanText(e.When.Span))
	}
	return strings.Join(append(parts, signOf(e.Status).word), " · ")
}

// Side writes those on one side of an event.
func Side(as []dateline.Actor) string { return actors(as, "; ", "") }
