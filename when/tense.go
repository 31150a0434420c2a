package when

// Direction of the clause around a time expression.
const (
	past    = -1
	open    = 0
	future  = 1
	planned = 2 // future by a plan word or a preposition: the firmest
	wasPlan = 3 // planned in the past: "had been due in February" tells nothing of the year
)

// direction tells whether the words [from, to) of the sentence look back or
// forward: by the preposition before them, then by the nearest verb to the
// left, then by the nearest to the right.
func (e *sentenceEnv) direction(from, to int) (dir, gap int, why string) {
	if from > 0 {
		switch w := e.words[from-1].low; {
		case from > 1 && e.list("until")[e.words[from-2].low+" "+w]:
			return planned, 0, "after " + e.words[from-2].low + " " + w
		case e.list("until")[w] && e.overThrough(from, to):
			return past, 0, "up to then"
		case e.list("until")[w]:
			return planned, 0, "after " + w
		case e.list("by")[w]:
			defer func() {
				if dir != past {
					dir, gap, why = planned, 0, "after "+w
				}
			}()
		case e.list("since")[w], from > 1 && e.list("since")[e.words[from-2].low+" "+w]: // "back in May"
			return past, 0, "after " + w
		}
	}
	if e.deadline(from) {
		return planned, 0, "a deadline"
	}
	if e.thanForeseen(from) {
		return past, 0, "behind than"
	}
	if e.attributive(from, to) {
		return open, 0, ""
	}
	if e.parsed && !e.behindSince(from) {
		f, l := int(e.words[from].tok), int(e.words[to-1].last)+1
		if d, why, ok := e.treeDirection(f, l); ok {
			gap := e.verbGap(from)
			if d > open && gap <= 1 && !e.owns(to) && e.xpos(from-gap-1) == "VBD" && !e.list("planpart")[e.words[from-gap-1].low] {
				return past, gap, "next to " + e.words[from-gap-1].low // "said in May that he might go"
			}
			if from <= 2 {
				gap = min(gap, max(0, e.gapBehind(to)-2)) // the subject stands between
			}
			return d, gap, why
		}
	}
	for i := from - 1; i >= 0 && from-i < 40; i-- {
		if e.words[i].low == ";" || e.words[i].low == ":" {
			break
		}
		if from-i <= 5 && e.list("since")[e.words[i].low] { // "since Oslo in November"
			return past, 0, "behind " + e.words[i].low
		}
		if d, ok := e.verbAt(i, from); ok {
			return d, from - i - 1, "verb " + e.words[i].low
		}
	}
	for i := to; i < len(e.words) && i-to < 25; i++ {
		if w := e.words[i].low; w == ";" || w == ":" {
			break
		}
		if d, ok := e.verbAt(i, len(e.words)); ok {
			return d, i - to, "verb " + e.words[i].low
		}
	}
	return open, 0, ""
}

// overThrough: an amount of time that is over at the words: "in the 12 months
// through February, prices rose".
func (e *sentenceEnv) overThrough(from, to int) bool {
	if from < 3 || !e.list("rangethrough")[e.words[from-1].low] && !e.list("rangeto")[e.words[from-1].low] || !e.amountWord(from-2) {
		return false
	}
	return e.pastBehind(to) || e.pastBefore(from)
}

// amountWord: the word is a plural unit: "months".
func (e *sentenceEnv) amountWord(i int) bool {
	for _, en := range e.g.words[e.words[i].low] {
		if en.node.kind == kUnit && en.node.plural {
			return true
		}
	}
	return false
}

// owns: a possessive stands behind the time, "Saturday's game": the verb in
// front of it is not its own.
func (e *sentenceEnv) owns(to int) bool {
	return to < len(e.words) && e.list("possessive")[e.words[to].low]
}

