package when

import (
	"strings"

	"dateline/lang"
)

// Costs of the way through the tree from a time to a trigger, in tenths. The
// time's governor is climbed up to the word that it and the trigger have in
// common, then down to the trigger. Parsers err most in where they hang times,
// so a noun on the way costs little; a finite clause costs too much.
const (
	maxCost    = 28
	farCost    = 60
	lightCost  = 5  // object or subject of a light or aspect verb: "held talks on Monday"
	argCost    = 15 // of another verb: "discussed the attack on Monday"
	timedCost  = 10 // a noun that takes its verb's time: "spoke at the summit on Monday"
	obliqueC   = 25 // another noun further down
	nounUp     = 10 // a noun between the time and its verb: "officials in Oslo Monday"
	nameUp     = 5
	conjCost   = 10
	openClause = 10 // xcomp
)

var lightVerbs = words(`hold have make take pay give begin start open end conclude go be visit attend arrive travel
	return embark come launch undertake conduct carry continue resume finish complete host wrap kick follow occur
	happen leave depart set schedule plan postpone cancel delay due take_place announce sign slate commence convene
	participate join lead meet suffer`)

var aspectVerbs = words(`continue begin start go come be have set schedule plan due expect resume help manage proceed
	slate intend prepare head travel fly arrive decide propose gather agree`)

// issueVerbs tell when words were given out.
var issueVerbs = words("date publish release issue post air broadcast send sign")

// timedNouns take place when their clause does.
var timedNouns = words(`summit meeting visit conference talk session forum ceremony exercise trip tour dialogue dinner
	lunch assembly workshop round negotiation consultation reception signing margin sideline congress council rally
	inauguration funeral briefing call conversation drill parade vote election convention gathering commemoration gala`)

// deedNouns are deeds in which another is done, whose time is then that of both: "voted
// in a 2031 referendum". What is done about them has a time of its own.
var (
	deedNouns = words("referendum ballot primary trial hearing debate attack raid operation strike coup battle ambush airstrike bombing shooting explosion blast massacre clash")
	inDeed    = words("in during at")
)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// pathCost is the cost of tying time t to the trigger, farCost if they do not
// belong together.
func (l *Layer) pathCost(t *Timex, trigger int) int {
	d := l.doc
	head := l.headOf(t)
	if trigger >= t.First && trigger < t.Last {
		return 0
	}
	if l.ofAnswered(t, trigger) {
		return farCost
	}
	gov := d.Tokens[head].Head
	if v := l.misjoined(t, gov); v >= 0 {
		gov = v
	}
	if v := l.judging(t, gov); v >= 0 {
		gov = v
	}
	if gov < 0 { // the time is the predicate: "the meeting will be in November"
		return l.downCost(head, trigger, true)
	}
	cost := 0
	if gov != trigger && l.attributive(t, gov) && !l.samePhrase(gov, trigger) && !timedNouns[d.Tokens[gov].Lemma] && l.markedBy(gov, within) == "" &&
		!(deedNouns[d.Tokens[gov].Lemma] && l.markedBy(gov, inDeed) != "") &&
		!(spokenNouns[d.Tokens[gov].Lemma] && l.markedBy(gov, spokenIn) != "") ||
		gov != trigger && l.attributive(t, gov) && l.markedBy(gov, aims) != "" {
		cost += farCost // the time of another thing: "under the 2015 deal"
	}
	for at, steps := gov, 0; at >= 0 && steps < 8; steps++ {
		if d.Dominates(at, trigger) {
			return cost + l.downCost(at, trigger, false)
		}
		if is(d.Tokens[at].Rel, "obl", "nmod", "advcl") && l.markedBy(at, otherTime) != "" || d.Tokens[at].Lemma == "ahead" {
			return farCost // "the first visit since the election last Friday"
		}
		cost += l.upCost(t, at, d.Tokens[at].Head == trigger)
		if cost > maxCost {
			return farCost
		}
		at = d.Tokens[at].Head
	}
	return farCost
}

// misjoined is the verb of "on Sunday President Lind signed", where the parser
// took the day for a part of the name behind it; -1 elsewhere.
func (l *Layer) misjoined(t *Timex, gov int) int {
	d := l.doc
	if gov < t.Last || gov-t.Last > 3 || t.Span.Days() != 1 || d.Tokens[gov].XPOS == "VBD" && d.Tokens[gov].Rel == "root" {
		return -1 // "The next day she flew" is joined well
	}
	switch {
	case dayPrep[l.before(t.First)] && (d.Tokens[gov].UPOS == "PROPN" || l.robbed(t, gov)), l.nextDay(t):
	default:
		return -1
	}
	for i := gov + 1; i < d.Sentences[d.Tokens[t.First].Sent].Last && i-gov < 14; i++ {
		if x := d.Tokens[i].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" {
			return i
		}
	}
	return -1
}

