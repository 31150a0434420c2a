package article

import (
	"strings"
	"testing"
)

func BenchmarkText(b *testing.B) {
	text := []byte(sample + strings.Repeat("\nThe ministers of both states will meet again in the autumn, a spokeswoman said on Tuesday.\n", 30))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Text("x", text, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
