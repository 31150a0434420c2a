package training

import (
	_ "embed"
	"strings"

	"dateline/lang/internal/encoder"
)

//go:embed orgwords.txt
var orgWordsTable string

//go:embed orgheads.txt
var orgHeadsTable string

// silverer tags names in raw news where it is sure, says O of small words and
// marks the rest doubtful, which teaches nothing. What it is sure of: names the
// gazetteer knows unambiguously, persons behind titles, organizations that say
// what they are.
type silverer struct {
	gaz    map[string]encoder.Class
	words  *vocabulary
	titles map[string]bool
}

func newSilverer(gaz map[string]encoder.Class, v *vocabulary) *silverer {
	return &silverer{gaz: gaz, words: v, titles: titles}
}

var calendar = set("january\nfebruary\nmarch\napril\nmay\njune\njuly\naugust\nseptember\noctober\nnovember\ndecember\n" +
	"monday\ntuesday\nwednesday\nthursday\nfriday\nsaturday\nsunday\ni\n'm\n's\nmr\nmrs\nms\ndr\nmr.\nmrs.\nms.\ndr.\n")

func capital(f string) bool {
	return f != "" && (f[0] >= 'A' && f[0] <= 'Z' || f[0] >= 0xC3 && encoder.Norm(f) != f)
}

func joiner(f string) bool {
	switch f {
	case "of", "and", "the", "for", "on", "in", "&", "-", "'s", "al", "de", "bin", "von", "van", "la", "el", "'", ".", "ul", "un":
		return true
	}
	return false
}

// tag gives the tags of a sentence, nil if it holds nothing sure.
func (s *silverer) tag(forms []string) []string {
	n := len(forms)
	low := make([]string, n)
	caps := 0
	for i, f := range forms {
		low[i] = strings.ToLower(f)
		caps += count(capital(f))
	}
	if n < 5 || caps*2 > n || strings.HasPrefix(low[0], "http") {
		return nil
	}
	tags := make([]string, n)
	for i, f := range forms {
		switch {
		case calendar[low[i]]:
			tags[i] = "O"
		case capital(f):
			tags[i] = doubtful
			if w := s.words.index[low[i]]; i == 0 && w > 0 && s.words.cases[w] == 1 {
				tags[i] = "O"
			}
		case joiner(f) && i > 0 && i+1 < n && (capital(forms[i-1]) || joiner(forms[i-1])) && (capital(forms[i+1]) || joiner(forms[i+1])):
			tags[i] = doubtful
		default:
			tags[i] = "O"
		}
	}
	sure := s.organizations(forms, low, tags)
	sure = s.titled(forms, low, tags) || sure
	sure = s.gazetted(forms, low, tags) || sure
	if !sure {
		return nil
	}
	return tags
}

func put(tags []string, first, last int, kind string) bool {
	for i := first; i < last; i++ {
		if strings.HasPrefix(tags[i], "B-") || strings.HasPrefix(tags[i], "I-") {
			return false
		}
	}
	for i := first; i < last; i++ {
		tags[i] = "I-" + kind
	}
	tags[first] = "B-" + kind
	return true
}

// organizations finds "Ministry of Foreign Affairs" and "Bank of …", and runs
// of capitals that end in "University", "Council", ….
func (s *silverer) organizations(forms, low, tags []string) (sure bool) {
	n := len(forms)
	for i := 0; i+2 < n; i++ {
		if !(capital(forms[i]) && orgFirst[low[i]] && low[i+1] == "of") {
			continue
		}
		first := i
		for first > 0 && i-first < 4 && capital(forms[first-1]) && tags[first-1] == doubtful && !s.titles[low[first-1]] && first-1 > 0 {
			first--
		}
		j := i + 2
		if low[j] == "the" && j+1 < n {
			j++
		}
		if !capital(forms[j]) {
			continue
		}
		for j < n && j-i < 8 && s.gaz[low[j]]&encoder.Given == 0 && (capital(forms[j]) || (low[j] == "and" || low[j] == "of") && j+1 < n && capital(forms[j+1]) && low[i] != "university" && low[i] != "bank") {
			j++
		}
		sure = put(tags, first, j, "ORG") || sure
		i = j
	}
	for i := 1; i < n; i++ {
		if !(capital(forms[i]) && orgLast[low[i]] && tags[i] == doubtful) || i+1 < n && (capital(forms[i+1]) || low[i+1] == "of" || low[i+1] == "for") {
			continue
		}
		first := i
		for first > 0 && i-first < 4 && capital(forms[first-1]) && tags[first-1] == doubtful && !s.titles[low[first-1]] {
			first--
		}
		if first == i || first == 0 || low[first] == "the" {
			continue
		}
		// a state's organ is named without the state where its adjective stands before it
		if s.gaz[low[first]]&encoder.Demonym != 0 && i-first == 1 && orgLast[low[i]] {
			continue
		}
		sure = put(tags, first, i+1, "ORG") || sure
	}
	return sure
}

