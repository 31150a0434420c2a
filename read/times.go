package read

import (
	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/when"
)

// Times reads the times of an article alone, as a whole reading has them: with
// the days of the summits and terms of office that the facts know. Offsets are
// bytes of the article's text. Of the options, WithFacts counts.
func Times(a *dateline.Article, opts ...Option) *when.Layer {
	return timesOf(lang.Parse(a.Text, a.Paragraphs), a, optionsOf(opts).known())
}

// timesOf reads the times of an article that is parsed.
func timesOf(doc *lang.Doc, a *dateline.Article, f *facts.Facts) *when.Layer {
	return when.Read(doc, a.Date, when.WithAnchors(anchors{f}))
}
