package encoder

// Lexicon is what is known of words before any is read: which have a vector,
// how raw text capitalises them, and the gazetteer of names.
type Lexicon struct {
	Words     []uint64 // hash of each row's word; row 0 is the unknown word
	Case      []uint8  // bucket of capitalisation, 0 unknown, 1 never … 4 always
	Gazetteer *Gazetteer
	words     table
}

// NewLexicon indexes words (row 0 is reserved and its string not looked at).
func NewLexicon(words []string, cases []uint8, g *Gazetteer) *Lexicon {
	l := &Lexicon{Words: make([]uint64, len(words)), Case: cases, Gazetteer: g}
	for i, w := range words {
		l.Words[i] = hash(1, w)
	}
	l.index()
	return l
}

func (l *Lexicon) index() {
	l.words = newTable(len(l.Words))
	for i, h := range l.Words {
		if i > 0 {
			l.words.put(h, int32(i))
		}
	}
}

// Word is the row of a normalised word, 0 if it is unknown.
func (l *Lexicon) Word(norm string) int32 { return l.words.get(hash(1, norm)) }

// table maps 64-bit hashes to positive numbers by open addressing; two words
// with one hash are one word to it, which at these sizes does not happen.
type table struct {
	keys   []uint64
	values []int32
	mask   uint64
}

func newTable(n int) table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return table{make([]uint64, size), make([]int32, size), uint64(size - 1)}
}

func (t *table) put(key uint64, v int32) {
	i := key & t.mask
	for t.values[i] != 0 && t.keys[i] != key {
		i = (i + 1) & t.mask
	}
	t.keys[i], t.values[i] = key, v
}

// get is the value of a key, 0 if it has none.
func (t *table) get(key uint64) int32 {
	if len(t.keys) == 0 {
		return 0
	}
	for i := key & t.mask; t.values[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == key {
			return t.values[i]
		}
	}
	return 0
}
