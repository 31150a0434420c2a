package when

import (
	"strconv"
	"strings"
	"testing"

	"dateline"
	"dateline/lang"
)

// tree builds a parsed sentence from words written form/UPOS/XPOS/lemma/head/rel,
// heads counted from 1, 0 for the root.
func tree(t *testing.T, s string) *lang.Doc {
	t.Helper()
	d := &lang.Doc{}
	for _, w := range strings.Fields(s) {
		f := strings.Split(w, "/")
		head, err := strconv.Atoi(f[4])
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Text) > 0 && f[1] != "PUNCT" && !strings.HasPrefix(f[0], "'") {
			d.Text += " "
		}
		start := len(d.Text)
		d.Text += f[0]
		d.Tokens = append(d.Tokens, lang.Token{
			Start: start, End: len(d.Text), Form: f[0], UPOS: f[1], XPOS: f[2], Lemma: f[3], Head: head - 1, Rel: f[5],
		})
	}
	d.Sentences = []lang.Sentence{{First: 0, Last: len(d.Tokens), End: len(d.Text)}}
	d.Link()
	return d
}

// wednesday is the day of publication, 18 June 2031.
var wednesday = dateline.Date(2031, 6, 18)

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, sentence, trigger, want string }{
		{
			"on the trigger", "Lind/PROPN/NNP/Lind/2/nsubj met/VERB/VBD/meet/0/root Hale/PROPN/NNP/Hale/2/obj on/ADP/IN/on/5/case Monday/PROPN/NNP/Monday/2/obl",
			"met", "2031-06-16",
		},
		{
			"under a light verb", "They/PRON/PRP/they/2/nsubj held/VERB/VBD/hold/0/root talks/NOUN/NNS/talk/2/obj on/ADP/IN/on/5/case Monday/PROPN/NNP/Monday/2/obl",
			"talks", "2031-06-16",
		},
		{
			"behind a phrase with the noun", "Peru/PROPN/NNP/Peru/2/nsubj joined/VERB/VBD/join/0/root after/ADP/IN/after/4/case talks/NOUN/NNS/talk/2/obl between/ADP/IN/between/6/case them/PRON/PRP/they/4/nmod on/ADP/IN/on/8/case Monday/PROPN/NNP/Monday/2/obl",
			"talks", "2031-06-16",
		},
		{
			"behind a judgement", "Peru/PROPN/NNP/Peru/2/nsubj dismissed/VERB/VBD/dismiss/0/root charges/NOUN/NNS/charge/2/obj as/ADP/IN/as/5/case absurd/ADJ/JJ/absurd/3/nmod on/ADP/IN/on/7/case Monday/PROPN/NNP/Monday/5/obl",
			"dismissed", "2031-06-16",
		},
		{
			"hung on a place", "Lind/PROPN/NNP/Lind/3/nsubj will/AUX/MD/will/3/aux meet/VERB/VB/meet/0/root them/PRON/PRP/they/3/obj in/ADP/IN/in/6/case Oslo/PROPN/NNP/Oslo/3/obl Monday/PROPN/NNP/Monday/6/nmod",
			"meet", "2031-06-23",
		},
		{
			"a day taken for a part of the name behind it", "On/ADP/IN/on/3/case Monday/PROPN/NNP/Monday/3/compound President/PROPN/NNP/President/5/nsubj Lind/PROPN/NNP/Lind/3/flat met/VERB/VBD/meet/0/root Hale/PROPN/NNP/Hale/5/obj",
			"met", "2031-06-16",
		},
		{
			"that of what the news follows", "Chile/PROPN/NNP/Chile/2/nsubj recalls/VERB/VBZ/recall/0/root Hale/PROPN/NNP/Hale/2/obj following/VERB/VBG/follow/6/case the/DET/DT/the/6/det raid/NOUN/NN/raid/2/obl on/ADP/IN/on/8/case Monday/PROPN/NNP/Monday/2/obl",
			"recalls", "",
		},
		{
			"not that of a joined clause", "It/PRON/PRP/it/4/nsubj is/AUX/VBZ/be/4/cop under/ADP/IN/under/4/case sanctions/NOUN/NNS/sanction/0/root and/CCONJ/CC/and/7/cc was/AUX/VBD/be/7/aux:pass condemned/VERB/VBN/condemn/4/conj on/ADP/IN/on/9/case Monday/PROPN/NNP/Monday/7/obl",
			"sanctions", "",
		},
		{
			"what another deed came after", "She/PRON/PRP/she/2/nsubj left/VERB/VBD/leave/0/root on/ADP/IN/on/4/case Monday/PROPN/NNP/Monday/2/obl after/SCONJ/IN/after/7/mark they/PRON/PRP/they/7/nsubj spoke/VERB/VBD/speak/2/advcl",
			"spoke", "2031-06-14/2031-06-16",
		},
		{
			"so long after", "The/DET/DT/the/2/det speech/NOUN/NN/speech/3/nsubj came/VERB/VBD/come/0/root two/NUM/CD/two/5/nummod days/NOUN/NNS/day/8/obl:npmod after/ADP/IN/after/8/case an/DET/DT/a/8/det attack/NOUN/NN/attack/3/obl",
			"attack", "2031-06-16",
		},
		{
			"where it was held", "She/PRON/PRP/she/2/nsubj spoke/VERB/VBD/speak/0/root on/ADP/IN/on/4/case Monday/PROPN/NNP/Monday/2/obl at/ADP/IN/at/7/case a/DET/DT/a/7/det summit/NOUN/NN/summit/2/obl where/ADV/WRB/where/10/advmod he/PRON/PRP/he/10/nsubj resigned/VERB/VBD/resign/7/acl:relcl",
			"resigned", "2031-06-16",
		},
		{
			"a joined verb", "She/PRON/PRP/she/2/nsubj arrived/VERB/VBD/arrive/0/root on/ADP/IN/on/4/case Monday/PROPN/NNP/Monday/2/obl and/CCONJ/CC/and/6/cc met/VERB/VBD/meet/2/conj Hale/PROPN/NNP/Hale/6/obj",
			"met", "2031-06-16",
		},
		{
			"the day of the saying is not that of the deed", "He/PRON/PRP/he/2/nsubj said/VERB/VBD/say/0/root Monday/PROPN/NNP/Monday/2/obl that/SCONJ/IN/that/6/mark she/PRON/PRP/she/6/nsubj left/VERB/VBD/leave/2/ccomp",
			"left", "",
		},
		{
			"another thing's year", "They/PRON/PRP/they/2/nsubj left/VERB/VBD/leave/0/root the/DET/DT/the/5/det 2015/NUM/CD/2015/5/nummod accord/NOUN/NN/accord/2/obj",
			"left", "",
		},
		{
			"scheduled for", "Talks/NOUN/NNS/talk/5/nsubj:pass scheduled/VERB/VBN/schedule/1/acl for/ADP/IN/for/4/case Friday/PROPN/NNP/Friday/2/obl collapsed/VERB/VBD/collapse/0/root",
			"Talks", "2031-06-20",
		},
		{
			"a two-day visit lasts", "He/PRON/PRP/he/2/nsubj began/VERB/VBD/begin/0/root a/DET/DT/a/7/det two/NUM/CD/two/6/nummod -/PUNCT/HYPH/-/6/punct day/NOUN/NN/day/7/compound visit/NOUN/NN/visit/2/obj on/ADP/IN/on/9/case Sunday/PROPN/NNP/Sunday/2/obl",
			"visit", "2031-06-15/2031-06-16",
		},
		{
			"and ends", "He/PRON/PRP/he/2/nsubj ended/VERB/VBD/end/0/root a/DET/DT/a/7/det two/NUM/CD/two/6/nummod -/PUNCT/HYPH/-/6/punct day/NOUN/NN/day/7/compound visit/NOUN/NN/visit/2/obj on/ADP/IN/on/9/case Sunday/PROPN/NNP/Sunday/2/obl",
			"visit", "2031-06-14/2031-06-15",
		},
		{
			"by a day", "They/PRON/PRP/they/3/nsubj will/AUX/MD/will/3/aux decide/VERB/VB/decide/0/root by/ADP/IN/by/5/case Friday/PROPN/NNP/Friday/3/obl",
			"decide", "2031-06-18/2031-06-20",
		},
		{
			"a range", "They/PRON/PRP/they/2/nsubj met/VERB/VBD/meet/0/root from/ADP/IN/from/4/case Monday/PROPN/NNP/Monday/2/obl to/ADP/IN/to/6/case Tuesday/PROPN/NNP/Tuesday/4/nmod",
			"met", "2031-06-16/2031-06-17",
		},
		{
			"since is no day of the deed", "It/PRON/PRP/it/5/nsubj is/AUX/VBZ/be/5/cop the/DET/DT/the/5/det first/ADJ/JJ/first/5/amod visit/NOUN/NN/visit/0/root since/ADP/IN/since/7/case 2029/NUM/CD/2029/5/nmod",
			"visit", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := tree(t, c.sentence)
			l := Read(d, wednesday)
			w, why := l.Of(token(t, d, c.trigger))
			got := ""
			if w != nil {
				got = Interval(w.Span)
			}
			if got != c.want {
				t.Errorf("%q: got %q, want %q (%v)", d.Text, got, c.want, why)
			}
		})
	}
}

