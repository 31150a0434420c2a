// Package what finds the events of a text: who did what to whom, and whether it
// happened, is going on, is planned, was put off or is denied.
//
// The knowledge stands in the tables of what/tables, as a political scientist
// would write it: a verb or noun, the places around it in the sentence and who
// may fill them, and the PLOVER type, mode and CAMEO code that it then means.
// The engine walks the dependency tree once, fills the frames of every word
// that some table knows, lets the most specific row win, and works out the
// status in one place (status.go) from the verbs, auxiliaries and words above
// and around the trigger.
//
// "Norland's minister agreed to visit Sudria" has two triggers: "agreed"
// (AGREE, happened) and "visit" (CONSULT, visit), whose subject comes down from
// "agreed", whose place and recipient is Sudria and which, under "agreed", is
// planned. See docs/what.md for the tables.
//
// Which file holds what:
//
//   - the tables, loaded and checked: tables, table, row, class, codes, score, check, example,
//     coverage
//   - from trigger to row: read, lemma, misread, phrase, frame, frame_verb, frame_noun, borrow,
//     light, match
//   - what is said or done with words: speech (what is told another), dealings (refusals, slurs,
//     topics, measures)
//   - who takes part: take, party, agency (who is behind a thing that acts), participle and control (subjects
//     handed down), joined (lists), company (those along), counterpart (the untold side of
//     talks), told (sides that the text named before), speaker (who speaks in a document), doers (of passives), orders (what
//     is done by whoever has it done), blamed (whom a measure punishes), meant (doers of a deed told
//     before), toward and toward_text (to whom a deed was done: in the sentence, in the text)
//   - what stays an event: keep, outcome, extradition (that has yet to come), idle, aim (what is only tried or talked of), adopted
//     (who speaks in a resolution), worth, violence (what is, who bears arms), background (deeds told in passing), fate (meetings whose sides are not told)
//   - status: status, status_noun, status_pred, climb (the words above), settle (its days)
//   - what leaves: mention, size
package what
