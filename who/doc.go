// Package who reads actors: which pieces of a text refer to somebody, which of
// them to the same one, whom they act for, and which office they held then.
//
// "Norway's foreign minister Ada Lind met her Danish counterpart. She said that
// the two countries agreed." has the entities Ada Lind (person, NOR, foreign
// minister), "Danish counterpart" (person, DNK, foreign minister, with the holder
// of the day if the facts know one), Norway and Denmark; "her" and "She" are Ada
// Lind, "the two countries" both states.
//
// Read does all of it in one pass from left to right; docs/who.md tells how. The
// tree's tokens lead to what it found: [Layer.At], [Layer.Resolve],
// [Layer.Actor]; [Layer.Chains] is for measuring coreference.
//
// Which file holds what, in the order of a reading:
//
//   - the way in and out: reader (the pass, ids), layer (what is found), actor (the record's
//     form), chain (everything spoken of, for measuring), tables (nouns, offices, bodies)
//   - known names: names (states, bodies, towns of the facts), lands (lands within states,
//     continents), acronym (short names in brackets), shouted (lines in capitals), outside
//     (title, publisher, where one goes)
//   - persons' names: people (which stretches), trim (what does not belong to them), particle,
//     surname (those the model missed), title (the office before them)
//   - one person: person (name with title), shared (what joined names have in common), term
//     (offices that are over, told behind), link (ties to the facts), wellknown (names that are
//     one person's only)
//   - phrases: mention (which tokens hold one), phrase (their full name), nominal (offices), role
//     (people by what they do), body (organizations), bodystate (whom they act for), bank,
//     member (of parliaments, movements), state (whose a phrase is)
//   - several: plural ("the two leaders", "officials from Chile and Peru"), group (who acts
//     together), counterpart
//   - who is meant: office (holders in the text), onday (of the day of an event), coref
//     (pronouns), binding (what a pronoun cannot or must mean), speaker ("I", "we"), joint
//     (who puts a statement out together)
package who
