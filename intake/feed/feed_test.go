package feed

import (
	"strings"
	"testing"
)

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Northern Wire</title>
<item><title>Talks in Oslo</title><link>/a</link><guid>n1</guid><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate></item>
<item><title>No link</title></item></channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>x</id><title>T</title><link href="https://n.example/b"/><updated>2031-03-04T10:00:00Z</updated><content type="html">&lt;p&gt;Hi&lt;/p&gt;</content></entry></feed>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","url":"https://n.example/c","date_published":"2031-03-04T10:00:00Z","content_text":"x"}]}`

func TestParse(t *testing.T) {
	for form, c := range map[string]struct{ body, url string }{
		"rss": {rss, "https://n.example/a"}, "atom": {atom, "https://n.example/b"}, "json": {jsonFeed, "https://n.example/c"},
	} {
		f, err := Parse("https://n.example/feed", []byte(c.body))
		if err != nil || len(f.Items) == 0 || f.Items[0].URL != c.url || f.Items[0].Published.Year() != 2031 {
			t.Errorf("%s: %+v %v", form, f, err)
		}
	}
	for _, bad := range []string{"", "<html>", "notes", "<rss><channel><item>"} {
		if _, err := Parse("https://n.example/feed", []byte(bad)); err == nil || !strings.Contains(err.Error(), "https://n.example/feed") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func TestOPML(t *testing.T) {
	got, err := OPML("f.opml", []byte(`<opml version="2.0"><body><outline text="news"><outline xmlUrl="https://a.example/"/><outline xmlUrl="https://b.example/"/></outline><outline xmlUrl="https://a.example/"/></body></opml>`))
	if err != nil || strings.Join(got, " ") != "https://a.example/ https://b.example/" {
		t.Errorf("%v %v", got, err)
	}
	if _, err := OPML("f.opml", []byte("<opml><body/></opml>")); err == nil {
		t.Error("a list without feeds was taken")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{rss, atom, jsonFeed, "<rss", "{"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(_ *testing.T, b []byte) { _, _ = Parse("https://n.example/feed", b) })
}
