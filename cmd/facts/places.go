package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"dateline"
	"dateline/facts"
)

// lines reads a tab-separated file with a header line, each row as a map.
func lines(path string, each func(map[string]string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	var head []string
	for n := 1; sc.Scan(); n++ {
		cells := strings.Split(sc.Text(), "\t")
		if head == nil {
			head = cells
			continue
		}
		row := map[string]string{}
		for i, c := range cells {
			if i < len(head) {
				row[head[i]] = strings.TrimSpace(c)
			}
		}
		if err := each(row); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

// iso maps the source's code for Kosovo to the one in use.
func iso(code string) string {
	if code == "UNK" {
		return "XKX"
	}
	return code
}

const (
	mledoze  = "mledoze/countries (ODbL), CIA World Factbook"
	geonames = "GeoNames (CC BY 4.0)"
)

var iso2 = map[string]string{}

func countries(b *facts.Builder, path string) error {
	return lines(path, func(r map[string]string) error {
		s := facts.State{
			ISO3: iso(r["iso3"]), ISO2: r["iso2"], Name: r["name"], Official: r["official"], Capital: r["capital"],
			Region: r["region"], Subregion: r["subregion"], UN: r["un_member"] == "1", Independent: r["independent"] == "1",
			Source: mledoze,
		}
		iso2[s.ISO2] = s.ISO3
		s.Lat, s.Lon = degrees(r["capital_latlon"])
		for a := range strings.SplitSeq(r["aliases"], "|") {
			if a = strings.TrimSpace(a); len([]rune(a)) > 2 || a == "US" || a == "UK" {
				s.Aliases = append(s.Aliases, a)
			}
		}
		s.Adjective, _, _ = strings.Cut(demonym(r["adjective"]), ",")
		for d := range strings.SplitSeq(r["demonyms"]+"|"+s.Adjective, "|") {
			for d := range strings.SplitSeq(demonym(d), ",") {
				d = strings.TrimSpace(d)
				if d != "" && d != s.Name && !strings.Contains(d, " speakers") && !has(s.Demonyms, d) {
					s.Demonyms = append(s.Demonyms, d)
				}
			}
		}
		for _, d := range s.Demonyms { // people in the plural
			if p := plural(d); p != "" && !has(s.Demonyms, p) {
				s.Demonyms = append(s.Demonyms, p)
			}
		}
		b.AddState(s)
		return nil
	})
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

var note = regexp.MustCompile(`\(.*?\)|;.*| or .*`)

// demonym drops the notes of the Factbook's field.
func demonym(s string) string { return strings.TrimSpace(note.ReplaceAllString(s, "")) }

func plural(d string) string {
	switch {
	case strings.HasSuffix(d, "ese"), strings.HasSuffix(d, "sh"), strings.HasSuffix(d, "ch"), strings.HasSuffix(d, "ss"), strings.HasSuffix(d, "s"):
		return ""
	case strings.HasSuffix(d, "man"):
		return d[:len(d)-3] + "men"
	}
	return d + "s"
}

var latlon = regexp.MustCompile(`(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])`)

func degrees(s string) (lat, lon float64) {
	m := latlon.FindStringSubmatch(s)
	if m == nil {
		return 0, 0
	}
	at := func(i int, minus string) float64 {
		d, _ := strconv.ParseFloat(m[i], 64)
		f, _ := strconv.ParseFloat(m[i+1], 64)
		if m[i+2] == minus {
			return -(d + f/60)
		}
		return d + f/60
	}
	return at(1, "S"), at(4, "W")
}

// minPopulation is below which a town is kept only as a seat of government.
const minPopulation = 15000

func cities(b *facts.Builder, path string) error {
	return lines(path, func(r map[string]string) error {
		c := facts.City{ID: "c:" + r["geonameid"], Name: r["name"], State: iso2[r["iso2"]], Capital: r["feature"] == "PPLC"}
		if a := r["altname"]; a != c.Name {
			c.Alt = a
		}
		if before, _, ok := strings.Cut(c.Name, ", "); ok { // "Washington, D.C."
			c.Name, c.Alt = before, c.Name
		}
		c.Population, _ = strconv.Atoi(r["population"])
		c.Lat, _ = strconv.ParseFloat(r["lat"], 64)
		c.Lon, _ = strconv.ParseFloat(r["lon"], 64)
		seat := c.Capital || r["feature"] == "PPLA" || r["feature"] == "PPLG"
		if c.State == "" || c.Population < minPopulation && !seat || r["feature"] == "PPLX" && c.Population < 100000 {
			return nil
		}
		b.Cities = append(b.Cities, c)
		return nil
	})
}

func summits(b *facts.Builder, path string) error {
	return lines(path, func(r map[string]string) error {
		first, err := dateline.ParseDay(r["first"])
		if err != nil {
			return err
		}
		last, err := dateline.ParseDay(r["last"])
		if err != nil {
			return err
		}
		b.Summits = append(b.Summits, facts.Summit{
			Series: r["series"], Name: r["name_or_example"], Span: dateline.Span{Earliest: first, Latest: max(first, last)},
			State: b.StateNamed(r["country"]), City: r["city"], Source: r["source"],
		})
		return nil
	})
}

// members fills the members of organizations that the tables know.
func members(b *facts.Builder, path string) error {
	names := map[string]string{"LAS": "Arab League", "G-20": "G20", "G-7": "G7", "ICCt": "ICC", "ICC": "International Chamber of Commerce"}
	at := map[string]int{}
	for i, o := range b.Orgs {
		at[o.Short] = i
	}
	fixed := map[int]bool{}
	for i, o := range b.Orgs {
		fixed[i] = o.Members != nil
	}
	return lines(path, func(r map[string]string) error {
		org := r["organization"]
		if n := names[org]; n != "" {
			org = n
		}
		if i, ok := at[org]; ok && r["qualifier"] == "" && !fixed[i] {
			b.Orgs[i].Members = append(b.Orgs[i].Members, iso(r["iso3"]))
		}
		return nil
	})
}
