package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"

	"dateline"
	"dateline/facts"
)

// spell is one row of offices.jsonl.
type spell struct {
	Person, Wikidata, Office, Country, From, To, Source, Role string
	AsOf                                                      string `json:"as_of"`
	SeenFrom                                                  string `json:"seen_from"`
}

// offices reads the spells of office; Wikidata first, so that its numbers
// become the persons' ids. REIGN's rows stay out: their licence is unclear.
func offices(b *facts.Builder, path, drop string) error {
	dropped, err := drops(drop)
	if err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var rows []spell
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		var s spell
		if err := json.Unmarshal(sc.Bytes(), &s); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if strings.Contains(s.Source, "REIGN") || s.Country == "" {
			continue
		}
		for _, one := range s.each() {
			if one.clean() && !one.elsewhere(b) && !dropped[one.Person+"|"+one.Office+"|"+one.Country+"|"+one.From] {
				rows = append(rows, one)
			}
		}
	}
	if err := sc.Err(); err != nil {
		return err
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].rank() < rows[j].rank() })
	for i := range rows {
		if err := hold(b, &rows[i]); err != nil {
			return fmt.Errorf("%s: %s: %w", path, rows[i].Person, err)
		}
	}
	return nil
}

// each parts a row of several holders, "Vice Presidents Ada Lind and Per Berg";
// an heir's row carries the day of birth where others have the begin of the
// term: the day on which the source first saw it stands for it.
func (s spell) each() []spell {
	if strings.Contains(s.Office, "Crown Prince") && strings.HasPrefix(s.Source, "CIA") && s.SeenFrom > s.From && s.SeenFrom[:4] > s.From[:min(4, len(s.From))] {
		s.From = s.SeenFrom[:4]
	}
	if !strings.HasPrefix(s.Source, "CIA") || !strings.Contains(s.Person, " and ") || strings.Contains(s.Person, "Council") {
		return []spell{s}
	}
	var out []spell
	for name := range strings.SplitSeq(strings.NewReplacer(", and ", ",", " and ", ",").Replace(s.Person), ",") {
		one := s
		one.Person = strings.TrimSpace(name)
		if strings.Count(one.Person, " ") == 0 {
			return []spell{s} // "Culture and National Heritage Ada Lind"
		}
		one.Office = strings.NewReplacer("Presidents", "President", "Ministers", "Minister").Replace(s.Office)
		out = append(out, one)
	}
	return out
}

// elsewhere reports whether a row gives a territory the head of the state that
// it belongs to: the President of the United States is not one of Guam.
func (s *spell) elsewhere(b *facts.Builder) bool {
	if s.Role != "chief of state" || !b.Dependent(s.Country) {
		return false
	}
	switch s.Office {
	case "President", "Vice President", "King", "Queen", "chief of state", "President of", "President of the":
		return true
	}
	return false
}

// drops lists rows of the sources that are known to be wrong: person, office,
// state, from.
func drops(path string) (map[string]bool, error) {
	out := map[string]bool{}
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return out, nil
	}
	for line := range strings.SplitSeq(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		out[strings.ReplaceAll(strings.TrimSpace(line), "\t", "|")] = true
	}
	return out, err
}

func (s *spell) rank() int {
	switch {
	case s.Wikidata != "":
		return 0
	case strings.HasPrefix(s.Source, "unitedstates"):
		return 1
	case strings.HasPrefix(s.Source, "CIA"):
		return 2
	}
	return 3
}

var (
	bracket  = regexp.MustCompile(`\s*[\(\[].*?[\)\]]`)
	rankWord = regexp.MustCompile(`^(?:(?:Sir|Dame|Dr\.?|Gen\.?|General|Field Marshal|Lt\.?|Lieutenant|Col\.?|Colonel|Maj\.?|Major|Capt\.?|Captain|Adm\.?|Admiral|Brig\.?|Vice Adm\.?|Rear Adm\.?|Sheikh|Sheikha|Shaykh|Shaikh|Prince|Princess|King|Queen|Emir|Amir|Sultan|Grand Duke|Pope|Cardinal|Archbishop|Hon\.?|Rt\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|HRH|HE|Crown|Retired|\(Ret\.\)|Supreme Leader|Ayatollah|Acting|Interim|Ad Interim-|Elect|President-elect|President-Elect|Minister-Designate|Prime Minister-Designate|Premiers|Premier|Deputy Prime Minister|Prime Minister|First Deputy|Swiss Confederation|Islamic Republic of Afghanistan|Ceo|CEO|(?:State Affairs )?Commission (?:Chairman|President)|Republic|Apostolic Nuncio|(?:Spanish |French )?Co-?prince|Consul|d'? ?Affaire?s|Charges? d'Affairs|Charge’ d’Affaires|Ambsssador|Ambassador(?:-[Dd]esignate)?|Consul General|Principal Officer|Counselor|President|president|Interior|Minister|Charge d'Affaires|Chargé d'Affaires)\s+)+`)
	shouted  = regexp.MustCompile(`^\p{Lu}[\p{Lu}'’-]+$`)
	roman    = regexp.MustCompile(`^[IVX]+$`)
	qid      = regexp.MustCompile(`^Q\d+$`)
)

