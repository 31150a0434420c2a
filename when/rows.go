package when

import (
	"fmt"
	"strconv"
	"strings"
)

// element is one place of a right-hand side.
type element struct {
	syms     []int
	optional bool
	glued    bool // no white space before it
}

// addRow reads
//
//	DATE <- MONTH DD ,? YEAR => date $4 $1 $2 {next!=@noun} | June 18, 2031 = 2031-06-18
//
// Capitals are categories, other words stand for themselves; (a|b) is a choice,
// a final ? makes a part optional, a leading ~ wants no white space before it.
// Braces hold guards on the neighbours; the example is run as a test.
func (g *grammar) addRow(place, line string) error {
	lhs, rest, _ := strings.Cut(line, "<-")
	body, example, hasExample := strings.Cut(rest, " | ")
	rhs, act, ok := strings.Cut(body, "=>")
	if !ok {
		return fmt.Errorf("no => in row")
	}
	if !hasExample {
		return fmt.Errorf("row without an example")
	}
	r := &row{place: place, rank: len(g.rows)}
	r.example, r.want, ok = cutLast(example, " = ")
	if !ok {
		return fmt.Errorf("example wants: text = value")
	}
	if i := strings.IndexByte(act, '{'); i >= 0 {
		gs, err := g.parseGuards(act[i:])
		if err != nil {
			return err
		}
		r.guards, act = gs, act[:i]
	}
	els, err := g.parseElements(strings.Fields(rhs))
	if err != nil {
		return err
	}
	if err := r.parseAction(act, len(els)); err != nil {
		return err
	}
	name := strings.TrimSpace(lhs)
	if !isCat(name) {
		return fmt.Errorf("left side %q is no category", name)
	}
	r.lhs = g.sym(name)
	g.rows = append(g.rows, r)
	return g.insert(els, r)
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):]), true
}

func (g *grammar) parseElements(fs []string) ([]element, error) {
	if len(fs) == 0 {
		return nil, fmt.Errorf("empty right side")
	}
	var els []element
	for _, f := range fs {
		var e element
		if len(f) > 1 && f[0] == '~' {
			e.glued, f = true, f[1:]
		}
		if len(f) > 1 && strings.HasSuffix(f, "?") {
			e.optional, f = true, f[:len(f)-1]
		}
		if len(f) > 1 && strings.Count(f, "(") != strings.Count(f, ")") {
			return nil, fmt.Errorf("choice %q: no spaces within ( )", f)
		}
		if len(f) > 2 && f[0] == '(' && f[len(f)-1] == ')' {
			f = f[1 : len(f)-1]
		}
		for _, a := range strings.Split(f, "|") {
			switch {
			case a == "":
				return nil, fmt.Errorf("empty choice in %q", f)
			case isCat(a):
				e.syms = append(e.syms, g.sym(a))
			default:
				e.syms = append(e.syms, g.literal(a))
			}
		}
		els = append(els, e)
	}
	return els, nil
}

func (r *row) parseAction(act string, parts int) error {
	fs := strings.Fields(act)
	if len(fs) == 0 {
		return fmt.Errorf("no action")
	}
	r.action = actions[fs[0]]
	if r.action == nil {
		r.action = compounds[fs[0]]
	}
	if r.action == nil {
		return fmt.Errorf("unknown action %q", fs[0])
	}
	for _, f := range fs[1:] {
		if f[0] != '$' {
			r.args = append(r.args, arg{fixed: fixedNode(f)})
			continue
		}
		if len(r.args) == maxArgs {
			return fmt.Errorf("more than %d arguments", maxArgs)
		}
		n := 0
		if _, err := fmt.Sscanf(f, "$%d", &n); err != nil || n < 1 || n > parts {
			return fmt.Errorf("argument %q: the row has %d parts", f, parts)
		}
		r.args = append(r.args, arg{part: n})
	}
	return nil
}

// insert adds all spellings of a right-hand side to the trie.
func (g *grammar) insert(els []element, r *row) error {
	slots := make([]int8, len(els))
	count := 0
	var walk func(at *state, i, used int) error
	walk = func(at *state, i, used int) error {
		if i == len(els) {
			if count++; count > 4000 {
				return fmt.Errorf("row has too many spellings")
			}
			if used == 0 {
				return fmt.Errorf("all parts are optional")
			}
			at.done = append(at.done, completion{r, append([]int8(nil), slots...)})
			return nil
		}
		e := els[i]
		if e.optional {
			slots[i] = -1
			if used > 0 || anyNeeded(els[i+1:]) {
				if err := walk(at, i+1, used); err != nil {
					return err
				}
			}
		}
		slots[i] = int8(used)
		for _, s := range e.syms {
			if err := walk(at.to(s, e.glued && used > 0), i+1, used+1); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(g.root, 0, 0)
}

func anyNeeded(els []element) bool {
	for _, e := range els {
		if !e.optional {
			return true
		}
	}
	return false
}

func (s *state) to(sym int, glued bool) *state {
	for _, e := range s.next {
		if e.sym == sym && e.glued == glued {
			return e.to
		}
	}
	t := &state{}
	s.next = append(s.next, edgeTo{sym, glued, t})
	return t
}

// fixedNode is a constant of an action: a code, or a number; "+1s" is an offset
// that hangs on the story.
func fixedNode(s string) *node {
	if s == "-" {
		return nil
	}
	n := &node{kind: kCode, code: s, mod: s}
	if partNames[s] != "" || s == "DT" {
		n.part = s
	}
	num := strings.TrimSuffix(s, "s")
	if k, err := strconv.Atoi(num); err == nil {
		n.offset, n.num = k, float64(k)
		if num != s {
			n.anchor = onStory
		}
	}
	return n
}
