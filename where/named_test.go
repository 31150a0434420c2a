package where_test

import (
	"testing"

	"dateline/facts"
	"dateline/where"
)

// Lines that are no place, or hardly one, are nobody's place and no fault.
func TestNamedOfNothing(t *testing.T) {
	for _, line := range []string{"", ",", " , ", "Lima,", ", Lima,,"} {
		if p := where.Named(facts.Default(), line); p != nil && p.State != "PER" {
			t.Errorf("%q is %v", line, *p)
		}
	}
}
