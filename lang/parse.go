package lang

import (
	"sync"

	"dateline"
	"dateline/lang/internal/encoder"
	"dateline/lang/internal/lemma"
)

// Parse analyses an English text. Sentences do not cross the paragraphs; nil
// stands for those that empty lines and unwrapped line breaks show.
//
// It panics if the binary was built without a model.
func Parse(text string, paras []dateline.Paragraph) *Doc {
	d := Cut(text, paras)
	m, err := encoder.Default()
	if err != nil {
		panic(err)
	}
	d.annotate(m)
	d.again(m)
	d.mendNames()
	d.Link()
	d.mend()
	return d
}

// Cut divides a text into sentences and tokens, without tags, trees or names.
func Cut(text string, paras []dateline.Paragraph) *Doc {
	d := &Doc{Text: text}
	s := &scanner{text: text, lists: lists(), out: make([]piece, 0, len(text)/5+8)}
	for _, p := range stretches(text, paras) {
		first := len(s.out)
		s.quote = false
		s.scan(p.start, p.end)
		if len(s.out) == first {
			continue
		}
		s.cutSentences(s.out[first:], func(a, b int) {
			d.addSentence(s, first+a, first+b, p.para)
		})
	}
	d.Tokens = make([]Token, len(s.out))
	for i, p := range s.out {
		d.Tokens[i] = Token{
			Start: p.start, End: p.end, Form: Fold(text[p.start:p.end]), Head: -1,
			SpaceAfter: i+1 == len(s.out) || s.out[i+1].start > p.end, glued: p.glued,
		}
	}
	for i, sent := range d.Sentences {
		for j := sent.First; j < sent.Last; j++ {
			d.Tokens[j].Sent = i
		}
	}
	return d
}

func (d *Doc) addSentence(s *scanner, first, last, para int) {
	d.Sentences = append(d.Sentences, Sentence{
		First: first, Last: last, Start: s.out[first].start, End: s.out[last-1].end, Para: para, Root: -1,
	})
}

// formPool keeps the lists of forms that go to the encoder.
var formPool = sync.Pool{New: func() any { return new([]string) }}

// annotate fills tags, heads, lemmas and names of all tokens in one call.
func (d *Doc) annotate(m *encoder.Model) {
	pool := formPool.Get().(*[]string)
	defer formPool.Put(pool)
	forms := (*pool)[:0]
	for i := range d.Tokens {
		forms = append(forms, d.Text[d.Tokens[i].Start:d.Tokens[i].End])
	}
	*pool = forms
	sents := make([][]string, len(d.Sentences))
	for i, s := range d.Sentences {
		sents[i] = forms[s.First:s.Last:s.Last]
	}
	for i, a := range m.Annotate(sents) {
		d.take(d.Sentences[i], &a)
	}
	clear(forms)
}

// take copies what the encoder says of a sentence.
func (d *Doc) take(s Sentence, a *encoder.Annotation) {
	words := lemma.English()
	for j := range a.UPOS {
		t := &d.Tokens[s.First+j]
		t.UPOS, t.XPOS, t.Feats, t.Rel = a.UPOS[j], a.XPOS[j], a.Feats[j], a.Rel[j]
		if a.Head[j] >= 0 {
			t.Head = s.First + a.Head[j]
		}
		t.Lemma = d.lemma(words, t)
		d.takeName(s.First+j, a.Ent[j])
	}
}

// lemma is the dictionary form of a token: of the signs as written for
// punctuation, of the folded form for words.
func (d *Doc) lemma(words *lemma.Table, t *Token) string {
	if t.UPOS == "PUNCT" || t.UPOS == "SYM" {
		return words.Lemma(d.Text[t.Start:t.End], t.UPOS, t.XPOS)
	}
	return words.Lemma(t.Form, t.UPOS, t.XPOS)
}

// takeName reads one tag of the BIO scheme.
func (d *Doc) takeName(i int, tag string) {
	if len(tag) < 3 {
		return
	}
	if n := len(d.Names); tag[0] == 'I' && n > 0 && d.Names[n-1].Last == i && d.Names[n-1].Kind == NameKind(tag[2:]) {
		d.Names[n-1].Last++
		return
	}
	d.Names = append(d.Names, Name{i, i + 1, NameKind(tag[2:])})
}
