package facts

import (
	"strings"
	"unicode"
)

// particles begin a surname: "van der Bellen", "bin Salman", "al-Assad".
var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true,
	"da": true, "dos": true, "du": true, "la": true, "le": true, "al": true, "el": true, "bin": true, "ibn": true,
	"ben": true, "ould": true, "ter": true, "zu": true, "abu": true, "lo": true,
}

// surnameFirst are the states whose persons news name surname first.
var surnameFirst = map[string]bool{
	"CHN": true, "TWN": true, "KOR": true, "PRK": true, "VNM": true, "KHM": true, "HKG": true, "MAC": true, "SGP": true,
}

// orderVaries are the states whose names stand in either order.
var orderVaries = map[string]bool{"JPN": true, "MNG": true, "HUN": true, "CHN": true, "TWN": true, "KOR": true, "VNM": true, "KHM": true}

// SurnameOf is the part of a full name that stands alone in news.
func SurnameOf(name, state string) string {
	words := nameWords(name)
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	if surnameFirst[state] && eastAsian(words) {
		if state == "VNM" {
			return words[len(words)-1]
		}
		return words[0]
	}
	last := len(words) - 1
	first := last
	for first > 1 && particles[strings.ToLower(words[first-1])] {
		first--
	}
	return strings.Join(words[first:], " ")
}

// eastAsian reports whether a name is written surname first: a short first word
// and no given name of the West after it ("Xi Jinping", not "Joseph Wu").
func eastAsian(words []string) bool {
	first := Fold(words[0])
	if g := westernGiven[first]; g {
		return false
	}
	return len(first) <= 7 && !strings.HasSuffix(words[0], ".")
}

var westernGiven = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`joseph jason jaw james john david frank william andrew carrie leonard vivian
		balakrishnan tharman halimah grace lawrence josephine desmond edwin teodoro alice eric paul stanley kevin
		ryan audrey sim masagos indranee joseph mark raymond johnny philip lucas tony george chris charles shanmugam`) {
		m[w] = true
	}
	return m
}()

