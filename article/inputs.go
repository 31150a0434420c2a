package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/klauspost/compress/gzip"

	"dateline"
)

// Pending is one article of a batch, found and read from disk but not yet
// taken apart: Article does that, on any goroutine.
type Pending struct {
	Place string // file, file:line or "stdin"
	Bytes int64  // how far into all inputs this article reaches, as they are on disk

	raw  []byte
	form Form
	opts Options
	err  error
}

// Article parses what was read, or tells why it could not be read.
func (p *Pending) Article() (*dateline.Article, error) {
	if p.err != nil {
		return nil, p.err
	}
	o := p.opts
	o.Form = p.form
	return Parse(p.Place, p.raw, o)
}

// Inputs walks files, directories, globs and "-" (stdin) in the order given,
// directories in the order of their names (hidden files and READMEs are left
// out). An input that cannot be read is a
// Pending with an error; the walk goes on. At most one article is in memory.
func Inputs(names []string, stdin io.Reader, opts Options) iter.Seq[Pending] {
	return func(yield func(Pending) bool) {
		w := &walker{stdin: stdin, opts: opts, yield: yield}
		for _, name := range names {
			if !w.input(name) {
				return
			}
		}
	}
}

// Size is the number of bytes of all inputs on disk, 0 if it cannot be known
// (stdin). For progress bars.
func Size(names []string) int64 {
	var total int64
	for _, name := range names {
		if name == "-" {
			return 0
		}
		files, err := expand(name)
		if err != nil {
			continue
		}
		for _, f := range files {
			if st, err := os.Stat(f); err == nil && st.Mode().IsRegular() {
				total += st.Size()
			}
		}
	}
	return total
}

type walker struct {
	stdin io.Reader
	opts  Options
	yield func(Pending) bool
	done  int64 // bytes of the files behind us
}

func (w *walker) fail(place string, err error) bool {
	return w.yield(Pending{Place: place, Bytes: w.done, err: err})
}

func (w *walker) input(name string) bool {
	if name == "-" {
		return w.stream("stdin", w.stdin, Auto)
	}
	files, err := expand(name)
	if err != nil {
		return w.fail(name, err)
	}
	for _, f := range files {
		if !w.file(f) {
			return false
		}
	}
	return true
}

// expand gives the files that a name stands for.
func expand(name string) ([]string, error) {
	st, err := os.Stat(name)
	if err != nil && strings.ContainsAny(name, "*?[") {
		files, gerr := filepath.Glob(name)
		if gerr != nil {
			return nil, inputError(name, gerr.Error(), "")
		}
		if len(files) == 0 {
			return nil, inputError(name, "no file matches", "")
		}
		var all []string
		for _, f := range files {
			if b := filepath.Base(f); b[0] == '.' && filepath.Base(name)[0] != '.' {
				continue // as a shell has it
			}
			more, err := expand(f)
			if err != nil {
				return nil, err
			}
			all = append(all, more...)
		}
		return all, nil
	}
	if err != nil {
		return nil, ioError(name, err)
	}
	if !st.IsDir() {
		return []string{name}, nil
	}
	return articlesIn(name)
}

// articlesIn lists the files of a directory whose names tell a form; hidden
// ones are left out.
func articlesIn(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case strings.HasPrefix(strings.ToLower(d.Name()), "readme"): // tells of the articles
		case !d.IsDir() && FormOf(path) != Auto:
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		return nil, ioError(dir, err)
	}
	if len(files) == 0 {
		return nil, inputError(dir, "no articles in this directory", "articles end in .txt, .md, .html, .jsonl or these with .gz")
	}
	sort.Strings(files)
	return files, nil
}

func (w *walker) file(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return w.fail(name, ioError(name, err))
	}
	defer f.Close()
	base := w.done
	if !w.stream(name, &counter{f, &w.done}, FormOf(name)) {
		return false
	}
	if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
		w.done = base + st.Size()
	}
	return true
}

// counter counts the bytes that were read.
type counter struct {
	r io.Reader
	n *int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.n += int64(n)
	return n, err
}

// stream reads one file or pipe, compressed or not, of one article or of many.
func (w *walker) stream(name string, r io.Reader, form Form) bool {
	br := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := br.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(br)
		if err != nil {
			return w.fail(name, inputError(name, "broken gzip: "+err.Error(), ""))
		}
		br = bufio.NewReaderSize(z, 64<<10)
	}
	if w.opts.Form != Auto {
		form = w.opts.Form
	}
	if form == Auto {
		head, _ := br.Peek(1024)
		form = formOf("", head)
	}
	switch {
	case form == JSONLines && w.opts.Form == Auto && isJSONFile(name):
		return w.values(name, br)
	case form == JSONLines:
		return w.lines(name, br)
	}
	b, err := io.ReadAll(io.LimitReader(br, int64(w.opts.limit())+1))
	if err != nil {
		return w.fail(name, readError(name, err))
	}
	return w.yield(Pending{Place: name, Bytes: w.done, raw: b, form: form, opts: w.opts})
}

// lines reads JSON lines; blank ones are passed over. A line that is too long
// is skipped without being held.
func (w *walker) lines(name string, br *bufio.Reader) bool {
	for n := 1; ; n++ {
		at := fmt.Sprintf("%s:%d", name, n)
		line, long, err := readLine(br, w.opts.limit())
		if err != nil && err != io.EOF {
			return w.fail(at, readError(at, err))
		}
		switch {
		case long:
			if !w.fail(at, tooLong(at, w.opts)) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			if !w.yield(Pending{Place: at, Bytes: w.done, raw: line, form: JSONLines, opts: w.opts}) {
				return false
			}
		case err == io.EOF && n == 1:
			return w.fail(name, inputError(name, "is empty", "an empty article has no record"))
		}
		if err == io.EOF {
			return true
		}
	}
}

// readLine reads up to and without the next line feed. If the line is longer
// than limit, it is read to its end and dropped.
func readLine(br *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if !long && len(line)+len(part) > limit+1 {
			line, long = nil, true
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		return bytes.TrimRight(line, "\r\n"), long, err
	}
}

func readError(place string, err error) error {
	if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
		return inputError(place, "broken gzip: "+err.Error(), "")
	}
	return ioError(place, err)
}

// ioError says what the system said, without naming the file twice.
func ioError(place string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &dateline.Error{Kind: dateline.IO, Op: "read", Place: place, Err: err}
}
