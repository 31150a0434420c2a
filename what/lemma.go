package what

import (
	"strings"
	"sync"
)

// lemma is the base form of a token as the tables write it. Where the tagger's
// lemma is no word of the tables, the regular inflections of the form are
// undone and the first base that the tables know is taken: a table row is
// never missed because a rare verb was stemmed wrongly.
func (r *reader) lemma(i int) string {
	if l := r.lemmas[i]; l != "" {
		return l
	}
	t := &r.doc.Tokens[i]
	l := lower(t.Lemma)
	switch t.UPOS {
	case "PROPN":
		if b, plural := strings.CutSuffix(l, "s"); plural && !r.tabs.known[l] && r.tabs.known[b] {
			l = b
		}
	case "VERB", "NOUN", "AUX":
		if b := irregular()[lower(t.Form)]; b != "" && t.UPOS != "NOUN" {
			l = b
		} else if l == "thanks" && r.doc.Child(i, "obj") > i {
			l = "thank" // "Lind thanks Norland for its help"
		} else if !r.tabs.known[l] {
			form := lower(t.Form)
			if rest, re := strings.CutPrefix(form, "re-"); re {
				form = "re" + rest // "re-open"
			}
			x := t.XPOS
			if x == "VBP" && strings.HasSuffix(form, "s") {
				x = "VBZ" // a singular that the tagger missed
			}
			for _, b := range append(bases(form, x), form) {
				if r.tabs.known[b] {
					l = b
					break
				}
			}
		}
	}
	if l == "fire" && i > 1 && strings.HasPrefix(r.doc.Tokens[i-1].Form, "-") && lower(r.doc.Tokens[i-2].Form) == "cease" {
		l = "ceasefire" // cut at its hyphen
	}
	if l == "up" && i > 1 && strings.HasPrefix(r.doc.Tokens[i-1].Form, "-") && lower(r.doc.Tokens[i-2].Form) == "build" {
		l = "buildup"
	}
	r.lemmas[i] = l
	return l
}

// irregular maps the past forms of irregular verbs to their base.
var irregular = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, v := range strings.Split(irregularVerbs, ";") {
		w := strings.Fields(v)
		for _, f := range w[1:] {
			m[f] = w[0]
		}
	}
	return m
})

const irregularVerbs = `arise arose arisen;bear bore borne;beat beaten;become became;begin began begun;bind bound;bite bit bitten;
bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;buy bought;catch caught;
choose chose chosen;cling clung;come came;creep crept;deal dealt;dig dug;do did done;draw drew drawn;drink drank drunk;
drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown;
forbid forbade forbidden;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;
go went gone;grow grew grown;hang hung;hear heard;hide hid hidden;hold held;keep kept;know knew known;lay laid;lead led;
leave left;lend lent;lose lost;make made;mean meant;meet met;oversee oversaw overseen;overthrow overthrew overthrown;
overtake overtook overtaken;override overrode overridden;pay paid;rebuild rebuilt;retake retook retaken;ride rode ridden;
rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent;shake shook shaken;shoot shot;show showed shown;
shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;slay slew slain;sleep slept;speak spoke spoken;spend spent;
stand stood;steal stole stolen;stick stuck;strike struck stricken;strive strove striven;swear swore sworn;sweep swept;
take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;undergo underwent undergone;
understand understood;undertake undertook undertaken;uphold upheld;wake woke woken;wear wore worn;win won;
withdraw withdrew withdrawn;withhold withheld;withstand withstood;write wrote written;forgo forwent forgone`

// bases undoes regular English inflection, the likelier base first.
func bases(form, xpos string) []string {
	cut := func(suffix string, adds ...string) []string {
		stem, ok := strings.CutSuffix(form, suffix)
		if !ok || len(stem) < 2 {
			return nil
		}
		var out []string
		for _, a := range adds {
			out = append(out, stem+a)
		}
		if n := len(stem); suffix != "s" && stem[n-1] == stem[n-2] {
			out = append(out, stem[:n-1])
		}
		return out
	}
	var out []string
	switch xpos {
	case "VBD", "VBN":
		out = append(out, cut("ied", "y")...)
		out = append(out, cut("ed", "e", "")...)
	case "VBG":
		out = append(out, cut("ying", "ie")...)
		out = append(out, cut("ing", "e", "")...)
	case "VBZ", "NNS":
		if stem, ok := strings.CutSuffix(form, "men"); ok {
			out = append(out, stem+"man")
		}
		out = append(out, cut("ies", "y")...)
		out = append(out, cut("s", "")...)
		out = append(out, cut("es", "")...)
	default:
		out = append(out, form)
	}
	return out
}
