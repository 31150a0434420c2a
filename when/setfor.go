package when

// Days that are set without a word of plan at their verb: "scheduled a hearing for
// Monday", "the deadline is Monday", "is being sworn in Friday".

// setFor: somebody sets something "for Monday", or asks for it "by Monday".
func (e *sentenceEnv) setFor(from int) bool {
	if from < 2 {
		return false
	}
	w := e.words[from-1].low
	if !e.list("forday")[w] && !e.list("by")[w] {
		return false
	}
	verbs := e.list("setfor")
	if e.list("by")[w] {
		verbs = e.list("demand")
	}
	for i := from - 2; i >= 0 && from-i <= 9; i-- {
		if x := e.xpos(i); x == "" || x[0] != 'V' {
			continue
		}
		if e.behindHad(i) || e.xpos(i) == "VBN" && !e.list("by")[w] { // "planned for Monday": the plan words know
			return false
		}
		return verbs[e.words[i].low] && (i < 1 || !e.list("pastaux")[e.words[i-1].low] || e.list("by")[w])
	}
	return false
}

// beingSet: "the deadline is Monday", "Monday is a holiday", "faces a Monday
// deadline", "is meeting Lind on Monday".
func (e *sentenceEnv) beingSet(from, to int) bool {
	now := e.list("progressive")
	at := func(i int) string {
		if i < 0 || i >= len(e.words) {
			return ""
		}
		return e.words[i].low
	}
	switch {
	case from > 0 && now[at(from-1)] && (to == len(e.words) || isPunct(at(to))):
		return true
	case from == 0 && now[at(to)] && e.xpos(to) != "POS" && to+1 < len(e.words) && e.xpos(to+1) != "VBG":
		return true
	case e.list("deadline")[at(to)]:
		for i := from - 1; i >= 0 && from-i <= 4; i-- {
			if x := e.xpos(i); x == "VBZ" || x == "VBP" {
				return true
			}
		}
		return false
	}
	for i := from - 1; i > 0 && from-i <= 6; i-- {
		if x := e.xpos(i); x != "" && x[0] == 'V' {
			if x == "VBN" && e.xpos(i-1) == "VBG" { // "is being sworn in"
				i--
				x = "VBG"
			}
			return x == "VBG" && now[at(i-1)] && e.xpos(i-1) != "POS"
		}
	}
	return false
}