// certain titles are followed by a person's name whenever capitals follow.
var certain = set("mr\nmr.\nmrs\nmrs.\nms\nms.\ndr\ndr.\nprofessor\nprof.\nsenator\nsen.\npresident\nminister\nsecretary\nambassador\n" +
	"chancellor\ngovernor\nmayor\ngeneral\ncolonel\nadmiral\nking\nqueen\nprince\nprincess\npope\narchbishop\ncongressman\nspokesperson\nspokesman\nspokeswoman\nundersecretary\npremier\n")

func (s *silverer) titled(forms, low, tags []string) (sure bool) {
	n := len(forms)
	for i := 0; i+1 < n; i++ {
		if !(capital(forms[i]) && certain[low[i]]) || tags[i] != doubtful && tags[i] != "O" {
			continue
		}
		j := i + 1
		for j < n && j-i <= 4 && capital(forms[j]) && !calendar[low[j]] && !s.titles[low[j]] && !orgLast[low[j]] &&
			s.gaz[low[j]]&(encoder.Country|encoder.Demonym) == 0 && (tags[j] == doubtful) {
			j++
		}
		if j == i+1 || j < n && (capital(forms[j]) || joiner(low[j]) && j+1 < n && capital(forms[j+1]) && low[j] != "and" && low[j] != "'s" && low[j] != "in" && low[j] != "of" && low[j] != "for" && low[j] != "on") {
			continue
		}
		if put(tags, i+1, j, "PER") {
			sure = true
			tags[i] = "O"
		}
	}
	return sure
}

// gazetted marks names of the gazetteer that can hardly be anything else.
func (s *silverer) gazetted(forms, low, tags []string) (sure bool) {
	n := len(forms)
	for i := 0; i < n; i++ {
		if !capital(forms[i]) || tags[i] != doubtful {
			continue
		}
		for k := min(6, n-i); k > 0; k-- {
			c := s.gaz[strings.Join(low[i:i+k], " ")]
			kind := s.kind(c, forms, low, i, k)
			if kind == "" || !put(tags, i, i+k, kind) {
				continue
			}
			sure = true
			i += k - 1
			break
		}
	}
	return sure
}

// kind decides what a match is, "" if that is not sure. A capitalised
// neighbour may make it part of a longer name.
func (s *silverer) kind(c encoder.Class, forms, low []string, i, k int) string {
	n := len(forms)
	before, after := i > 0 && capital(forms[i-1]) && !calendar[low[i-1]], i+k < n && capital(forms[i+k])
	switch {
	case c&encoder.Person != 0 && k > 1 && c&^(encoder.Person|encoder.Given|encoder.Surname) == 0:
		if !after {
			return "PER"
		}
	case c&encoder.Organization != 0 && (k > 1 || forms[i] == strings.ToUpper(forms[i]) && len(forms[i]) > 2 || c == encoder.Organization):
		if c&encoder.Demonym == 0 && !after && (!before || k > 1) {
			return "ORG"
		}
	case c&encoder.Country != 0 && c&(encoder.Given|encoder.Surname|encoder.Person) == 0 || c&encoder.Country != 0 && k > 1:
		if !after && !before {
			return "LOC"
		}
	case c&encoder.Demonym != 0 && k == 1:
		if !(after && i+2 < n && capital(forms[min(n-1, i+2)])) && !before && !after {
			return "NORP"
		}
	case c&encoder.Region != 0:
		if !after && !before {
			return "LOC"
		}
	case c&encoder.City != 0 && (k > 1 || c == encoder.City || c == encoder.City|encoder.Town):
		if !after && !before && i > 0 {
			switch low[i-1] {
			case "in", "to", "from", "at", "near", "of", "visit", "visited", "and", ",":
				return "LOC"
			}
		}
	}
	return ""
}
