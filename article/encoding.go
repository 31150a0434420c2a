package article

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// signatures are the first bytes of files that are often given by mistake.
var signatures = []struct{ magic, what string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a ZIP or office document"}, {"\x89PNG", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"}, {"\x7fELF", "a program"},
	{"SQLite format 3\x00", "an SQLite database"}, {"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an old office document"}, {"\x28\xb5\x2f\xfd", "a Zstandard archive"},
	{"BZh", "a bzip2 archive"}, {"\xfd7zXZ", "an xz archive"}, {"PAR1", "a Parquet table"},
}

// decode gives the text of b in UTF-8 without a byte order mark, or says where
// and why it is no text.
func decode(name string, b []byte, charset string) (string, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(b, []byte(s.magic)) {
			return "", inputError(name, "is "+s.what+", not text", "give plain text, HTML or JSON lines")
		}
	}
	if enc := byMark(b); enc != nil {
		return transcode(name, b, enc)
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if charset != "" && !isUTF8(charset) {
		enc, err := htmlindex.Get(charset)
		if err != nil {
			return "", inputError(name, fmt.Sprintf("unknown encoding %q", charset), "use an IANA name such as windows-1252")
		}
		return transcode(name, b, enc)
	}
	if i := bytes.IndexByte(b, 0); i >= 0 {
		if u := looksUTF16(b); u != "" {
			return "", inputError(place(name, b, i), "looks like UTF-16 without a byte order mark", "give --charset "+u)
		}
		return "", inputError(place(name, b, i), "is binary, not text (a NUL byte)", "give plain text, HTML or JSON lines")
	}
	if i := badUTF8(b); i >= 0 {
		return "", inputError(place(name, b, i), fmt.Sprintf("is not UTF-8 (byte %#02x)", b[i]),
			"say which encoding it has, as in --charset windows-1252")
	}
	return string(b), nil
}

func isUTF8(charset string) bool {
	c := strings.ToLower(charset)
	return c == "utf-8" || c == "utf8" || c == "us-ascii" || c == "ascii"
}

// byMark knows UTF-16 by its byte order mark.
func byMark(b []byte) encoding.Encoding {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	return nil
}

func transcode(name string, b []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", inputError(name, err.Error(), "is the encoding the right one?")
	}
	out = bytes.TrimPrefix(out, []byte("\xef\xbb\xbf"))
	if i := bytes.IndexByte(out, 0); i >= 0 {
		return "", inputError(name, "is binary, not text (a NUL byte)", "")
	}
	return string(out), nil
}

// looksUTF16 gives the name of the encoding whose high bytes are mostly zero.
func looksUTF16(b []byte) string {
	b = b[:min(len(b), 512)]
	var zero [2]int
	for i, c := range b {
		if c == 0 {
			zero[i%2]++
		}
	}
	switch half := len(b) / 2; {
	case half < 4:
		return ""
	case zero[1] > half*3/4 && zero[0] == 0:
		return "utf-16le"
	case zero[0] > half*3/4 && zero[1] == 0:
		return "utf-16be"
	}
	return ""
}

// badUTF8 is the offset of the first byte that is no UTF-8, or -1.
func badUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// place is "name:line" of the byte at i.
func place(name string, b []byte, i int) string {
	return fmt.Sprintf("%s:%d", name, 1+bytes.Count(b[:i], []byte("\n")))
}
