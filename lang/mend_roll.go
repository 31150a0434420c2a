package lang

// member is one of a list of persons: the words of the title and the name.
type member struct{ first, name, last int }

// mendRoll joins persons with their titles at the head of a sentence to one subject:
// "Premier Ada Lind, Deputy Premier Bo Ek and Minister for Trade Inga Holm visit Oslo".
// Trees tend to make of them one person with two appositions.
func (d *Doc) mendRoll(s *Sentence) bool {
	roll, end := d.roll(s)
	if len(roll) < 2 {
		return false
	}
	subject, right := -1, true
	for k, m := range roll {
		t := &d.Tokens[m.name]
		if RelIs(t.Rel, "nsubj") && t.Head >= end {
			subject = m.name
		}
		right = right && (k == 0 && subject == m.name || k > 0 && t.Rel == "conj" && t.Head == roll[0].name)
	}
	if subject < 0 || right {
		return false
	}
	head := roll[0].name
	v, rel := d.Tokens[subject].Head, d.Tokens[subject].Rel
	for k, m := range roll {
		if k == 0 {
			d.Tokens[head].Head, d.Tokens[head].Rel = v, rel
		} else {
			d.Tokens[m.name].Head, d.Tokens[m.name].Rel = head, "conj"
			for i := roll[k-1].last; i < m.first; i++ { // the comma, the "and"
				d.Tokens[i].Head = m.name
			}
		}
		d.gather(m)
	}
	return true
}

// gather hangs the words of a title and of a name on the name where the tree has hung
// them on something else.
func (d *Doc) gather(m member) {
	for i := m.first; i < m.last; i++ {
		t := &d.Tokens[i]
		if i == m.name || t.Head >= m.first && t.Head < m.last && t.Head != i {
			continue
		}
		t.Head = m.name
		switch {
		case i > m.name:
			t.Rel = "flat"
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			t.Rel = "nmod:desc"
		case t.UPOS == "ADJ":
			t.Rel = "amod"
		case t.UPOS == "ADP":
			t.Rel = "case"
		}
	}
}

// roll reads the list of persons that a sentence begins with, and where it ends; none if
// it is no such list or its last member has no "and".
func (d *Doc) roll(s *Sentence) (roll []member, end int) {
	const longestTitle = 12
	and := false
	for i := s.First; i < s.Last; {
		n := d.personFrom(i, min(i+longestTitle, s.Last))
		if n == nil {
			return nil, 0
		}
		roll = append(roll, member{i, n.First, n.Last})
		i = n.Last
		if and {
			return roll, i
		}
		if i < s.Last && d.Tokens[i].Form == "," {
			i++
		}
		if i < s.Last && d.Tokens[i].Form == "and" {
			and = true
			i++
		} else if i == n.Last {
			return nil, 0
		}
	}
	return nil, 0
}

// personFrom is the person's name behind a title that begins at a token, nil if
// something stands between that is no title.
func (d *Doc) personFrom(first, limit int) *Name {
	for i := first; i < limit; i++ {
		if n := d.NameAt(i); n != nil && n.Kind == PER {
			if n.First != i || n.Last < len(d.Tokens) && (d.Tokens[n.Last].UPOS == "NOUN" || d.Tokens[n.Last].UPOS == "PROPN" || d.Tokens[n.Last].UPOS == "PART") {
				return nil // "the Lind administration"
			}
			return n
		}
		switch d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "CCONJ":
		default:
			return nil
		}
	}
	return nil
}
