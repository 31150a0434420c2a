// Package where reads places: mention → place → state, and which of a text's
// places is the one of an event.
package where