// judging is the verb of "dismissed the report as absurd on Sunday", where the parser took
// the day for a part of the judgement; -1 elsewhere.
func (l *Layer) judging(t *Timex, gov int) int {
	d := l.doc
	if gov < 0 || gov > t.First || d.Tokens[gov].UPOS != "ADJ" || l.markedBy(gov, asMark) == "" {
		return -1
	}
	for at, steps := d.Tokens[gov].Head, 0; at >= 0 && at < gov && steps < 3; at, steps = d.Tokens[at].Head, steps+1 {
		if d.Tokens[at].UPOS == "VERB" {
			return at
		}
	}
	return -1
}

// asMark stands in front of a judgement.
var asMark = words("as")

// robbed: the day opens the sentence and took the subject from its verb: "On
// Saturday police arrested him".
func (l *Layer) robbed(t *Timex, gov int) bool {
	v := l.doc.Tokens[gov].Head
	return t.First-1 == l.doc.Sentences[l.doc.Tokens[t.First].Sent].First && v > gov && l.doc.Tokens[v].UPOS == "VERB" && l.doc.Child(v, "nsubj") < 0
}

// nextDay: "The next morning rebels attacked": such a time opens the sentence and
// stands in front of no noun.
func (l *Layer) nextDay(t *Timex) bool {
	s := &l.doc.Sentences[l.doc.Tokens[t.First].Sent]
	return t.First == s.First && t.Last-t.First >= 2 && storyWords[l.low(t.Last-2)] && l.doc.Tokens[t.Last].UPOS != "PART"
}

// storyWords tell a day by that before it.
var storyWords = words("next following same previous")

// dayPrep stand in front of a day.
var dayPrep = words("on since")

// samePhrase: token i stands in the noun phrase of the trigger, in front of it:
// the union of "the December union summit".
func (l *Layer) samePhrase(i, trigger int) bool {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if i == trigger {
			return true
		}
		if t := &l.doc.Tokens[i]; !is(t.Rel, "compound", "flat", "amod", "nmod:poss", "nmod:desc") {
			return false
		}
		i = l.doc.Tokens[i].Head
	}
	return false
}

// attributive: the time stands in front of its noun.
func (l *Layer) attributive(t *Timex, gov int) bool {
	u := l.doc.Tokens[gov].UPOS
	return t.Last <= gov && gov-t.Last <= 4 && (u == "NOUN" || u == "PROPN") &&
		!lang.RelIs(l.doc.Tokens[l.headOf(t)].Rel, "obl")
}

// upCost is that of leaving token at for its head. last: its head is the trigger.
func (l *Layer) upCost(t *Timex, at int, last bool) int {
	tok := &l.doc.Tokens[at]
	switch {
	case is(tok.Rel, "obl", "nmod", "obj", "nsubj", "appos", "compound", "flat", "iobj", "nummod", "amod", "dep", "list", "fixed", "advmod"):
		if tok.UPOS == "PROPN" {
			return nameUp
		}
		return nounUp
	case is(tok.Rel, "xcomp"):
		if h := &l.doc.Tokens[tok.Head]; last && !aspectVerbs[h.Lemma] && !lightVerbs[h.Lemma] && h.UPOS == "VERB" {
			return 25 // "invites them to meet tomorrow": the time is the meeting's
		}
		return openClause
	case is(tok.Rel, "conj"):
		if tok.UPOS == "VERB" && last && l.ownClause(at) {
			return farCost // "is under sanctions and was condemned on Monday"
		}
		if tok.UPOS == "VERB" {
			return 25 // "met and left on Monday": the last verb's time is seldom the first's
		}
		return nounUp
	case is(tok.Rel, "acl"):
		if last && (lightVerbs[tok.Lemma] || aspectVerbs[tok.Lemma]) {
			return lightCost // "talks scheduled for Monday"
		}
		if !is(tok.Rel, "acl:relcl") && issueVerbs[tok.Lemma] && is(l.doc.Tokens[tok.Head].Rel, "obl") {
			return timedCost // "in a letter dated June 5, Norway asked"
		}
		if is(tok.Rel, "acl:relcl") && occurVerbs[tok.Lemma] {
			return nounUp // "the attack, which took place on Monday, killed nine"
		}
		if is(tok.Rel, "acl:relcl") {
			return 28
		}
		return 20
	case is(tok.Rel, "advcl"):
		if t.Last <= at && at-t.Last <= 1 {
			return 20 // "go on strike next week leading up to": hung on the wrong verb
		}
		return 28
	case is(tok.Rel, "cop", "aux"):
		return 0
	}
	return farCost
}

