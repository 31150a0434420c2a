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
package who
