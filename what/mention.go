package what

import "dateline"

// Mention is one place of the text that tells of an event.
type Mention struct {
	Trigger                   int // token
	TriggerFirst, TriggerLast int // tokens of the trigger as a reader would mark it, Last exclusive
	Type                      dateline.Type
	Mode, CAMEO               string

	Actors, Recipients         []int // indices into who.Layer.Mentions
	ActorHeads, RecipientHeads []int // heads of participants that who has no mention for ("spy balloon")
	PlaceHead                  int   // token of the place that the frame itself gives (a visit to X), or -1

	Size *dateline.Size // how many, how much, where told; nil if not

	Status    dateline.Status
	StatusWhy []string
	Tensed    bool // the status rests on a finite verb rather than on a default
	Known     bool // violence told as known: "after the attack on the embassy"
	Aim       bool // planned only as the purpose of something done: "sent her to join the talks"

	Clause int    // head of the clause that holds the trigger
	Light  int    // light or aspect verb over a nominal trigger, or -1
	Rule   string // file:line of the row
}
