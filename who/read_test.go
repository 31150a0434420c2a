package who_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/facts"
	"dateline/lang"
	"dateline/who"
)

func read(t testing.TB, day, title, text string) (*lang.Doc, *who.Layer) {
	t.Helper()
	d, err := dateline.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	doc := lang.Parse(text, nil)
	return doc, who.Read(doc, &dateline.Article{Text: text, Date: d, Title: title}, nil, facts.Default())
}

// referents gives those that the n-th occurrence of a word refers to, as
// "name/state".
func referents(doc *lang.Doc, l *who.Layer, word string) string {
	want, n := word, 1
	if i := strings.IndexByte(word, '#'); i > 0 {
		want = word[:i]
		fmt.Sscan(word[i+1:], &n)
	}
	for i := range doc.Tokens {
		if doc.Tokens[i].Form != want {
			continue
		}
		if n--; n > 0 {
			continue
		}
		var out []string
		for _, e := range l.Resolve(i) {
			a := l.Actor(e)
			out = append(out, a.Name+"/"+a.State)
		}
		return strings.Join(out, " + ")
	}
	return "no " + word
}

// Each sentence is our own; the people in it are invented unless the facts are
// what is tested.
var readings = []struct {
	name, day, text string
	want            map[string]string
}{
	{"title and name are one", "2031-03-04", "Norwegian Foreign Minister Ada Lindqvist met Swedish Prime Minister Per Dahlberg in Oslo.",
		map[string]string{"Ada": "Ada Lindqvist/NOR", "Per": "Per Dahlberg/SWE"}},
	{"a state between title and name", "2031-03-04", "The talks were opened by President of the Republic of Chile Ana Rojasol.",
		map[string]string{"Ana": "Ana Rojasol/CHL"}},
	{"a state that the model takes into the name", "2031-03-04", "The minister met with President of China Ana Rojasol on Monday.",
		map[string]string{"Ana": "Ana Rojasol/CHN"}},
	{"what a verb takes is not of its object", "2031-03-04", "Peru accused the government of Chile of Russophobia.",
		map[string]string{"government": "government of Chile/CHL"}},
	{"governments of others", "2031-03-04", "Chile asked foreign governments for help.",
		map[string]string{"governments": "foreign governments/"}},
	{"where the last state is", "2031-03-04", "The Norwegian envoy visited Fiji, where she met Prime Minister Rosa Ttitoval.",
		map[string]string{"Rosa": "Rosa Ttitoval/FJI"}},
	{"a conjunct behind an aside", "2031-03-04", "Ada Lindqvist, the Norwegian foreign minister, and Per Dahlberg, the deputy minister for trade, met on Monday.",
		map[string]string{"Per": "Per Dahlberg/NOR"}},
	{"where an envoy is sent", "2031-03-04", "The UN special envoy for Sudan Per Dahlberg met officials in Oslo.",
		map[string]string{"Per": "Per Dahlberg/UN"}},
	{"a first name that is a title", "2031-03-04", "Afghan Foreign Minister Amir Lindqvist arrived in Oslo.",
		map[string]string{"Amir": "Amir Lindqvist/AFG"}},
	{"a force of a people", "2031-03-04", "Turkish-backed rebels attacked Kurdish forces.",
		map[string]string{"forces": "Kurdish forces/"}},
	{"an office of a state's body", "2031-03-04", "The head of Guinea's junta Omar Lindqvist held talks with officials.",
		map[string]string{"Omar": "Omar Lindqvist/GIN"}},
	{"whence somebody is withdrawn", "2031-03-04", "The withdrawal of Chilean troops from Peru began on Monday.",
		map[string]string{"troops": "Chilean troops/CHL"}},
	{"a general strike is no general", "2031-03-04", "Unions called a one-day general strike in Lima.",
		map[string]string{"strike": ""}},
	{"two offices, one person", "2031-03-04", "Thai deputy prime minister and foreign minister Somsak Prateepat visited Hanoi.",
		map[string]string{"Somsak": "Somsak Prateepat/THA"}},
	{"surname and pronoun", "2031-03-04", "Danish Prime Minister Karen Holmgaard arrived on Monday. Holmgaard said she would stay.",
		map[string]string{"Holmgaard#2": "Karen Holmgaard/DNK", "she": "Karen Holmgaard/DNK"}},
	{"a conjunct's state", "2031-03-04", "Peruvian president Luis Quispeal and energy minister Rosa Ttito signed the accord.",
		map[string]string{"Rosa": "Rosa Ttito/PER"}},
	{"an envoy is of the state that sends", "2031-03-04", "The Peruvian ambassador to Brazil, Luis Quispeal, was summoned.",
		map[string]string{"ambassador": "Luis Quispeal/PER"}},
	{"her counterpart is of the other state", "2031-03-04", "Estonian defence minister Mari Kaskpea met her Latvian counterpart, Janis Ozolkalns, on Friday.",
		map[string]string{"counterpart": "Janis Ozolkalns/LVA", "her": "Mari Kaskpea/EST"}},
	{"the pair", "2031-03-04", "Karen Holmgaard met Per Dahlberg on Monday. The pair agreed to meet again.",
		map[string]string{"pair": "Karen Holmgaard/ + Per Dahlberg/"}},
	{"a ministry acts for its state", "2031-03-04", "The Chilean foreign ministry rejected the claim. The ministry said nothing more.",
		map[string]string{"ministry": "Chilean foreign ministry/CHL", "ministry#2": "Chilean foreign ministry/CHL"}},
	{"bodies have their short name", "2031-03-04", "The European Union and the United Nations condemned the attack.",
		map[string]string{"Union": "European Union/EU + United Nations/UN", "Nations": "United Nations/UN"}},
	{"rebels act for no state", "2031-03-04", "Chilean rebels attacked Chilean troops.",
		map[string]string{"rebels": "Chilean rebels/", "troops": "Chilean troops/CHL"}},
	{"leaders of several states", "2031-03-04", "The presidents of Chile and Peru met on Monday.",
		map[string]string{"presidents": "president of Chile/CHL + president of Peru/PER"}},
	{"a body with what it is of", "2031-03-04", "The government of Chile and the Red Llama Front began talks.",
		map[string]string{"government": "government of Chile/CHL + Red Llama Front/"}},
	{"the speaker behind I", "2031-03-04", "\"I will go,\" said Chilean President Ana Rojasol.",
		map[string]string{"I": "Ana Rojasol/CHL"}},
	{"the group is the body named last", "2031-03-04", "The Red Llama Front claimed the attack. The group gave no reason.",
		map[string]string{"group": "Red Llama Front/"}},
	{"a quotation goes on", "2031-03-04", "Chilean President Ana Rojasol said, \"It is late. I will go.\"",
		map[string]string{"I": "Ana Rojasol/CHL"}},
	{"his country", "2031-03-04", "Chilean President Luis Rojasol said his country would help.",
		map[string]string{"country": "Chile/CHL"}},
	{"one told to act owns what it acts on", "2031-03-04", "Chile ordered Peru to close its consulate.",
		map[string]string{"its": "Peru/PER"}},
	{"a name that a state shares", "2031-03-04", "Georgia Governor Bill Tatterly signed the bill.",
		map[string]string{"Bill": "Bill Tatterly/USA"}},
	{"the state itself", "2031-03-04", "Georgia recalled its envoy from Moscow.",
		map[string]string{"Georgia": "Georgia/GEO"}},
	{"who is summoned is of another state", "2031-03-04", "Chile summoned the ambassador.",
		map[string]string{"ambassador": "ambassador/"}},
	{"facts know the holder", "2021-06-15", "The U.S. secretary of state met the German chancellor.",
		map[string]string{"chancellor": "German chancellor/DEU"}},
	{"an office in focus", "2031-03-04", "Chile closed its border. Foreign Minister Ana Rojasol defended the step.",
		map[string]string{"Ana": "Ana Rojasol/CHL"}},
	{"a state told later beats one guessed", "2031-03-04", "Chile closed its border. Foreign Minister Rosa Ttitoval protested. Peruvian Foreign Minister Rosa Ttitoval will fly to Lima.",
		map[string]string{"Rosa": "Rosa Ttitoval/PER", "Rosa#2": "Rosa Ttitoval/PER"}},
	{"a state told beats one guessed later", "2031-03-04", "Peruvian Foreign Minister Rosa Ttitoval will fly home. Chilean President Ana Rojasol and Foreign Minister Rosa Ttitoval met.",
		map[string]string{"Rosa": "Rosa Ttitoval/PER", "Rosa#2": "Rosa Ttitoval/PER"}},
	{"an office of another time", "2031-03-04", "China cut military ties after a controversial visit to Taiwan by Ada Lind, then speaker of the Norwegian parliament.",
		map[string]string{"Ada": "Ada Lind/NOR", "speaker": "Ada Lind/NOR"}},
	{"the minister is one", "2031-03-04", "Swedish Defence Minister Karl Holmberg met Liis Kask, the foreign minister of Estonia.",
		map[string]string{"minister": "Liis Kask/EST"}},
	{"a counterpart who was named", "2031-03-04", "Chilean Defence Minister Luis Quispeal flew to Tallinn. Estonian defence minister Mari Kaskpea met her Chilean counterpart on Friday.",
		map[string]string{"counterpart": "Luis Quispeal/CHL"}},
	{"a surname cut at its hyphen", "2031-03-04", "Kaskpea-Rebane is due to dine in Oslo. Estonian Foreign Minister Liis Kaskpea-Rebane left. Kaskpea-Rebane slept.",
		map[string]string{"Kaskpea": "Liis Kaskpea-Rebane/EST", "Kaskpea#3": "Liis Kaskpea-Rebane/EST"}},
	{"initials cut off", "2031-03-04", "Chile's president met S. M. Tallapragada, India's foreign minister, in Lima. Indian Foreign Minister S.M. Tallapragada then left.",
		map[string]string{"M.": "S. M. Tallapragada/IND", "S.M.": "S. M. Tallapragada/IND"}},
	{"a middle initial told once", "2031-03-04", "Canadian Foreign Minister Joan F. Kerrigal landed in Riga. Joan Kerrigal spoke.",
		map[string]string{"Joan": "Joan F. Kerrigal/CAN", "Joan#2": "Joan F. Kerrigal/CAN"}},
	{"a surname that is a month", "2031-03-04", "British Interior Minister Josephine June met reporters. The talks in June were long. Later June flew home.",
		map[string]string{"Josephine": "Josephine June/GBR", "June#2": "", "June#3": "Josephine June/GBR"}},
	{"those who met", "2031-03-04", "Chilean President Ana Rojasol met with Peruvian President Luis Quispeal in Lima. The farmers of Puno protested. They discussed fishing. The two leaders will meet again.",
		map[string]string{"They": "Ana Rojasol/CHL + Luis Quispeal/PER", "leaders": "Ana Rojasol/CHL + Luis Quispeal/PER"}},
	{"those who went together", "2031-03-04", "Chilean President Ana Rojasol, joined by Interior Minister Pedro Quilapan, flew to Lima. They will meet fishermen.",
		map[string]string{"They": "Ana Rojasol/CHL + Pedro Quilapan/CHL"}},
	{"presidents are who hold that office", "2031-03-04", "Chilean President Ana Rojasol and her husband Juan Maripil received Peruvian President Luis Quispeal. The presidents dined.",
		map[string]string{"presidents": "Ana Rojasol/CHL + Luis Quispeal/PER"}},
	{"the office of whom the text is about", "2031-03-04", "Chilean President Ana Rojasol opened a port in Arica. She met President of Tarapaca Luis Maripil. The president then flew home.",
		map[string]string{"president": "Ana Rojasol/CHL"}},
	{"not the doer of the same verb", "2031-03-04", "Acting President and Prime Minister Luis Quispeal of Peru wrote to Chilean Prime Minister Ana Rojasol. Quispeal had talked with the prime minister before.",
		map[string]string{"minister": "Ana Rojasol/CHL"}},
	{"praised for what is their own", "2031-03-04", "Chilean President Luis Rojasol congratulated Peru's Pedro Quispeal on his victory.",
		map[string]string{"his": "Pedro Quispeal/PER"}},
	{"owner of what stands beside", "2031-03-04", "The minister praised Chile's trade with Peru and its exports.",
		map[string]string{"its": "Chile/CHL"}},
	{"who speaks says I", "2031-03-04", "Chilean Labour Minister Rosa Maripil met Interior Minister Ana Rojasol. Maripil said: \"I asked Rojasol. She will go.\"",
		map[string]string{"She": "Ana Rojasol/CHL"}},
	{"words behind a colon", "2031-03-04", "Peruvian lawmaker Rosa Quispeal spoke to reporters: \"I urge calm.\"",
		map[string]string{"I": "Rosa Quispeal/PER"}},
	{"a name that begins anew", "2031-03-04", "Chile's president met Peruvian President Luis Quispeal Quispeal LuisPresident of Peru in Lima.",
		map[string]string{"Luis": "Luis Quispeal/PER"}},
	{"the kingdom is the state called so", "2031-03-04", "Ministers of Norway spoke with the Kingdom of Denmark about Chile. Ships left the Kingdom.",
		map[string]string{"Kingdom#2": "Kingdom of Denmark/DNK"}},
	{"a short name told in brackets", "2031-03-04", "The Telugu Salmon Party (TSP) protested. TSP leaders marched. Later the TSP won.",
		map[string]string{"TSP": "Telugu Salmon Party/", "TSP#2": "Telugu Salmon Party/", "TSP#3": "Telugu Salmon Party/"}},
	{"armed groups are several", "2023-11-01", "Hamas thanked Hezbollah. Boko Haram attacked the PKK.",
		map[string]string{"Hamas": "Hamas/", "Hezbollah": "Hezbollah/", "Boko": "Boko Haram/", "PKK": "PKK/"}},
	{"a state's full name", "2031-03-04", "US troops left Lima. The United States agreed with Delhi. India said so.",
		map[string]string{"US": "United States/USA", "Delhi": "India/IND"}},
	{"a commission on something", "2031-03-04", "The Andean Commission on Llama Rights met in Lima.",
		map[string]string{"Commission": "Andean Commission on Llama Rights/"}},
	{"another congress", "2031-03-04", "The National Congress for the Defence of Llamas met Chile's government.",
		map[string]string{"Congress": "National Congress for the Defence of Llamas/"}},
	{"a name with a small end", "2018-08-15", "South Korean President Moon Jae-in announces plans.",
		map[string]string{"Moon": "Moon Jae-in/KOR"}},
	{"whom only the facts know", "2017-08-15", "Aung San Suu Kyi is permitted to meet them.",
		map[string]string{"Aung": "Aung San Suu Kyi/MMR"}},
	{"no general", "2018-08-15", "General Motors said no to Chile.",
		map[string]string{"Motors": "General Motors/"}},
	{"the latter", "2031-03-04", "Chile summoned a Peruvian diplomat after the latter country fired.",
		map[string]string{"country": "Peru/PER"}},
	{"countries of those who meet, not where they meet", "2019-02-28", "The talks between Chilean President Ana Rojasol and Peruvian President Luis Quispeal in Hanoi brought nothing to the two countries.",
		map[string]string{"countries": "Chile/CHL + Peru/PER"}},
	{"a body called by its last word", "2031-03-04", "The Parliament of Chile voted. American soldiers left. The Parliament's decision was welcomed.",
		map[string]string{"Parliament#2": "Parliament of Chile/CHL"}},
	{"offices behind two names", "2031-03-04", "A protocol was signed by Jens Holmberg, secretary general of NATO, and Nikola Ttitoval, foreign minister of Peru.",
		map[string]string{"Jens": "Jens Holmberg/NATO + Nikola Ttitoval/PER", "Nikola": "Nikola Ttitoval/PER"}},
	{"presidents of two adjectives", "2031-03-04", "The Chilean and Peruvian presidents talked. Peruvian President Luis Quispeal left. The Chilean and Peruvian presidents rested.",
		map[string]string{"presidents": "Chilean president/CHL + Peruvian president/PER", "presidents#2": "Chilean president/CHL + Luis Quispeal/PER"}},
	{"under secretaries", "2031-03-04", "Chilean Under Secretary of State for Arms Control Ana Rojasol left.",
		map[string]string{"Ana": "Ana Rojasol/CHL"}},
	{"another congress than the Congress", "2031-03-04", "Workers met at the Congress of Municipal Gardens.",
		map[string]string{"Congress": "Congress of Municipal Gardens/"}},
	{"one organ by two names", "2031-03-04", "The UNSC met. The Security Council voted.",
		map[string]string{"UNSC": "Security Council/UN", "Council": "Security Council/UN"}},
	{"a company's short name", "2031-03-04", "Chile banned the airline Mahuenko Air on Monday. Mahuenko has been under sanctions since 2021. Peru welcomed the ban on Mahuenko.",
		map[string]string{"Mahuenko#2": "Mahuenko Air/", "Mahuenko#3": "Mahuenko Air/"}},
	{"emir and sheikh", "2017-07-11", "Visit to Qatar. The minister met with Emir Sheikh Tamim bin Hamad Al Thani.",
		map[string]string{"Tamim": "Tamim bin Hamad Al Thani/QAT"}},
	{"a president-elect", "2012-11-27", "Visit from Mexico. President-elect Enrique Pena Nieto came.",
		map[string]string{"Enrique": "Enrique Pena Nieto/MEX"}},
	{"a state of another beside", "2013-10-21", "He met Saudi Foreign Minister Saud al-Faisal, Foreign Minister Laurent Fabius and others.",
		map[string]string{"Laurent": "Laurent Fabius/FRA"}},
	{"a name of several hyphens", "2017-10-02", "Prime Minister Prayut Chan-o-cha of Thailand came.",
		map[string]string{"Prayut": "Prayut Chan-o-cha/THA"}},
	{"a house of several states", "2031-03-04", "The Philippine government sent its bill to the Congress. Senators waited.",
		map[string]string{"Congress": "Congress/PHL"}},
	{"a commission with its short name", "2031-03-04", "Chile's National Llama Commission (NLC) met. The NLC voted. The commission refused.",
		map[string]string{"NLC": "Chile's National Llama Commission/CHL", "commission": "Chile's National Llama Commission/CHL"}},
	{"a ministry and its state", "2031-03-04", "Peru's Ministry of Defence replied.",
		map[string]string{"Ministry": "Peru's Ministry of Defence/PER"}},
	{"an embassy is not of where it is", "2031-03-04", "Monks wrote to embassies in Lima.",
		map[string]string{"embassies": "embassies/"}},
	{"his counterpart whom the text named", "2031-03-04", "Peruvian President Luis Quispeal flew home. Chilean President Ana Rojasol will call her counterpart.",
		map[string]string{"counterpart": "Luis Quispeal/PER"}},
	{"a state's own council", "2031-03-04", "Peru's Security Council met. Later the United Nations said nothing.",
		map[string]string{"Council": "Peru's Security Council/PER"}},
	{"the North and the South", "2031-03-04", "South Korea sent a ship. It wrote to the North, and the South waited.",
		map[string]string{"North": "North Korea/PRK", "South#2": "South Korea/KOR"}},
	{"a state of which the second half stands behind the other", "2031-03-04", "North and South Korea agree to talk.",
		map[string]string{"North": "North Korea/PRK + South Korea/KOR", "Korea": "South Korea/KOR"}},
	{"somebody and his government", "2031-03-04", "Turkish President Recep Yildirimsoy accused Peruvian President Luis Quispeal and his administration of greed.",
		map[string]string{"his": "Luis Quispeal/PER", "administration": "administration/PER"}},
	{"a state with its short name before a title", "2031-03-04", "Ada Lind phoned Republic of Korea (ROK) Second Vice Foreign Minister Choi Jong Kunwoo about sanctions on the Putin regime.",
		map[string]string{"Republic": "Choi Jong Kunwoo/KOR", "Choi": "Choi Jong Kunwoo/KOR", "regime": "Putin regime/RUS"}},
	{"a body before a title", "2031-03-04", "U.S. Department of State Counselor Luis Quilapan flew to Lima.",
		map[string]string{"Luis": "Luis Quilapan/USA"}},
	{"initials of a ministry", "2031-03-04", "She met French MFA Secretary General Ana Maripil and Peruvian MFA Director Luis Quispeal.",
		map[string]string{"Ana": "Ana Maripil/FRA + Luis Quispeal/PER"}},
	{"leaders whose names stand behind", "2031-03-04", "Today the Andean leaders – President Ana Rojasol of Chile, President Luis Quispeal of Peru, and President Rosa Mamanilla of Bolivia – met in Lima.",
		map[string]string{"leaders": "Ana Rojasol/CHL + Luis Quispeal/PER + Rosa Mamanilla/BOL"}},
	{"a middle name alone", "2031-03-04", "Chilean President Moira Fakimoto Mahuenko left. President Fakimoto will return.",
		map[string]string{"Fakimoto#2": "Moira Fakimoto Mahuenko/CHL"}},
	{"the government of somebody", "2015-06-04", "Chile supported the government of Abdrabbuh Mansur Hadi.",
		map[string]string{"government": "government of Abdrabbuh Mansur Hadi/YEM"}},
	{"an owner is no people", "2031-03-04", "Chile's Senate attacked the Vatican's silence.",
		map[string]string{"Vatican": "Vatican/VAT"}},
	{"a name that only its title shows", "2031-03-04", "Chile sent Interior Minister Quilapan to the border.",
		map[string]string{"Quilapan": "Quilapan/CHL"}},
}

