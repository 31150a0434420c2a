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
package what
