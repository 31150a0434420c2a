// Package ledger keeps one record of all that was read.
//
// Articles and their readings are only ever added. What one article tells of
// one occurrence is a [Report]; an [Occurrence] is what all reports of it say
// together, and is computed from them by a deterministic fold:
//
//  1. Two reports are joined by an edge if nothing tells them apart and enough
//     holds them together ([Compare]). Edges do not depend on the order of
//     arrival, so neither do the components of the graph that they make.
//  2. Inside a component reports are taken in a canonical order, the most
//     exactly dated first, and each goes to the first occurrence all of whose
//     reports it agrees with, or founds one ([Fold]).
//
// A new report therefore touches only its own component, the record of a past
// day is the fold of the reports published until then, and any id that was
// ever given leads to an occurrence: an occurrence is named after its founder,
// and every report knows where it went.
//
// "Lind will visit Sudria on Tuesday" (Sunday), "Lind puts off her visit to
// Sudria" (Monday): two reports, one occurrence, history planned → postponed.
package ledger