// ownClause reports whether verb v has a subject or an auxiliary of its own.
func (l *Layer) ownClause(v int) bool {
	for _, c := range l.doc.Children(v) {
		if is(l.doc.Tokens[c].Rel, "nsubj", "aux") {
			return true
		}
	}
	return false
}

// downCost is that of the way from token top down to the trigger.
func (l *Layer) downCost(top, trigger int, predicate bool) int {
	d := l.doc
	cost := 0
	for at, steps := trigger, 0; at != top; steps++ {
		tok := &d.Tokens[at]
		if tok.Head < 0 || steps > 8 {
			return farCost
		}
		if is(tok.Rel, "obl", "nmod", "advcl") && l.markedBy(at, otherTime) != "" {
			return farCost // "left last week, the first since the coup"
		}
		if is(tok.Rel, "conj") && (tok.XPOS == "VBD" || tok.XPOS == "VBZ") && l.nonFinite(tok.Head) {
			return farCost // joined to the wrong verb: "men involved in it in January and demanded"
		}
		cost += l.downStep(tok, &d.Tokens[tok.Head], predicate && tok.Head == top)
		if cost > maxCost {
			return farCost
		}
		at = tok.Head
	}
	return cost
}

// within mark what something else takes place in: "hacked during the May 2013 strike".
var within = words("during amid throughout")

// spokenNouns hold what was said or done in them: "warned in a June 3 letter".
var spokenNouns = words("alert letter statement speech interview address report memo message note tweet briefing broadcast post essay article op-ed order decree")

var spokenIn = words("in by through via")

// occurVerbs say of something that it was.
var occurVerbs = words("take occur happen hold")

// aims mark what something is done for: "select a candidate for the 2031 election".
var aims = words("for of against about")

// otherTime mark what has not the time of what stands over it.
// ofAnswered reports whether "in response to" and what it was stand between a trigger
// and a time behind: "recalls its envoy in response to the arrest of a man last week".
func (l *Layer) ofAnswered(t *Timex, trigger int) bool {
	for i := trigger + 2; i < t.First-2; i++ {
		if answers[fold(l.doc.Tokens[i].Form)] && fold(l.doc.Tokens[i-1].Form) == "in" {
			return true
		}
	}
	return false
}

var answers = words("response retaliation reaction reply revenge reprisal")

var otherTime = words("ahead after following since despite because amid before given until though although")

// nonFinite: a participle or infinitive without a finite auxiliary.
func (l *Layer) nonFinite(v int) bool {
	if x := l.doc.Tokens[v].XPOS; x != "VBN" && x != "VBG" && x != "VB" {
		return false
	}
	for _, c := range l.doc.Children(v) {
		if x := l.doc.Tokens[c].XPOS; is(l.doc.Tokens[c].Rel, "aux") && (x == "MD" || x == "VBD" || x == "VBZ" || x == "VBP") {
			return false
		}
	}
	return true
}

// downStep is that of one step from head h to its dependent t.
func (l *Layer) downStep(t, h *lang.Token, predicate bool) int {
	light := predicate || lightVerbs[h.Lemma]
	switch {
	case is(t.Rel, "obj", "nsubj"):
		if light {
			return lightCost
		}
		return argCost
	case is(t.Rel, "obl", "nmod", "iobj"):
		switch {
		case timedNouns[t.Lemma]:
			return timedCost
		case light:
			return timedCost
		case h.UPOS == "NOUN" && (lightNouns[h.Lemma] || timedNouns[h.Lemma]):
			return timedCost
		}
		return obliqueC
	case is(t.Rel, "xcomp"):
		if aspectVerbs[h.Lemma] {
			return lightCost
		}
		return 20
	case is(t.Rel, "conj"):
		return conjCost
	case is(t.Rel, "ccomp"):
		if aspectVerbs[h.Lemma] {
			return openClause
		}
		return farCost
	case is(t.Rel, "acl"):
		if predicate || is(t.Rel, "acl:relcl") {
			return 28
		}
		return 20
	case is(t.Rel, "advcl"):
		return 22
	case is(t.Rel, "parataxis"):
		return 30
	case is(t.Rel, "compound", "flat", "appos", "amod", "nmod:poss", "fixed", "dep", "advmod", "det", "case", "mark"):
		return nameUp
	}
	return farCost
}

var lightNouns = words(`round series day part start beginning end stop leg session visit trip tour meeting talk margin
	sideline`)

func is(rel string, wants ...string) bool {
	for _, w := range wants {
		if lang.RelIs(rel, w) {
			return true
		}
	}
	return false
}
