package ledger

// Rules numbers the rules by which reports become occurrences. It is raised with
// every change of what [Compare], [Blocks], the canonical order, [Merge] or a
// report's words are: ledgers merged by other rules are then merged anew when
// they are next opened. TestRules notices a change that forgot it.
const Rules = 18

// Renew works out again what a report derives from its event, after it was read
// from a ledger of other rules.
func (r *Report) Renew() {
	r.Words = wordsOf(&r.Event)
	r.Prepare()
}
