package facts

import (
	"encoding/binary"
	"math"
	"math/bits"
	"sort"

	"dateline"
)

// The packed form: a magic word, then sections. A section is either a table
// (records of varints and strings, found through an array of offsets) or an
// index (hash → list of numbers). All fixed numbers are little-endian. Nothing
// is decoded before it is asked for, but the refs of the alias index.

const magic = "DLF1"

const (
	secSymbols = iota
	secStates
	secPersons
	secOrgs
	secCities
	secSites
	secMetonyms
	secHoldings
	secSummits
	secOffices // titles
	secRegimes
	secAliases // index: folded name -> refs
	secPrefix  // bit set of the keys with which some alias of several words begins
	secIDs     // index: kind, id -> record
	secHolders // index: state, class -> holdings, latest first
	secLoose   // index: sound of a surname -> persons
	secGenders
	sections
)

// encoder writes records.
type encoder struct {
	b       []byte
	symbols map[string]uint32
	order   []string
}

func (e *encoder) num(n int)     { e.b = binary.AppendUvarint(e.b, uint64(n)) }
func (e *encoder) signed(n int)  { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) str(s string)  { e.num(len(s)); e.b = append(e.b, s...) }
func (e *encoder) flag(f bool)   { e.num(map[bool]int{true: 1}[f]) }
func (e *encoder) deg(f float64) { e.signed(int(math.Round(f * 10000))) }

func (e *encoder) day(d dateline.Day) { e.signed(int(d)) }

func (e *encoder) strs(list []string) {
	e.num(len(list))
	for _, s := range list {
		e.str(s)
	}
}

// sym writes a string that recurs, by its number.
func (e *encoder) sym(s string) {
	n, ok := e.symbols[s]
	if !ok {
		n = uint32(len(e.order))
		e.symbols[s] = n
		e.order = append(e.order, s)
	}
	e.num(int(n))
}

func (e *encoder) syms(list []string) {
	e.num(len(list))
	for _, s := range list {
		e.sym(s)
	}
}

// decoder reads a record; strings are slices of the packed file.
type decoder struct {
	s  string
	st *store
}

func (d *decoder) num() int {
	var x uint64
	for i := 0; i < len(d.s) && i < 10; i++ {
		c := d.s[i]
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			d.s = d.s[i+1:]
			return int(x)
		}
	}
	d.s = ""
	return 0
}

func (d *decoder) signed() int {
	u := uint64(d.num())
	return int(u>>1) ^ -int(u&1)
}

func (d *decoder) str() string {
	n := min(d.num(), len(d.s))
	s := d.s[:n]
	d.s = d.s[n:]
	return s
}

func (d *decoder) flag() bool        { return d.num() == 1 }
func (d *decoder) deg() float64      { return float64(d.signed()) / 10000 }
func (d *decoder) day() dateline.Day { return dateline.Day(d.signed()) }
func (d *decoder) sym() string       { return d.st.symbol(d.num()) }

func (d *decoder) strs() []string { return d.list(d.str) }
func (d *decoder) syms() []string { return d.list(d.sym) }

func (d *decoder) list(next func() string) []string {
	n := d.num()
	if n == 0 || n > len(d.s) {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = next()
	}
	return out
}

func u32(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// table is a section of records.
type table struct {
	n    int
	offs string
	data string
}

func openTable(s string) table {
	if len(s) < 8 {
		return table{}
	}
	n := int(u32(s, 0))
	return table{n, s[4 : 8+4*n], s[8+4*n:]}
}

func (t table) record(i int, st *store) decoder {
	return decoder{t.data[u32(t.offs, 4*i):u32(t.offs, 4*i+4)], st}
}

// packTable lays n records out, each written by put.
func packTable(n int, e *encoder, put func(i int)) []byte {
	offs := binary.LittleEndian.AppendUint32(nil, uint32(n))
	var data []byte
	for i := range n {
		offs = binary.LittleEndian.AppendUint32(offs, uint32(len(data)))
		e.b = e.b[:0]
		put(i)
		data = append(data, e.b...)
	}
	offs = binary.LittleEndian.AppendUint32(offs, uint32(len(data)))
	return append(offs, data...)
}

// index maps a 64-bit hash to a list of numbers: buckets by the high bits, in
// a bucket 32 further bits of the hash. Two names fall together once in 2^49.
type index struct {
	shift   uint
	buckets string // bucket -> first entry
	entries string // (32 bits of hash, first value)
	values  string
}

func openIndex(s string) index {
	if len(s) < 12 {
		return index{}
	}
	nb, ne := int(u32(s, 0)), int(u32(s, 4))
	b := 8 + 4*(nb+1)
	e := b + 8*(ne+1)
	return index{uint(64 - bits.TrailingZeros32(uint32(nb))), s[8:b], s[b:e], s[e:]}
}

// find gives the range of values under h; empty if there is none.
func (x *index) find(h uint64) (lo, hi int) {
	if x.buckets == "" {
		return 0, 0
	}
	b := int(h>>x.shift) * 4
	want := uint32(h)
	for i, end := u32(x.buckets, b), u32(x.buckets, b+4); i < end; i++ {
		if u32(x.entries, int(i)*8) == want {
			return int(u32(x.entries, int(i)*8+4)), int(u32(x.entries, int(i)*8+12))
		}
	}
	return 0, 0
}

func (x *index) value(i int) uint32 { return u32(x.values, 4*i) }

// packIndex lays a map out; the order of each list is kept.
func packIndex(m map[uint64][]uint32) []byte {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	nb := 1
	for nb < len(keys) {
		nb *= 2
	}
	nb = max(nb, 2)
	shift := uint(64 - bits.TrailingZeros32(uint32(nb)))
	le := binary.LittleEndian
	out := le.AppendUint32(le.AppendUint32(nil, uint32(nb)), uint32(len(keys)))
	at := 0
	for b := range nb + 1 {
		for at < len(keys) && keys[at]>>shift < uint64(b) {
			at++
		}
		out = le.AppendUint32(out, uint32(at))
	}
	var values []byte
	for _, k := range keys {
		out = le.AppendUint32(le.AppendUint32(out, uint32(k)), uint32(len(values)/4))
		for _, v := range m[k] {
			values = le.AppendUint32(values, v)
		}
	}
	out = le.AppendUint32(le.AppendUint32(out, 0), uint32(len(values)/4))
	return append(out, values...)
}

// rawHash is the hash of exact strings, for ids and classes.
func rawHash(parts ...string) uint64 {
	k := emptyKey
	for _, p := range parts {
		for i := range len(p) {
			k = (k ^ key(p[i])) * fnvPrime
		}
		k = (k ^ 0xff) * fnvPrime
	}
	return k.mix()
}
