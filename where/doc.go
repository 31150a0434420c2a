// Package where reads places: mention → place → state, and which of a text's
// places is the one of an event.
//
// In "The envoys met officials in Lima after the attack in Quito", [Layer.Of] of
// "met" is Lima, Peru, and of "attack" Quito, Ecuador. docs/where.md tells how.
package where
