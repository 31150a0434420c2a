package main

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline"
	"dateline/article"
	"dateline/export"
	"dateline/facts"
	"dateline/lang"
	"dateline/score"
	"dateline/when"
	"dateline/who"
)

// splits are the parts of the data to measure on.
func (o benchOptions) splits() []string {
	if o.tests {
		return []string{"dev", "test"}
	}
	return []string{"dev"}
}

// benchLang scores words, tags and trees from raw text, F1 in percent.
func benchLang(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"set", "words", "tokens", "sentences", "UPOS", "XPOS", "feats", "lemmas", "UAS", "LAS", "words/s"}}
	for _, split := range o.splits() {
		rows, err := score.Treebanks(o.shared, split, func(text string) *lang.Doc { return lang.Parse(text, nil) })
		if err != nil {
			return f, err
		}
		for _, r := range rows {
			f.add(r.Set, r.Words, r.Tokens, r.Sentences, r.UPOS, r.XPOS, r.Feats, r.Lemma, r.UAS, r.LAS, fmt.Sprintf("%.0f", float64(r.Words)/r.Took.Seconds()))
		}
	}
	return f, ctx.Err()
}

// benchNames scores persons, organizations and places from raw text.
func benchNames(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"set", "gold", "found", "precision", "recall", "F1"}}
	for _, split := range o.splits() {
		rows, err := score.Names(o.shared, split, func(text string) *lang.Doc { return lang.Parse(text, nil) })
		if err != nil {
			return f, err
		}
		for _, r := range rows {
			f.add(r.Set, r.Score.Gold, r.Score.Found, percent(r.Score.P()), percent(r.Score.R()), percent(r.Score.F1()))
		}
	}
	return f, ctx.Err()
}

// benchWho scores whom the records of official trips and visits name: with the
// right state, and tied to the right person of the facts.
func benchWho(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"measure", "cases", "percent"}}
	known := facts.Default()
	read := func(a *dateline.Article) *who.Layer { return who.Read(lang.Parse(a.Text, nil), a, nil, known) }
	for _, r := range []struct {
		name, file string
		score      func(path, from, to string, f *facts.Facts, read func(*dateline.Article) *who.Layer) (score.DiploScore, error)
	}{
		{"trips", "travels_to_2018.jsonl", score.Diplo},
		{"visits", "visits_to_2018.jsonl", score.Visits},
	} {
		s, err := r.score(filepath.Join(o.shared, "data", "diplo", r.file), "2009", "2019", known, read)
		if err != nil {
			return f, err
		}
		f.add("counterparts of "+r.name+" 2009-2018 with the right state", s.Named, 100*float64(s.RightState)/float64(max(s.Named, 1)))
		f.add("known ones of "+r.name+" tied to the right person", s.Known, 100*float64(s.Linked)/float64(max(s.Known, 1)))
	}
	for _, part := range []string{"look", "test"} {
		s, err := score.Roles(o.shared, part, known, func(a *dateline.Article) (*lang.Doc, *who.Layer) {
			d := lang.Parse(a.Text, nil)
			return d, who.Read(d, a, when.Read(d, a.Date), known)
		})
		if err != nil {
			return f, err
		}
		f.add("pronouns and role nouns in an actor's place ("+part+")", s.Cases, s.Percent())
	}
	return f, ctx.Err()
}

// benchWhen scores time expressions, F1 in percent.
func benchWhen(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"set", "texts", "gold", "found", "relaxed", "strict", "type", "value"}}
	for _, split := range o.splits() {
		rows, err := score.TimexSets(o.shared, split, func(text string) *lang.Doc { return lang.Parse(text, nil) })
		if err != nil {
			return f, err
		}
		for _, r := range rows {
			f.add(r.Set+" "+r.Split, r.Docs, r.Gold, r.System, r.Relaxed, r.Strict, r.Type, r.Value)
		}
	}
	return f, ctx.Err()
}

// benchSaid scores who says what on texts with attributions, F1 in percent.
func benchSaid(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"set", "texts", "direct, with speaker", "all, partial", "source, exact", "content, exact"}}
	rows, err := score.Quotes(o.shared)
	if err != nil {
		return f, err
	}
	for i := range rows {
		r := &rows[i]
		f.add(r.Set, r.Texts, percent(r.Direct.F1()), percent(r.All.F1()), percent(r.Source.F1()), percent(r.Content.F1()))
	}
	return f, ctx.Err()
}

// benchRead scores the events of the gold record's texts.
func benchRead(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"measure", "precision", "recall", "F1"}}
	name := filepath.Join(o.shared, "gold", "dev.jsonl")
	gold, err := score.OpenGold(name)
	if err != nil {
		return f, err
	}
	found := map[string][]dateline.Event{}
	for p := range article.Inputs([]string{name}, nil, article.Options{}) {
		a, err := p.Article()
		if err != nil {
			return f, err
		}
		rec, err := guarded(readArticle)(ctx, a)
		if err != nil {
			return f, err
		}
		found[a.ID] = rec.Events
	}
	s := score.Events(gold, found)
	row := func(name string, c score.PRF) { f.add(name, percent(c.P()), percent(c.R()), percent(c.F1())) }
	row(fmt.Sprintf("events (%d in gold, %d found)", s.Event.Gold, s.Event.Found), s.Event)
	row("full: and status, time, place", s.Full)
	for _, m := range []struct {
		name  string
		share float64
	}{{"status", s.Status}, {"time", s.When}, {"time to the day", s.SameDay}, {"place", s.Place}, {"mode", s.Mode}, {"people", s.People}} {
		f.add("  "+m.name+", of those found", "", "", percent(m.share))
	}
	bins, off := score.Reliability(gold, found)
	for _, b := range bins {
		if b.Events > 0 {
			f.add(fmt.Sprintf("  confidence %.2f on average (%d found)", b.Mean, b.Events), percent(b.Right), "", "")
		}
	}
	f.add("  confidence and precision differ by", percent(off), "", "")
	for _, t := range dateline.Types {
		if v := s.ByType[t]; v.Gold+v.Found > 0 {
			row(fmt.Sprintf("  %s (%d in gold, %d found)", t, v.Gold, v.Found), v)
		}
	}
	return f, nil
}

// benchCoders compares events with human-coded sentences.
func benchCoders(ctx context.Context, o benchOptions) (figures, error) {
	f := figures{Columns: []string{"sentences", "with an event", "of them the right category", "coded as the codebook codes status"}}
	c, err := score.CodedSentences(o.shared, func(a *dateline.Article) (*dateline.Record, error) { return guarded(readArticle)(ctx, a) }, export.PLOVER)
	if err != nil {
		return f, err
	}
	of := func(n, all int) float64 { return 100 * float64(n) / float64(max(all, 1)) }
	f.add(c.Sentences, of(c.Found, c.Sentences), of(c.Right, c.Found), of(c.Coded, c.Found))
	return f, nil
}

func percent(share float64) float64 { return 100 * share }