// nameWords splits a name and drops ranks and suffixes.
func nameWords(name string) []string {
	if i := strings.IndexAny(name, ",("); i > 0 {
		name = name[:i]
	}
	var out []string
	for _, w := range strings.Fields(name) {
		switch Fold(w) {
		case "jr", "sr", "ii", "iii", "iv", "dr", "sir", "dame", "lord", "gen", "general", "col", "lt", "adm", "prof", "hon":
			if w != "Ii" {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// Surnames are the forms in which a surname stands alone, likeliest first.
func Surnames(name, surname, state string) []string {
	s := surname
	if s == "" {
		s = SurnameOf(name, state)
	}
	if s == "" {
		return nil
	}
	out := []string{s}
	words := strings.Fields(strings.ReplaceAll(s, "-", " "))
	if len(words) > 1 && particles[strings.ToLower(words[0])] {
		tail := words[len(words)-1]
		if !strings.EqualFold(words[0], "abu") && len(words) == 2 && unicode.IsUpper([]rune(tail)[0]) {
			out = append(out, tail)
		}
	} else if surname == "" && len(words) == 1 && iberian[state] {
		all := nameWords(name)
		if n := len(all); n >= 3 { // "López Obrador", "Sánchez" of "Pedro Sánchez Pérez"
			out = append(out, all[n-2]+" "+all[n-1], all[n-2])
		}
	}
	return out
}

var iberian = map[string]bool{
	"ESP": true, "MEX": true, "COL": true, "VEN": true, "PER": true, "CHL": true, "ARG": true, "CUB": true,
	"ECU": true, "BOL": true, "GTM": true, "HND": true, "SLV": true, "NIC": true, "CRI": true, "PAN": true,
	"DOM": true, "PRY": true, "URY": true, "PHL": true, "BRA": true, "PRT": true,
}

// Variants are the full forms of a name, the form given first: without middle
// names, without titles, in the other order, with short first names.
func Variants(name, surname, state string) []string {
	words := nameWords(name)
	if len(words) == 0 {
		return nil
	}
	out := []string{strings.Join(words, " ")}
	put := func(parts ...string) {
		v := strings.Join(parts, " ")
		for _, o := range out {
			if o == v {
				return
			}
		}
		out = append(out, v)
	}
	if len(words) == 1 {
		return out
	}
	if surname == "" {
		surname = SurnameOf(name, state)
	}
	last := len(strings.Fields(surname))
	first, rest := words[0], words[1:]
	if surnameFirst[state] && eastAsian(words) {
		put(append(append([]string{}, rest...), first)...)
		return out
	}
	if orderVaries[state] && len(words) == 2 {
		put(words[1], words[0])
	}
	if len(words) > last+1 && last > 0 { // drop middle names
		put(first, surname)
		if iberian[state] && last == 1 {
			put(first, words[len(words)-2])
			put(first, words[len(words)-2], words[len(words)-1])
		}
		if strings.HasSuffix(first, ".") || len(first) == 1 {
			put(append(append([]string{}, words[1:len(words)-last]...), surname)...)
		}
	}
	if strings.HasPrefix(strings.ToLower(surname), "al-") || strings.HasPrefix(strings.ToLower(surname), "el-") {
		put(first, surname[3:])
	}
	for _, short := range shortNames[Fold(first)] {
		put(short, surname)
	}
	return out
}

var shortNames = map[string][]string{
	"joseph": {"Joe"}, "joe": {"Joseph"}, "anthony": {"Tony", "Antony"}, "antony": {"Tony", "Anthony"}, "tony": {"Anthony", "Antony"},
	"william": {"Bill", "Will"}, "bill": {"William"}, "robert": {"Bob", "Rob"}, "bob": {"Robert"},
	"james": {"Jim", "Jimmy", "Jake"}, "jim": {"James"}, "michael": {"Mike"}, "mike": {"Michael"}, "jacob": {"Jake"}, "jake": {"Jacob"},
	"richard": {"Dick", "Rick"}, "thomas": {"Tom"}, "tom": {"Thomas"}, "edward": {"Ed", "Ted"}, "ed": {"Edward"},
	"daniel": {"Dan"}, "dan": {"Daniel"}, "donald": {"Don"}, "benjamin": {"Ben", "Bibi"}, "christopher": {"Chris"},
	"chris": {"Christopher"}, "stephen": {"Steve", "Steven"}, "steven": {"Steve", "Stephen"}, "steve": {"Steven", "Stephen"},
	"peter": {"Pete"}, "pete": {"Peter"}, "charles": {"Charlie", "Chuck"}, "chuck": {"Charles"}, "samuel": {"Sam"}, "matthew": {"Matt"},
	"nicholas": {"Nick"}, "timothy": {"Tim"}, "tim": {"Timothy"}, "theodore": {"Ted"}, "kenneth": {"Ken"}, "david": {"Dave"}, "alexander": {"Alex", "Aleksandr"},
	"katherine": {"Kathy", "Kate"}, "elizabeth": {"Liz"}, "janet": {"Jan"}, "gregory": {"Greg"}, "jeffrey": {"Jeff"},
	"patrick": {"Pat"}, "ronald": {"Ron"}, "lawrence": {"Larry"}, "andrew": {"Andy"}, "philip": {"Phil"}, "leonard": {"Leo", "Len"},
	"sergei": {"Sergey"}, "sergey": {"Sergei"}, "aleksandr": {"Alexander"}, "dmitry": {"Dmitri"}, "dmitri": {"Dmitry"}, "dmytro": {"Dmitry"},
	"mohammed": {"Mohamed", "Muhammad", "Mohammad"}, "mohamed": {"Mohammed", "Muhammad", "Mohammad"},
	"mohammad": {"Mohammed", "Mohamed", "Muhammad"}, "muhammad": {"Mohammed", "Mohamed", "Mohammad"},
	"yuri": {"Yury", "Yuriy"}, "yury": {"Yuri"}, "volodymyr": {"Vladimir"}, "nikolai": {"Nikolay"}, "nikolay": {"Nikolai"},
	"andrei": {"Andrey"}, "andrey": {"Andrei"}, "alexei": {"Alexey", "Aleksei"}, "alexey": {"Alexei"}, "aleksey": {"Alexei"},
	"abdallah": {"Abdullah"}, "abdullah": {"Abdallah"}, "hussein": {"Hussain"}, "sayyid": {"Sayed"}, "recep": {"Tayyip"},
}

// Sound is a skeleton of a word in which the common romanizations of one name
// agree: consonants only, alike ones made one ("Zelenskyy", "Zelenskiy";
// "Haneef", "Hanif").
func Sound(s string) string {
	s = Fold(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "al "), "el ")
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch c {
		case ' ':
			continue
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if len(out) == 0 {
				out = append(out, 'a')
			}
			continue
		case 'h':
			if len(out) > 0 {
				continue
			}
		case 'c':
			if next == 'h' {
				c = 's'
			} else {
				c = 'k'
			}
		case 'q', 'g':
			c = 'k'
		case 'w':
			c = 'v'
		case 'z':
			c = 's'
		case 'j':
			c = 's'
		case 'p':
			if next == 'h' {
				c = 'f'
			}
		}
		if n := len(out); n > 0 && out[n-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}
