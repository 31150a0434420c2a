package ledger

import (
	"testing"

	"dateline"
)

var (
	norway = dateline.Actor{ID: "s:NOR", Name: "Norway", State: "NOR"}
	sweden = dateline.Actor{ID: "s:SWE", Name: "Sweden", State: "SWE"}
	lind   = dateline.Actor{ID: "p:~1", Name: "Ada Lind", State: "NOR"}
	ek     = dateline.Actor{ID: "p:~2", Name: "Bo Ek", State: "SWE"}
	dam    = dateline.Actor{ID: "p:~3", Name: "Ib Dam", State: "DNK"}
	salo   = dateline.Actor{ID: "p:~4", Name: "Aino Salo", State: "FIN"}
	league = dateline.Actor{ID: "o:HL", Name: "Harbour League", State: "HL"}
)

// pairCase is two reports of the same week and whether they are one.
type pairCase struct {
	name string
	a, b []func(*Report)
	same bool
}

func (c pairCase) check(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		a, b := report("a", "2031-03-04", c.a...), report("b", "2031-03-05", append([]func(*Report){on("2031-03-04", "2031-03-04")}, c.b...)...)
		for _, v := range []Verdict{Compare(a, b), Compare(b, a)} {
			if v.Same != c.same {
				t.Errorf("Same = %v, want %v; %q", v.Same, c.same, v.Why)
			}
			if len(v.Why) == 0 {
				t.Error("no reason is given")
			}
		}
	})
}

func as(changes ...func(*Report)) []func(*Report) { return changes }

func TestMeetings(t *testing.T) {
	visit := as(mode("visit"), actors(lind), to(sweden), at("Velmar", "SWE"))
	for _, c := range []pairCase{
		{"somebody alone meets many", as(actors(lind), told("Lind met mayors from the coast")), as(), false},
		{"two of three may meet by themselves", as(actors(lind, ek, dam), told("Lind, Ek and Dam met about the strait")), as(told("Lind and Ek met over dinner")), false},
		{"of three the reading missed one whom the sentence names", as(actors(lind, ek, dam)), as(told("Lind, Ek and Dam met")), true},
		{"talks of the same persons are the call", as(mode("call"), said("spoke")), as(said("held talks")), true},
		{"a call is not where they met", as(mode("call"), said("spoke")), as(said("held talks"), at("Oslo", "NOR")), false},
		{"a visit told as the meeting with the host", visit, as(at("Velmar", "SWE")), true},
		{"a visit to nobody knows where, told as a meeting with others", as(mode("visit"), actors(lind), to()), as(), true},
		{"a visit to nobody knows where, and a meeting at home", as(mode("visit"), actors(lind), to()), as(at("Oslo", "NOR")), false},
		{"a stay that goes on", as(mode("visit"), actors(lind), to(sweden), at("Velmar", "SWE"), status(dateline.Ongoing)), as(at("Velmar", "SWE")), false},
		{"a visit to another than was met", visit, as(actors(lind, dam)), false},
		{"a visit is not the summit of many", visit, as(actors(lind, ek, dam, salo), at("Velmar", "SWE")), false},
		{"told without a day just after", as(), as(undated, told("Lind came from meeting Ek on fisheries quotas")), true},
		{"told in passing without a day", as(), as(undated, told("They had met before"), func(r *Report) { r.Published = dayOf("2031-03-12") }), false},
		{"a plan without a day", as(), as(undated, status(dateline.Planned), func(r *Report) { r.Published = dayOf("2031-02-25") }), true},
		{"a plan without a day, told when it was over", as(), as(undated, status(dateline.Planned), func(r *Report) { r.Published = dayOf("2031-03-12") }), false},
	} {
		c.check(t)
	}
}

func TestVisits(t *testing.T) {
	visit := as(mode("visit"), actors(lind), to(sweden))
	for _, c := range []pairCase{
		{"told by the next day", visit, as(mode("visit"), actors(lind), to(sweden), on("2031-03-05", "2031-03-05")), true},
		{"to another state", visit, as(mode("visit"), actors(lind), to(dateline.Actor{ID: "s:DNK", Name: "Denmark", State: "DNK"})), false},
		{"back", visit, as(mode("visit"), actors(ek), to(norway)), false},
		{"at home, elsewhere", as(mode("visit"), actors(lind), at("Oslo", "NOR")), as(mode("visit"), actors(lind), at("Tolm", "NOR")), false},
	} {
		c.check(t)
	}
}

