package training

import (
	"strings"

	"dateline/lang/internal/encoder"
)

// acronyms finds in raw text organizations that introduce their abbreviation:
// "the Norland Fishing Authority (NFA)". What stands in brackets must be made of
// the initials of the capitalised words before it. It gives the abbreviations
// and the long names that were seen at least twice.
func acronyms(raw [][]string, gaz map[string]encoder.Class) map[string]bool {
	seen := map[string]int{}
	for _, s := range raw {
		for i := 3; i+1 < len(s); i++ {
			if s[i-1] != "(" || s[i+1] != ")" || !isAcronym(s[i]) {
				continue
			}
			first := longForm(s, i-1, s[i])
			if first < 0 {
				continue
			}
			long := strings.ToLower(strings.Join(s[first:i-1], " "))
			if !saysOrganization(s[first:i-1]) || gaz[long]&(encoder.Country|encoder.Person|encoder.City) != 0 || gaz[strings.ToLower(s[i])]&encoder.Country != 0 {
				continue
			}
			seen[strings.ToLower(s[i])]++
			seen[long]++
		}
	}
	out := map[string]bool{}
	for n, c := range seen {
		if c >= 2 {
			out[n] = true
		}
	}
	return out
}

var orgLast, orgFirst = set(orgWordsTable), set(orgHeadsTable)

// saysOrganization reports whether a long name ends in a word like "council"
// or has one like "ministry" before an "of" or "for".
func saysOrganization(words []string) bool {
	if orgLast[strings.ToLower(words[len(words)-1])] {
		return true
	}
	for i, w := range words[:len(words)-1] {
		if (orgFirst[strings.ToLower(w)] || orgLast[strings.ToLower(w)]) && (words[i+1] == "of" || words[i+1] == "for" || words[i+1] == "on") {
			return true
		}
	}
	return false
}

func isAcronym(f string) bool {
	if len(f) < 2 || len(f) > 8 {
		return false
	}
	upper := 0
	for i := range len(f) {
		if f[i] >= 'A' && f[i] <= 'Z' {
			upper++
		} else if !(f[i] >= 'a' && f[i] <= 'z') {
			return false
		}
	}
	return upper >= 2 && upper*2 > len(f)
}

// longForm finds where the words before end begin whose capitals spell the
// acronym, -1 if there are none.
func longForm(s []string, end int, acronym string) int {
	k := len(acronym) - 1
	for i := end - 1; i >= 0 && end-i <= 10; i-- {
		f := s[i]
		switch {
		case capital(f) && strings.EqualFold(f[:1], acronym[k:k+1]):
			if k--; k < 0 {
				if end-i < 2 {
					return -1
				}
				return i
			}
		case joiner(strings.ToLower(f)) || f == "to":
			if k > 0 && strings.EqualFold(f[:1], acronym[k:k+1]) && i > 0 && !capital(s[i-1]) {
				k--
			}
		default:
			return -1
		}
	}
	return -1
}