// thanForeseen: "less than forecast in July".
func (e *sentenceEnv) thanForeseen(from int) bool {
	if from < 3 || e.words[from-3].low != "than" && (from < 4 || e.words[from-4].low != "than") {
		return false
	}
	x := e.xpos(from - 2)
	return x == "VBN" || x == "VBD" || e.list("planpart")[e.words[from-2].low]
}

// deadline: "a deadline of Thursday".
func (e *sentenceEnv) deadline(from int) bool {
	return from > 1 && e.list("deadline")[e.words[from-2].low] && e.list("deadlineprep")[e.words[from-1].low]
}

// fromNow is "in" or "within" for a preposition by which an amount of time may
// count from now.
func (e *sentenceEnv) fromNow(from int) string {
	switch {
	case e.list("article")[e.words[from].low] && !e.list("onearticle")[e.words[from].low]:
		return "" // "in the decade after the war"
	case from > 0 && e.list("inamount")[e.words[from-1].low]:
		if e.superlative(from - 1) {
			return "" // "the first visit in 24 years"
		}
		return "in"
	case from > 0 && e.list("withinamount")[e.words[from-1].low]:
		return "within"
	}
	return ""
}

// superlative: "first", "worst" and the like stand up to nine words in front.
func (e *sentenceEnv) superlative(from int) bool {
	for i := from - 1; i >= 0 && from-i < 10; i-- {
		if w := e.words[i].low; e.list("superlative")[w] || e.g.hasSuffix("superlativesuffix", w) && len(w) > 5 {
			return true
		}
	}
	return false
}

// thing: word i is a noun that is no time, as in "the pact of 1934".
func (e *sentenceEnv) thing(i int) bool {
	x, w := e.xpos(i), e.words[i].low
	if x == "" { // without tags, any word of letters is taken for a noun
		return w[0] >= 'a' && w[0] <= 'z' && !e.timeWord(i) && !e.list("verbs")[w]
	}
	return x[0] == 'N' && !e.timeWord(i)
}

// aside: "the 1815 treaty", "the Treaty of 1815", "the pact of 1815".
func (e *sentenceEnv) aside(from int) bool {
	return from > 0 && e.list("article")[e.words[from-1].low] ||
		from > 1 && e.list("asideprep")[e.words[from-1].low] && e.words[from-2].low != "as" && (e.words[from-2].upper || e.thing(from-2))
}

// behindSince: "since Oslo in November".
func (e *sentenceEnv) behindSince(from int) bool {
	for i := from - 1; i >= 0 && from-i <= 5; i-- {
		if e.list("since")[e.words[i].low] {
			return true
		}
	}
	return false
}

// verbGap is the number of words between the nearest verb to the left and the time.
func (e *sentenceEnv) verbGap(from int) int {
	for i := from - 1; i >= 0 && from-i < 12; i-- {
		if x := e.xpos(i); x != "" && x[0] == 'V' {
			return from - i - 1
		}
	}
	return 12
}

// attributive: "a June agreement": the verb's tense tells nothing about it.
func (e *sentenceEnv) attributive(from, to int) bool {
	if from == 0 || to >= len(e.words) || !e.list("article")[e.words[from-1].low] {
		return false
	}
	w := &e.words[to]
	if x := e.xpos(to); x != "" {
		return x[0] == 'N'
	}
	return w.low[0] >= 'a' && w.low[0] <= 'z' && !w.upper && !e.list("nominal")[w.low] && !e.list("opensclause")[w.low]
}

func (e *sentenceEnv) list(name string) map[string]bool { return e.g.guards[name] }