// clean puts the person's name into the form of news; false if it names nobody.
func (s *spell) clean() bool {
	n := strings.Join(strings.Fields(bracket.ReplaceAllString(s.Person, "")), " ")
	n, _, _ = strings.Cut(n, ",")
	n, _, _ = strings.Cut(n, ";")
	n, _, _ = strings.Cut(n, " - ")
	if prose(n) {
		return false
	}
	if strings.HasPrefix(s.Source, "CIA") && strings.Contains(n, "Heir Apparent") || qid.MatchString(n) {
		return false
	}
	if strings.HasSuffix(s.Office, " for") || strings.HasSuffix(s.Office, " of") || strings.HasSuffix(s.Office, " and") {
		return false // the extract cut the title in two
	}
	low := strings.ToLower(n)
	if low == "" || strings.Contains(low, "vacant") || strings.Contains(low, "represented by") || strings.Contains(low, " council") || strings.Contains(low, "position ") || strings.HasSuffix(low, " chair") || low == "chair" {
		return false
	}
	if m := rankWord.FindString(n); m != "" && strings.Contains(n[len(m):], " ") {
		n = n[len(m):]
	}
	if i := strings.Index(n, " of "); i > 0 && s.Wikidata != "" { // "Salman of Saudi Arabia"
		n = n[:i]
	}
	words := strings.Fields(n)
	for i, w := range words {
		if shouted.MatchString(w) && len(w) > 2 && !roman.MatchString(w) && !strings.Contains(w, ".") {
			words[i] = capitalized(w)
		}
	}
	s.Person = strings.Join(words, " ")
	s.Country = iso(s.Country)
	return s.Person != ""
}

// prose reports whether a field holds a remark instead of a name: a longer word
// without a capital, a dash or a digit in front.
func prose(n string) bool {
	if n == "" || strings.ContainsAny(n[:1], "-–0123456789") {
		return true
	}
	for w := range strings.FieldsSeq(n) {
		if len(w) > 5 && w[0] >= 'a' && w[0] <= 'z' && w != "president" && !strings.ContainsAny(w, "-'’") {
			return true
		}
		switch w {
		case "as", "was", "named", "on", "is", "until", "since", "to":
			return true
		}
	}
	return false
}

// capitalized writes "AL-ASSAD" as "Al-Assad".
func capitalized(w string) string {
	out := []rune(strings.ToLower(w))
	up := true
	for i, r := range out {
		if up {
			out[i] = []rune(strings.ToUpper(string(r)))[0]
		}
		up = r == '-' || r == '\''
	}
	return string(out)
}

func hold(b *facts.Builder, s *spell) error {
	h := facts.Holding{State: s.Country, Title: s.Office, Source: source(s)}
	to, atMost := strings.CutPrefix(s.To, "<=")
	var exactFrom, exactTo bool
	var err error
	if h.From, _, exactFrom, err = facts.ParsePartial(s.From); err != nil {
		return nil // "2014s" and the like: the extract does not know
	}
	if _, h.To, exactTo, err = facts.ParsePartial(to); err != nil {
		return nil
	}
	if h.AsOf, err = dateline.ParseDay(s.AsOf); err != nil {
		return err
	}
	if h.From.Known() && h.To.Known() && h.From > h.To || !h.From.Known() && !h.To.Known() {
		return nil // turned dates; or no dates at all: nothing can be asked of it
	}
	h.Inexact = !exactFrom || !exactTo || atMost
	h.Classes = facts.ClassesIn(b, s.Country, s.Office)
	switch role := s.Role; {
	case second(h.Classes) || beside.MatchString(s.Office):
	case role == "chief of state":
		h.Classes = appendClass(h.Classes, facts.HeadOfState)
	case role == "head of government":
		h.Classes = appendClass(h.Classes, facts.HeadOfGovernment)
	}
	b.Hold(s.Wikidata, s.Person, h)
	return nil
}

