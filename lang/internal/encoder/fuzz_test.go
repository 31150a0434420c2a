package encoder

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"
)

// FuzzLoad gives damaged files whose checksum is right; Load may refuse them
// but must not panic, and what it accepts must read.
func FuzzLoad(f *testing.F) {
	good := smallFile(f)
	f.Add(good[len(magic) : len(good)-4])
	f.Add([]byte("\x02\x00\x00\x00{}"))
	f.Fuzz(func(t *testing.T, body []byte) {
		b := append([]byte(magic), body...)
		b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
		m, err := Load(b)
		if err == nil {
			m.Annotate([][]string{{"Ada", "sang", "."}})
		}
	})
}

// FuzzAnnotate reads any words.
func FuzzAnnotate(f *testing.F) {
	m, err := Load(smallFile(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Ada Lind met the envoy in New Vesla .")
	f.Add("\xff\xfe – ’ “ 12,5% İ ß")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		a := m.Annotate([][]string{words})[0]
		if len(a.Head) != len(words) || findCycle(a.Head, -1) != nil {
			t.Fatalf("no tree over %q", words)
		}
	})
}