// verbAt looks for evidence of tense in word i; limit ends the look ahead.
func (e *sentenceEnv) verbAt(i, limit int) (int, bool) {
	w := e.words[i].low
	switch {
	case e.list("plan")[w] && !e.timeWord(i):
		if x := e.xpos(i); x != "" && x[0] == 'N' {
			return open, false // "plans for February were dropped": the verb tells
		}
		return planned, true
	case e.list("planpart")[w]:
		if e.plans(i) {
			return e.pastPlan(i), true
		}
		if e.xpos(i) != "" && e.xpos(i) != "VBD" {
			return open, false
		}
	case e.list("modal")[w] && (!e.words[i].upper || i == 0):
		return e.modal(i)
	case e.list("infinitive")[w] && e.baseVerb(i+1, limit):
		return future, true
	case e.list("pastaux")[w]:
		return e.modalBefore(i, past), true
	case e.list("presentaux")[w]:
		if e.participleNear(i, limit) {
			return past, true
		}
		return e.modalBefore(i, open), true
	}
	switch e.xpos(i) {
	case "VBD":
		return e.modalBefore(i, past), true
	case "VBN":
		return e.modalBefore(i, past), true
	case "VB":
		return e.modalBefore(i, open), true
	case "VBZ", "VBP":
		return open, true
	case "":
		if e.list("past")[w] || e.g.hasSuffix("pastsuffix", w) && len(w) > 4 && !e.words[i].upper && !e.list("noted")[w] {
			return e.modalBefore(i, past), true
		}
	}
	return open, false
}

// plans tells whether "set", "planned", "expected" speak of a plan: behind a
// form of "be" or in front of "for".
func (e *sentenceEnv) plans(i int) bool {
	if i+1 < len(e.words) && e.list("planprep")[e.words[i+1].low] && e.xpos(i) != "VBD" {
		return true
	}
	return i > 0 && e.list("be")[e.words[i-1].low]
}

// pastPlan tells a plan that was from one that is.
func (e *sentenceEnv) pastPlan(i int) int {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if e.list("pastaux")[e.words[k].low] {
			return wasPlan
		}
	}
	return planned
}

// modal: "would have" and "could have" look back.
func (e *sentenceEnv) modal(i int) (int, bool) {
	if i+1 < len(e.words) && e.words[i+1].low == "have" {
		return past, true
	}
	return future, true
}

// modalBefore looks up to four words left of a verb for what turns it around.
func (e *sentenceEnv) modalBefore(i, dir int) int {
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		w := e.words[k].low
		switch {
		case isPunct(w) && w != "'" && w != "-":
			return dir
		case e.list("modal")[w] && !e.words[k].upper:
			return future
		case e.list("plan")[w]:
			return planned
		case e.list("planpart")[w] && e.plans(k):
			return e.pastPlan(k)
		case e.list("infinitive")[w] && k == i-1 || e.list("infinitive")[w] && e.words[k+1].low == "be":
			return future
		}
	}
	return dir
}

// baseVerb tells whether "to" at i-1 opens an infinitive.
func (e *sentenceEnv) baseVerb(i, limit int) bool {
	if i >= limit || i >= len(e.words) {
		return false
	}
	if x := e.xpos(i); x != "" {
		return x == "VB" || x == "RB"
	}
	w := &e.words[i]
	return !w.upper && w.low[0] >= 'a' && !e.list("nominal")[w.low] && !e.timeWord(i)
}

// participleNear: "has" with a participle behind it.
func (e *sentenceEnv) participleNear(i, limit int) bool {
	if !e.list("perfect")[e.words[i].low] {
		return false
	}
	for k := i + 1; k < limit && k < len(e.words) && k-i <= 4; k++ {
		w := e.words[k].low
		if x := e.xpos(k); x == "VBN" || x == "" && (e.g.hasSuffix("pastsuffix", w) || e.list("past")[w] || w == "been") {
			return true
		}
	}
	return false
}

func (e *sentenceEnv) xpos(i int) string {
	if e.doc == nil {
		return ""
	}
	return e.doc.Tokens[e.words[i].tok].XPOS
}

func (e *sentenceEnv) timeWord(i int) bool {
	for _, en := range e.g.words[e.words[i].low] {
		if en.node.kind != kCode {
			return true
		}
	}
	return false
}
