// Package read is the one call that everybody uses: an article goes through
// all rooms, and a record comes out.
//
// Rooms find mentions; a record holds occurrences. This package joins the
// mentions of one occurrence, gives each field of the joined event its most
// exact value, dates and places what the text leaves to its reader, ties events
// to one another, and points out where the article contradicts itself.
//
//	"Lind is to meet Berg in Oslo on Monday. … The two are set to talk at noon."
//
// is one event with two pieces of evidence: planned, Oslo, Monday, noon.
//
// Which file holds what, in the order of a reading (docs/read.md tells how):
//
//   - the way in: article, explain, times, option, rooms, warm
//   - sentences for what has none: prose, headline (titles), rows (tables), glued (cards)
//   - who and when beforehand: byline (who signs), hosts, appointed, cataphor (named later),
//     anchors (days of summits and terms)
//   - mentions beside the frames: presence (where somebody is), guests, links, parties (of
//     agreements), conference
//   - one mention: tell, mode, speech, legs (journeys taken apart), company, crowd, fate (whose
//     trip fell through); its time: circumstance, background, fitting, effect (when measures begin); its place: locate
//   - joining mentions: merge, whole (nouns that stand for a deed), same, anew (told in words that name nobody), titled (what the title tells), claim (attacks claimed),
//     leaving (resignations)
//   - what events lend each other: setting, placing, ground (deeds without a place), onday
//     (offices of the day)
//   - which are entered: follow (earlier ones), worth, phrases (turns of speech), asked, unknown
//     (deeds of nobody known), general (deeds of a kind), lawlike (what may be done to anybody),
//     always (what is so, what offices are for), business
//   - what leaves: relate, confidence, doubt, dispute, weekday, record
package read
