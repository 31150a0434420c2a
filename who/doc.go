// Package who reads actors: which pieces of a text refer to somebody, which of
// them to the same one, whom they act for, and which office they held then.
package who
