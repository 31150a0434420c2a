package ledger

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// Set puts a corrected value into a field: type, mode, status, when (a day or
// from..to, or empty), place (name, or name/STATE, or empty), actors and
// recipients (name/STATE, several parted by ";").
func Set(e *dateline.Event, field, value string) error {
	value = strings.TrimSpace(value)
	switch field {
	case "type":
		if !slices.Contains(dateline.Types, dateline.Type(value)) {
			return fmt.Errorf("there is no type %q", value)
		}
		e.Type = dateline.Type(value)
	case "status":
		if !slices.Contains(dateline.Statuses, dateline.Status(value)) {
			return fmt.Errorf("there is no status %q", value)
		}
		e.Status = dateline.Status(value)
	case "mode":
		e.Mode = value
	case "place":
		e.Place = nil
		if value != "" {
			name, state, _ := strings.Cut(value, "/")
			e.Place = &dateline.Place{Name: name, State: state}
		}
	case "when":
		return setWhen(e, value)
	case "actors":
		e.Actors = actorsOf(value)
	case "recipients":
		e.Recipients = actorsOf(value)
	default:
		return fmt.Errorf("there is no field %q; there are type, mode, status, when, place, actors, recipients", field)
	}
	return nil
}

func setWhen(e *dateline.Event, value string) error {
	if value == "" {
		e.When = nil
		return nil
	}
	from, to, ok := strings.Cut(value, "..")
	if !ok {
		to = from
	}
	a, err := dateline.ParseDay(from)
	if err != nil {
		return err
	}
	b, err := dateline.ParseDay(to)
	if err != nil {
		return err
	}
	if !a.Known() || !b.Known() || a > b {
		return fmt.Errorf("when %q: want a day or from..to", value)
	}
	e.When = &dateline.When{Span: dateline.Span{Earliest: a, Latest: b}}
	return nil
}

func actorsOf(value string) []dateline.Actor {
	out := []dateline.Actor{}
	for part := range strings.SplitSeq(value, ";") {
		if part = strings.TrimSpace(part); part != "" {
			name, state, _ := strings.Cut(part, "/")
			out = append(out, dateline.Actor{Name: name, State: state})
		}
	}
	return out
}