func TestConferences(t *testing.T) {
	forum := func(text string, who ...dateline.Actor) []func(*Report) {
		return as(mode("multilateral"), actors(who...), said("attended"), told(text))
	}
	for _, c := range []pairCase{
		{"by its name", forum("Lind attended the Harbour Forum", lind), forum("Lind spoke at the Harbour Forum on Tuesday", lind), true},
		{"by who meets", forum("Lind attended the summit", lind, league), forum("The league held its summit", league), true},
		{"another one of the same day", forum("Lind attended the Harbour Forum", lind), forum("Lind attended the Grain Board", lind), false},
		{"two leaders' summit is a meeting", as(mode("multilateral")), as(), true},
	} {
		c.check(t)
	}
}

func TestDeeds(t *testing.T) {
	shell := func(text string, more ...func(*Report)) []func(*Report) {
		return append(as(kind(dateline.Assault), mode(""), said("shelled"), actors(norway), to(sweden), told(text)), more...)
	}
	const tolm = "Norwegian gunboats shelled the lighthouse of Tolm and a ferry"
	for _, c := range []pairCase{
		{"the same deed", shell(tolm), shell("Gunboats shelled a ferry and Tolm's lighthouse"), true},
		{"another of the same day", shell(tolm), shell("Rockets shelled a radar station in the north"), false},
		{"done to the doer", shell(tolm), shell(tolm, actors(sweden), to(norway)), false},
		{"a war that goes on is no occurrence", shell(tolm, status(dateline.Ongoing), undated), shell(tolm, status(dateline.Ongoing), undated), false},
		{"commonplaces", shell("Norway's brutal, unprovoked and unjustified aggression, which officials condemn"), shell("The unprovoked and unjustified aggression of Norway is brutal"), false},
	} {
		c.check(t)
	}
}

func TestOffices(t *testing.T) {
	appoint := func(who dateline.Actor, by ...dateline.Actor) []func(*Report) {
		return as(kind(dateline.Office), mode("appoint"), actors(who), to(by...))
	}
	for _, c := range []pairCase{
		{"the same person", appoint(lind, ek), appoint(lind), true},
		{"another appointed by the same", appoint(lind, ek), appoint(salo, ek), false},
	} {
		c.check(t)
	}
}

func TestNamesAgree(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		agree bool
	}{
		{"Ada Lind", "Lind", true},
		{"Ada M. Lind, Jr.", "Ada Lind", true},
		{"Lind Ada", "Ada Lind", true},
		{"Volodymyr Melnykenko", "Vladimir Melnikenko", true}, // romanization, and one initial
		{"Prince Salem bin Nasser Al Harun", "Salem Harun", true},
		{"Ada Lind Lind AdaMinister", "Lind", true}, // a page's note behind the name
		{"Ada Lind", "Eva Lind", false},
		{"Ada Lind", "Ada Moen", false},
		{"Li Wen", "Xi Wen", false},
	} {
		a, b := name{text: c.a, words: nameWords(c.a)}, name{text: c.b, words: nameWords(c.b)}
		if a.agree(&b) != c.agree || b.agree(&a) != c.agree {
			t.Errorf("%q and %q: agree = %v, want %v (%q, %q)", c.a, c.b, a.agree(&b), c.agree, a.words, b.words)
		}
	}
}

func TestNamesakes(t *testing.T) {
	father, son := name{text: "Bo A. Ek", words: nameWords("Bo A. Ek"), known: "p:Q1"}, name{text: "Bo Ek", words: nameWords("Bo Ek"), known: "p:Q2"}
	if father.agree(&son) {
		t.Error("two persons of the facts are one")
	}
	twice := son
	twice.known = "p:Q3"
	if !son.agree(&twice) {
		t.Error("one name in full is two persons because the facts have it twice")
	}
}
