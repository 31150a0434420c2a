package article

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// A .json file holds one article, an array of them or several one after the
// other, laid out in any way. JSON that breaks cannot be resumed, so that the
// first error is the last of its file.

// isJSONFile reports whether a file is read value by value, not line by line.
func isJSONFile(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return filepath.Ext(name) == ".json"
}

// budget ends a stream in which one value is longer than an article may be.
type budget struct {
	r    io.Reader
	left int
}

var errBudget = errors.New("value too long")

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBudget
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// values reads a JSON file.
func (w *walker) values(name string, br *bufio.Reader) bool {
	full := w.opts.limit() + 64<<10 // the decoder reads ahead
	in := &budget{br, full}
	d := json.NewDecoder(in)
	array := false
	if first, err := firstByte(br); err == nil && first == '[' {
		_, _ = d.Token() // cannot fail: the byte is there
		array = true
	}
	for n := 1; ; n++ {
		if array && !d.More() {
			return true
		}
		at := fmt.Sprintf("%s#%d", name, n)
		var raw json.RawMessage
		err := d.Decode(&raw)
		switch {
		case err == io.EOF && n > 1:
			return true
		case err == io.EOF:
			return w.fail(name, inputError(name, "is empty", "an empty article has no record"))
		case errors.Is(err, errBudget):
			return w.fail(at, tooLong(at, w.opts))
		case err != nil:
			return w.fail(at, inputError(at, brokenJSON(err), "what follows in this file is not read"))
		}
		in.left = full
		if !w.yield(Pending{Place: at, Bytes: w.done, raw: raw, form: JSONLines, opts: w.opts}) {
			return false
		}
	}
}

// firstByte looks at the first byte that is no white space.
func firstByte(br *bufio.Reader) (byte, error) {
	for n := 1; n <= br.Size(); n++ {
		b, err := br.Peek(n)
		if err != nil {
			return 0, err
		}
		if c := b[n-1]; !strings.ContainsRune(" \t\r\n", rune(c)) {
			return c, nil
		}
	}
	return 0, io.EOF
}
