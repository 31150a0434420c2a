package watch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"dateline"
	"dateline/intake/fetch"
)

// maxSeen bounds the items that are remembered: the oldest are forgotten first.
const maxSeen = 200_000

// minWrite is the pause between two writes of the file when nothing was taken.
const minWrite = time.Minute

// FeedState is what is known of one feed.
type FeedState struct {
	URL       string      `json:"url"`
	Known     fetch.Known `json:"known"`
	Polled    time.Time   `json:"polled"`
	Next      time.Time   `json:"next"`               // not before this time again
	Failures  int         `json:"failures,omitempty"` // polls in a row that failed
	LastError string      `json:"last_error,omitempty"`
	Taken     int         `json:"taken"`            // articles that went into the ledger
	Failed    int         `json:"failed,omitempty"` // items that were given up
}

// item is what is known of an entry of a feed.
type item struct {
	Last  int64 `json:"t"`           // when a feed last listed it, Unix seconds
	Tries int   `json:"n,omitempty"` // failures so far; done once it is taken or given up
	Done  bool  `json:"d,omitempty"`
}

// State is what a watch remembers between runs, kept in a small file.
type State struct {
	path  string
	mu    sync.Mutex
	feeds map[string]*FeedState
	items map[string]item
	busy  map[string]bool // items that a feed is taking now
	wrote time.Time
}

// stateFile is the form on disk.
type stateFile struct {
	Version int             `json:"version"`
	Feeds   []*FeedState    `json:"feeds"`
	Items   map[string]item `json:"items"`
}

// LoadState reads a state file; none there is an empty state.
func LoadState(path string) (*State, error) {
	s := &State{path: path, feeds: map[string]*FeedState{}, items: map[string]item{}, busy: map[string]bool{}}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, &dateline.Error{Kind: dateline.IO, Op: "read state of feeds", Place: path, Err: err}
	}
	var f stateFile
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, &dateline.Error{Kind: dateline.Data, Op: "read state of feeds", Place: path, Err: err, Hint: "remove it: all feeds are then read anew, and known articles passed over"}
	}
	for _, x := range f.Feeds {
		if x != nil {
			s.feeds[x.URL] = x
		}
	}
	if f.Items != nil {
		s.items = f.Items
	}
	return s, nil
}

// Feeds gives copies of what is known of all feeds, by URL.
func (s *State) Feeds() []FeedState {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]FeedState, 0, len(s.feeds))
	for _, f := range s.feeds {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b FeedState) int { return compareStrings(a.URL, b.URL) })
	return out
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// feed gives a copy of the state of a feed.
func (s *State) feed(url string) FeedState {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.feeds[url]; f != nil {
		return *f
	}
	return FeedState{URL: url}
}

// keep notes the state of a feed and writes everything to disk, at once if that
// matters, else not more often than once a minute.
func (s *State) keep(f FeedState, matters bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.feeds[f.URL] = &f
	if !matters && time.Since(s.wrote) < minWrite {
		return nil
	}
	return s.write()
}

// flush writes everything to disk.
func (s *State) flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write()
}

// write puts a new file in the place of the old one, so that a kill leaves the
// one or the other.
func (s *State) write() error {
	s.forget()
	s.wrote = time.Now()
	out := stateFile{Version: 1, Items: s.items}
	for _, x := range s.feeds {
		out.Feeds = append(out.Feeds, x)
	}
	slices.SortFunc(out.Feeds, func(a, b *FeedState) int { return compareStrings(a.URL, b.URL) })
	b, err := json.Marshal(out)
	if err == nil {
		err = replaceFile(s.path, b)
	}
	if err != nil {
		return &dateline.Error{Kind: dateline.IO, Op: "write state of feeds", Place: s.path, Err: err}
	}
	return nil
}

func replaceFile(path string, b []byte) error {
	t, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = t.Write(b)
	err = errors.Join(err, t.Sync(), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), path)
	}
	if err != nil {
		os.Remove(t.Name())
	}
	return err
}

// forget drops the items that feeds listed longest ago once there are too many.
func (s *State) forget() {
	if len(s.items) <= maxSeen {
		return
	}
	times := make([]int64, 0, len(s.items))
	for _, it := range s.items {
		times = append(times, it.Last)
	}
	slices.Sort(times)
	limit := times[len(times)-maxSeen*9/10]
	for k, it := range s.items {
		if it.Last < limit {
			delete(s.items, k)
		}
	}
}

// claim gives what is known of an item and notes that a feed lists it; false if
// it is done or another feed is taking it. What is claimed must be released.
func (s *State) claim(id string, now time.Time) (item, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := itemKey(id)
	it := s.items[k]
	it.Last = now.Unix()
	s.items[k] = it
	if it.Done || s.busy[k] {
		return it, false
	}
	s.busy[k] = true
	return it, true
}

func (s *State) release(id string, it item) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := itemKey(id)
	s.items[k] = it
	delete(s.busy, k)
}

func itemKey(id string) string {
	h := sha256.Sum256([]byte(id))
	return hex.EncodeToString(h[:8])
}