// beside matches titles of those who stand beside the holder of an office.
var beside = regexp.MustCompile(`(?i)^(?:[\w-]+ ){0,2}(?:deputy|vice|first minister|heir)\b`)

// second reports whether an office stands beside the one that the role names.
func second(classes []facts.OfficeClass) bool {
	c := string(classes[0])
	return strings.HasPrefix(c, "vice-") || strings.HasPrefix(c, "deputy-") || c == string(facts.CrownPrince) || strings.Contains(c, "vice ")
}

func appendClass(list []facts.OfficeClass, c facts.OfficeClass) []facts.OfficeClass {
	for _, x := range list {
		if x == c {
			return list
		}
	}
	if len(list) == 1 && strings.HasPrefix(string(list[0]), "x:") {
		return []facts.OfficeClass{c}
	}
	return append(list, c)
}

// source is the short name that stands with each fact.
func source(s *spell) string {
	switch {
	case s.Wikidata != "":
		return "Wikidata (CC0)"
	case strings.HasPrefix(s.Source, "CIA"):
		return "CIA World Factbook"
	case strings.HasPrefix(s.Source, "unitedstates"):
		return "unitedstates/congress-legislators (CC0)"
	}
	return "HistoryAtState/pocom (CC0)"
}

// tidy clips ends that the Factbook knows only roughly to the day before the
// next holder, and drops spells told twice.
func tidy(b *facts.Builder) {
	by := map[string][]int{}
	for i, h := range b.Holdings {
		for _, c := range h.Classes {
			by[h.State+"|"+string(c)] = append(by[h.State+"|"+string(c)], i)
		}
	}
	clip := map[int]dateline.Day{}
	for key, list := range by {
		if !single(key[strings.Index(key, "|")+1:]) {
			continue
		}
		for _, i := range list {
			h := &b.Holdings[i]
			if h.Source != "CIA World Factbook" || !h.To.Known() || !h.Inexact {
				continue
			}
			for _, j := range list {
				o := &b.Holdings[j]
				if o.Person.ID != h.Person.ID && o.From.Known() && o.From > h.From && o.From <= h.To {
					if c, ok := clip[i]; !ok || o.From < c {
						clip[i] = o.From
					}
				}
			}
		}
	}
	for i, d := range clip {
		b.Holdings[i].To = d
	}
	dedupe(b)
}

// single reports whether one person at a time holds offices of the class.
func single(class string) bool {
	switch facts.OfficeClass(class) {
	case facts.President, facts.PrimeMinister, facts.HeadOfState, facts.HeadOfGovernment, facts.Monarch, facts.Foreign, facts.Defence:
		return true
	}
	return strings.HasPrefix(class, "ambassador:")
}

// dedupe keeps the better of two spells of one person in one office that begin
// within two months of each other.
func dedupe(b *facts.Builder) {
	rank := map[string]int{facts.HandSource: 0, "Wikidata (CC0)": 1}
	order := make([]facts.Holding, len(b.Holdings))
	copy(order, b.Holdings)
	sort.SliceStable(order, func(i, j int) bool {
		ri, ok := rank[order[i].Source]
		if !ok {
			ri = 2
		}
		rj, ok := rank[order[j].Source]
		if !ok {
			rj = 2
		}
		return ri < rj
	})
	kept := map[string][]int{}
	var out []facts.Holding
	for _, h := range order {
		key := h.Person.ID + "|" + h.State + "|" + string(h.Classes[0])
		twice := false
		for _, j := range kept[key] {
			o := &out[j]
			if h.Source == o.Source && h.From != o.From {
				continue // dismissed and called back
			}
			if h.From.Known() && o.From.Known() && h.From-o.From < 62 && o.From-h.From < 62 {
				twice = true
				if !o.To.Known() && h.To.Known() && o.Source != facts.HandSource { // the later look knows the end
					o.To, o.Inexact = h.To, o.Inexact || h.Inexact
				}
				if o.AsOf < h.AsOf && !o.To.Known() && !h.To.Known() {
					o.AsOf = h.AsOf // seen in office later
				}
			}
		}
		if !twice {
			kept[key] = append(kept[key], len(out))
			out = append(out, h)
		}
	}
	b.Holdings = out
}
