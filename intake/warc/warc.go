// Package warc reads web archives (WARC 1.0 and 1.1, ISO 28500), plain or with
// each record compressed by gzip, one record at a time.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dateline"
)

// Bounds of a record.
const (
	maxHeader = 64 << 10
	maxBody   = 16 << 20 // longer payloads are passed over
)

// Page is an HTML response of an archive.
type Page struct {
	URL    string
	Date   time.Time // when it was captured
	Body   []byte
	Offset int64 // of the record in the archive, uncompressed bytes for plain ones
}

// Reader reads an archive.
type Reader struct {
	name string
	r    *bufio.Reader
	read int64
}

// NewReader reads from r; name is for messages. Compression is told by the first bytes.
func NewReader(name string, r io.Reader) (*Reader, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	if head, _ := b.Peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(b) // reads all members as one stream
		if err != nil {
			return nil, fault(name, 0, err)
		}
		b = bufio.NewReaderSize(z, 64<<10)
	}
	return &Reader{name: name, r: b}, nil
}

func fault(name string, at int64, err error) error {
	return &dateline.Error{Kind: dateline.Input, Op: "read archive", Place: fmt.Sprintf("%s at byte %d", name, at), Err: err, Hint: "the pages before it were read"}
}

// Next gives the next HTML page, or io.EOF. Other records are passed over.
func (r *Reader) Next() (*Page, error) {
	for {
		at := r.read
		h, err := r.header()
		if err == io.EOF {
			return nil, io.EOF
		}
		if err != nil {
			return nil, fault(r.name, at, err)
		}
		n, err := strconv.ParseInt(h["content-length"], 10, 64)
		if err != nil || n < 0 {
			return nil, fault(r.name, at, fmt.Errorf("Content-Length %q", h["content-length"]))
		}
		wanted := h["warc-type"] == "response" && n <= maxBody
		if !wanted {
			if err := r.skip(n); err != nil {
				return nil, fault(r.name, at, err)
			}
			continue
		}
		block := make([]byte, n)
		if _, err := io.ReadFull(r.r, block); err != nil {
			return nil, fault(r.name, at, fmt.Errorf("a record is cut off: %w", err))
		}
		r.read += n
		p, err := page(h, block)
		if err != nil || p == nil { // one bad record does not spoil the rest
			continue
		}
		p.Offset = at
		return p, nil
	}
}

func (r *Reader) skip(n int64) error {
	m, err := io.CopyN(io.Discard, r.r, n)
	r.read += m
	if err != nil {
		return fmt.Errorf("a record is cut off: %w", err)
	}
	return nil
}

// header reads the head of a record: the version line and named fields.
func (r *Reader) header() (map[string]string, error) {
	var version string
	for version == "" {
		line, err := r.line()
		if err != nil {
			return nil, err
		}
		version = line
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("no WARC record: it begins with %.20q", version)
	}
	h := map[string]string{}
	for size := 0; ; {
		line, err := r.line()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		if size += len(line); size > maxHeader {
			return nil, errors.New("the head of a record is too long")
		}
		if k, v, ok := strings.Cut(line, ":"); ok {
			h[strings.ToLower(strings.TrimSpace(k))] = strings.TrimSpace(v)
		}
	}
}

func (r *Reader) line() (string, error) {
	var b []byte
	for {
		part, err := r.r.ReadSlice('\n')
		b = append(b, part...)
		r.read += int64(len(part))
		switch {
		case err == nil:
			return strings.TrimRight(string(b), "\r\n"), nil
		case err == bufio.ErrBufferFull && len(b) <= maxHeader:
			continue
		case err == bufio.ErrBufferFull:
			return "", errors.New("a line of a record's head is too long")
		case err == io.EOF && len(b) > 0:
			return strings.TrimRight(string(b), "\r\n"), nil
		}
		return "", err
	}
}

// page takes the HTTP response apart; nil if it is no HTML page.
func page(h map[string]string, block []byte) (*Page, error) {
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Content-Type"), "html") {
		return nil, nil
	}
	body := io.Reader(res.Body)
	if res.Header.Get("Content-Encoding") == "gzip" {
		z, err := gzip.NewReader(body)
		if err != nil {
			return nil, err
		}
		body = z
	}
	b, err := io.ReadAll(io.LimitReader(body, maxBody+1))
	if err != nil || len(b) > maxBody {
		return nil, errors.Join(err, errors.New("the page is too long"))
	}
	date, _ := time.Parse(time.RFC3339, h["warc-date"])
	return &Page{URL: strings.Trim(h["warc-target-uri"], "<>"), Date: date, Body: b}, nil
}
