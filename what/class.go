package what

import (
	"fmt"
	"strings"
)

// Class is a named set of words that a filler's head may be: "sanctions",
// "arms". An entry of two words asks for a modifier before the head ("peace
// deal"), one with "of" for a complement ("state of emergency").
type Class struct {
	Name string
	file string
	line int

	heads   map[string]bool
	phrases []phrase
	parts   []string // names of classes that belong to it
	used    bool
}

// phrase is a head with a modifier before it or a complement after "of".
type phrase struct{ head, mod, of string }

// addClass reads "name | words, of several words, {other class}".
func (t *Tables) addClass(l line) error {
	if len(l.cells) != 2 {
		return l.errorf("want `name | word, word, {class}`, got %d columns", len(l.cells))
	}
	if t.Classes[l.cells[0]] != nil {
		return l.errorf("class %s stands twice", l.cells[0])
	}
	c := &Class{Name: l.cells[0], file: l.file, line: l.n, heads: map[string]bool{}}
	for e := range strings.SplitSeq(l.cells[1], ",") {
		w := strings.Fields(e)
		switch {
		case len(w) == 0:
		case len(w) == 1 && w[0][0] == '{':
			c.parts = append(c.parts, strings.Trim(w[0], "{}"))
		case len(w) == 1:
			c.heads[w[0]] = true
		case len(w) == 2:
			c.phrases = append(c.phrases, phrase{head: w[1], mod: w[0]})
		case len(w) == 3 && w[1] == "of":
			c.phrases = append(c.phrases, phrase{head: w[0], of: w[2]})
		default:
			return l.errorf("class %s: entry %q: want a word, `modifier head` or `head of word`", c.Name, strings.TrimSpace(e))
		}
	}
	t.Classes[c.Name] = c
	return nil
}

// link resolves the names of classes and finds rows that can never win.
func (t *Tables) link() []error {
	var errs []error
	t.known = map[string]bool{}
	for _, rows := range [][]*Row{t.Verbs, t.Nouns, t.Lights} {
		for _, r := range rows {
			t.known[r.Lemma] = true
			for _, s := range r.Slots {
				for _, c := range s.Classes {
					for _, w := range c.words {
						t.known[w] = true
					}
				}
			}
		}
	}
	for _, s := range t.Status {
		t.known[s.Lemma] = true
	}
	for _, c := range t.Classes {
		for w := range c.heads {
			t.known[w] = true
		}
		for _, p := range c.phrases {
			t.known[p.head] = true
		}
	}
	for _, c := range t.Classes {
		for _, p := range c.parts {
			if t.Classes[p] == nil {
				errs = append(errs, tableError{c.file, c.line, fmt.Sprintf("class %s has no part {%s}", c.Name, p)})
			} else {
				t.Classes[p].used = true
			}
		}
	}
	for _, rows := range [][]*Row{t.Verbs, t.Nouns, t.Lights} {
		for _, r := range rows {
			for _, s := range r.Slots {
				for _, ref := range s.Classes {
					if ref.class == "" {
						continue
					}
					if t.Classes[ref.class] == nil {
						errs = append(errs, tableError{r.File, r.Line, fmt.Sprintf("slot %s: there is no class {%s}", s.Name, ref.class)})
						continue
					}
					t.Classes[ref.class].used = true
				}
			}
		}
	}
	return errs
}

// inClass reports whether the noun or verb at tok belongs to a class.
func (r *reader) inClass(name string, tok int) bool {
	c := r.tabs.Classes[name]
	if c == nil {
		return false
	}
	lemma := r.lemma(tok)
	if c.heads[lemma] {
		return true
	}
	for _, p := range c.phrases {
		if p.head == lemma && (p.mod != "" && r.hasModifier(tok, p.mod) || p.of != "" && r.hasComplement(tok, p.of)) {
			return true
		}
	}
	for _, part := range c.parts {
		if r.inClass(part, tok) {
			return true
		}
	}
	return false
}

func (r *reader) hasModifier(n int, lemma string) bool {
	for _, c := range r.doc.Children(n) {
		if int(c) < n && r.lemma(int(c)) == lemma {
			return true
		}
	}
	return false
}

func (r *reader) hasComplement(n int, lemma string) bool {
	for _, c := range r.doc.Children(n) {
		if int(c) > n && base(r.doc.Tokens[c].Rel) == "nmod" && r.lemma(int(c)) == lemma {
			return true
		}
	}
	return false
}

func lowerEq(a, b string) bool { return a == b || strings.EqualFold(a, b) }