func TestRead(t *testing.T) {
	for _, c := range readings {
		t.Run(c.name, func(t *testing.T) {
			doc, l := read(t, c.day, "", c.text)
			for word, want := range c.want {
				if got := referents(doc, l, word); got != want {
					t.Errorf("%s: %q, want %q\n%s", word, got, want, c.text)
				}
			}
		})
	}
}

// What stands outside the text tells whom it means: its title, and the government
// that publishes it.
func TestOutside(t *testing.T) {
	day, _ := dateline.ParseDay("2022-03-04")
	a := &dateline.Article{Text: "The President flew to Arica. The Department said nothing.", Date: day, Title: "Chilean President Ana Rojasol visits Arica", Source: "Department of Fishing of Chile, Releases"}
	doc := lang.Parse(a.Text, nil)
	l := who.Read(doc, a, nil, facts.Default())
	for word, want := range map[string]string{"President": "Ana Rojasol/CHL", "Department": "Department of Fishing of Chile/CHL"} {
		if got := referents(doc, l, word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	a.Title = ""
	if got := referents(doc, who.Read(doc, a, nil, facts.Default()), "President"); got != "President/CHL" {
		t.Errorf("without a title: %q, want Chile's president", got)
	}
	a.Source = "The Arica Post"
	if got := referents(doc, who.Read(doc, a, nil, facts.Default()), "President"); got != "President/" {
		t.Errorf("in a newspaper: %q, want a president of no known state", got)
	}
}

// Somebody unknown has one id in every article, and is nobody known whose name only
// begins like theirs.
func TestUnknownPerson(t *testing.T) {
	ids := map[string]bool{}
	for _, text := range []string{
		"Norwegian Fisheries Minister Ada K. Lindqvarn left.", "Lindqvarn spoke. Later Ada Lindqvarn left.", "Ada Lindqvarn of Norway spoke.",
	} {
		_, l := read(t, "2031-03-04", "", text)
		for i := range l.Entities {
			if e := &l.Entities[i]; e.Kind == who.Person && len(e.Mentions) > 0 {
				ids[e.ID] = true
			}
		}
	}
	if len(ids) != 1 {
		t.Errorf("%d ids for one person: %v", len(ids), ids)
	}
	_, l := read(t, "2018-03-04", "", "Theresa Mayward left London.")
	if e := &l.Entities[0]; e.Name != "Theresa Mayward" || !strings.Contains(e.ID, "~") {
		t.Errorf("%s is tied to %s", e.Name, e.ID)
	}
}

// An office is its holder's whom the text names only later.
func TestHolderNamedLater(t *testing.T) {
	doc, l := read(t, "2021-06-15", "", "The German chancellor spoke in Oslo. Angela Merkel then left.")
	if got := referents(doc, l, "chancellor"); got != "Angela Merkel/DEU" {
		t.Errorf("chancellor: %q", got)
	}
	_, l = read(t, "2021-06-15", "", "The spiritual leader of Germany's Llama community spoke.")
	for i := range l.Entities {
		if h := l.Entities[i].Holder; h != "" {
			t.Errorf("held by %s", h)
		}
	}
}

// An office that many hold has no holder.
func TestNoHolder(t *testing.T) {
	for _, text := range []string{"The U.S. senator thanked them.", "The U.S. governor thanked them."} {
		doc, l := read(t, "2021-06-15", "", text)
		for i := range doc.Tokens {
			if m := l.At(i); m != nil && m.Form == who.Nominal && l.Actor(m.Entities[0]).Holder != "" {
				t.Errorf("%s: %+v", text, l.Actor(m.Entities[0]))
			}
		}
	}
}

// A counterpart has the office of its own owner, and is not that of another.
func TestCounterpart(t *testing.T) {
	doc, l := read(t, "2031-03-04", "", "Estonian defence minister Mari Kaskpea met her Chilean counterpart in May. In June the Estonian trade minister and her Chilean counterpart signed an accord.")
	var offices []string
	for i := range doc.Tokens {
		if doc.Tokens[i].Form == "counterpart" {
			offices = append(offices, l.Actor(l.Resolve(i)[0]).Office)
		}
	}
	if got, want := strings.Join(offices, " + "), "defence minister + trade minister"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// An office of another time makes a political actor and is marked as past.
func TestPast(t *testing.T) {
	for _, text := range []string{
		"In 2029 China condemned a visit to Taiwan by Ada Lindqvist, then speaker of the Norwegian parliament.",
		"In 2029 then-Norwegian defence minister Ada Lindqvist visited Riga.",
		"Former Norwegian defence minister Ada Lindqvist visited Riga.",
	} {
		_, l := read(t, "2031-03-04", "", text)
		found := false
		for _, e := range l.Entities {
			if e.Name != "Ada Lindqvist" {
				continue
			}
			found = true
			if !e.Political || !e.Past || e.State != "NOR" || e.Office == "" {
				t.Errorf("%+v\n%s", e, text)
			}
		}
		if !found {
			t.Errorf("nobody\n%s", text)
		}
	}
}

func TestHolder(t *testing.T) {
	doc, l := read(t, "2021-06-15", "", "The German chancellor spoke in Berlin.")
	for i := range doc.Tokens {
		if doc.Tokens[i].Form == "chancellor" {
			a := l.Actor(l.Resolve(i)[0])
			if a.Holder != "Angela Merkel" || a.State != "DEU" {
				t.Errorf("chancellor in June 2021: %+v", a)
			}
		}
	}
}

func TestIDsAreStable(t *testing.T) {
	_, a := read(t, "2031-03-04", "", "Norwegian Foreign Minister Ada Lindqvist spoke.")
	_, b := read(t, "2032-05-06", "", "On Monday Norway's Foreign Minister Ada Lindqvist went home.")
	id := func(l *who.Layer) string {
		for _, e := range l.Entities {
			if e.Name == "Ada Lindqvist" {
				return e.ID
			}
		}
		return "none"
	}
	if x, y := id(a), id(b); x != y || !strings.HasPrefix(x, "p:~") {
		t.Errorf("ids %q and %q", x, y)
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range readings {
		f.Add(c.text)
	}
	f.Add("of of President and, the \"I\" said 's")
	f.Add("President President of Jr., , Jr.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc := lang.Parse(text, nil)
		l := who.Read(doc, &dateline.Article{Text: text, Title: text}, nil, facts.Default())
		for i := range l.Mentions {
			m := &l.Mentions[i]
			if m.First < 0 || m.Last > len(doc.Tokens) || m.First >= m.Last || m.Head < 0 || m.Head >= len(doc.Tokens) {
				t.Fatalf("mention %+v of %d tokens", m, len(doc.Tokens))
			}
			for _, e := range m.Entities {
				if e < 0 || e >= len(l.Entities) {
					t.Fatalf("entity %d of %d", e, len(l.Entities))
				}
			}
		}
		l.Chains()
	})
}