func token(t *testing.T, d *lang.Doc, form string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Tokens[i].Form == form {
			return i
		}
	}
	t.Fatalf("no token %q", form)
	return -1
}

func TestBackground(t *testing.T) {
	for _, c := range []struct {
		sentence, trigger string
		want              bool
	}{
		{"They/PRON/PRP/they/2/nsubj left/VERB/VBD/leave/0/root", "left", false},
		{"They/PRON/PRP/they/3/nsubj had/AUX/VBD/have/3/aux left/VERB/VBN/leave/0/root", "left", true},
		{"Hale/PROPN/NNP/Hale/6/nsubj ,/PUNCT/,/,/4/punct who/PRON/WP/who/4/nsubj left/VERB/VBD/leave/1/acl:relcl ,/PUNCT/,/,/4/punct spoke/VERB/VBD/speak/0/root", "left", true},
		{"She/PRON/PRP/she/2/nsubj spoke/VERB/VBD/speak/0/root after/SCONJ/IN/after/5/mark they/PRON/PRP/they/5/nsubj left/VERB/VBD/leave/2/advcl", "left", false},
		{"She/PRON/PRP/she/2/nsubj spoke/VERB/VBD/speak/0/root since/SCONJ/IN/since/5/mark they/PRON/PRP/they/5/nsubj left/VERB/VBD/leave/2/advcl", "left", true},
		{"They/PRON/PRP/they/3/nsubj previously/ADV/RB/previously/3/advmod left/VERB/VBD/leave/0/root", "left", true},
	} {
		d := tree(t, c.sentence)
		l := Read(d, wednesday)
		if got, why := l.Background(token(t, d, c.trigger)); got != c.want {
			t.Errorf("%q: %q background %v (%s), want %v", d.Text, c.trigger, got, why, c.want)
		}
	}
}

func TestFresh(t *testing.T) {
	l := Read(Split("They met.", nil), wednesday)
	if w := l.Fresh(0); w == nil || Interval(w.Span) != "2031-06-16/2031-06-18" {
		t.Errorf("fresh news: %+v", w)
	}
	if w := Read(Split("They met.", nil), dateline.NoDay).Fresh(0); w != nil {
		t.Errorf("fresh news without a day: %+v", w)
	}
}
