// Package said reads quotation and attribution: who says what to whom, direct
// and indirect, and which clauses hang on whose word.
package said
