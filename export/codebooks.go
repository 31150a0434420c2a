package export

import (
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
	"strings"

	"dateline"
	"dateline/ledger"
	"dateline/what"
)

// coded is an event as the codebooks of PLOVER and CAMEO have it, which know no
// status.
type coded struct {
	typ, mode, cameo string
}

// intents are what the codebooks make of what is to come: a coming act of
// cooperation is the intent to cooperate (CAMEO 03), a coming hostile one a threat
// (CAMEO 13).
var intents = map[dateline.Type]coded{
	dateline.Consult: {"AGREE", "", "036"}, dateline.Cooperate: {"AGREE", "", "031"}, dateline.Support: {"AGREE", "", "032"},
	dateline.Aid: {"AGREE", "", "033"}, dateline.Concede: {"AGREE", "", "035"}, dateline.Retreat: {"AGREE", "", "0356"}, dateline.Agree: {"AGREE", "", "030"},
	dateline.Reject: {"THREATEN", "relations", "131"}, dateline.Sanction: {"THREATEN", "relations", "131"}, dateline.Coerce: {"THREATEN", "restrict", "132"},
	dateline.Protest: {"THREATEN", "relations", "133"}, dateline.Mobilize: {"THREATEN", "violence", "138"}, dateline.Assault: {"THREATEN", "violence", "138"},
}

// codeOf codes an event as the codebooks do. What did not happen is not coded,
// nor is what the codebooks have no word for; a meeting called off or put off is
// one rejected, an agreement that was not made one refused.
func codeOf(e *dateline.Event) (c coded, ok bool) {
	c = coded{string(e.Type), e.Mode, e.CAMEO}
	off := e.Status == dateline.Cancelled || e.Status == dateline.Postponed
	switch {
	case e.Type == dateline.Office:
		return c, false
	case e.Type == dateline.Consult && off:
		return coded{"REJECT", "meet", "125"}, true
	case e.Type == dateline.Agree && (off || e.Status == dateline.Not):
		return coded{"REJECT", "", "120"}, true
	case e.Status == dateline.Not, off:
		return c, false
	case e.Status == dateline.Planned || e.Status == dateline.Possible:
		c, ok = intents[e.Type]
		return c, ok
	}
	switch c.mode { // PLOVER's names of CONSULT's modes
	case "call":
		c.mode = "phone"
	case "meet", "mediate":
		c.mode = ""
	}
	return c, true
}

// PLOVER gives the category that the codebook has for an event with its status;
// "" if it has none.
func PLOVER(e *dateline.Event) string {
	c, ok := codeOf(e)
	if !ok {
		return ""
	}
	return c.typ
}

// quad is PLOVER's and GDELT's class: verbal or material, cooperation or conflict.
func quad(t string) (number int, name string) {
	switch dateline.Type(t) {
	case dateline.Agree, dateline.Consult, dateline.Support, dateline.Concede:
		return 1, "VERBAL COOPERATION"
	case dateline.Cooperate, dateline.Aid, dateline.Retreat:
		return 2, "MATERIAL COOPERATION"
	case dateline.Request, dateline.Accuse, dateline.Reject, dateline.Threaten:
		return 3, "VERBAL CONFLICT"
	}
	return 4, "MATERIAL CONFLICT"
}

// polecatColumns are those of POLECAT's weekly files that Dateline can fill.
var polecatColumns = []string{
	"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Actor Name", "Actor Country", "Actor Title",
	"Recipient Name", "Recipient Country", "Recipient Title", "Placename", "Country", "Latitude", "Longitude", "Source", "Publication Date",
	"Event Text", "Story People", "Number of Stories",
}

func writePolecat(w io.Writer, events []*ledger.Occurrence) error {
	c := csv.NewWriter(w)
	c.Comma = '\t'
	if err := c.Write(polecatColumns); err != nil {
		return err
	}
	for _, o := range events {
		e := &o.Event
		code, ok := codeOf(e)
		if !ok {
			continue
		}
		r := rowOf(o)
		_, q := quad(code.typ)
		day := r.Earliest
		if day == "" {
			day = r.FirstPublished
		}
		outlet := ""
		if len(o.Reports) > 0 {
			outlet = o.Reports[0].Outlet
		}
		err := c.Write([]string{
			o.ID, day, code.typ, code.mode, strconv.FormatFloat(what.Score(dateline.Type(code.typ), code.mode), 'f', 1, 64), q,
			r.Actors, r.ActorStates, titles(e.Actors), r.Recipients, r.RecipientStates, titles(e.Recipients), r.Place, r.PlaceState, decimal(r.Lat), decimal(r.Lon),
			outlet, r.FirstPublished, r.Words, strings.Trim(r.Actors+"; "+r.Recipients, "; "), strconv.Itoa(len(o.Reports)),
		})
		if err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func titles(as []dateline.Actor) string {
	var t []string
	for _, a := range as {
		t = append(t, a.Office)
	}
	return strings.Trim(strings.Join(t, "; "), "; ")
}

// gdeltColumns is how many columns a GDELT 2.0 event table has.
const gdeltColumns = 61

func writeGDELT(w io.Writer, events []*ledger.Occurrence) error {
	for _, o := range events {
		e := &o.Event
		code, ok := codeOf(e)
		if !ok || code.cameo == "" {
			continue
		}
		cells := gdeltRow(o, code)
		for i := range cells {
			cells[i] = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(cells[i])
		}
		if _, err := io.WriteString(w, strings.Join(cells, "\t")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func gdeltRow(o *ledger.Occurrence, code coded) []string {
	e := &o.Event
	c := make([]string, gdeltColumns)
	h := fnv.New32a()
	h.Write([]byte(o.ID))
	first, last := o.Published()
	day := first
	if e.When != nil && e.When.Earliest.Known() {
		day = e.When.Earliest
	}
	c[0] = strconv.FormatUint(uint64(h.Sum32()), 10)
	if day.Known() {
		y, m, _ := day.Civil()
		c[1], c[2], c[3] = day.Time().Format("20060102"), day.Time().Format("200601"), strconv.Itoa(y)
		c[4] = fmt.Sprintf("%.4f", float64(y)+(float64(m)*30-15)/365)
	}
	a, r := sidesOf(e)
	gdeltActor(c[5:15], a)
	gdeltActor(c[15:25], r)
	q, _ := quad(code.typ)
	c[25], c[26], c[27], c[28], c[29] = "1", code.cameo, code.cameo[:min(3, len(code.cameo))], code.cameo[:2], strconv.Itoa(q)
	c[30] = strconv.FormatFloat(what.Score(dateline.Type(code.typ), code.mode), 'f', 1, 64)
	c[31], c[32], c[33], c[34] = strconv.Itoa(len(o.Reports)), strconv.Itoa(o.Witnesses), strconv.Itoa(o.Witnesses+o.Reprints), "0"
	gdeltPlace(c[35:43], nil)
	gdeltPlace(c[43:51], nil)
	gdeltPlace(c[51:59], e.Place)
	if last.Known() {
		c[59] = last.Time().Format("20060102150405")
	}
	c[60] = "dateline:" + o.ID
	return c
}

// sidesOf gives the first of each side; of a symmetric event the first two actors.
func sidesOf(e *dateline.Event) (a, r *dateline.Actor) {
	if len(e.Actors) > 0 {
		a = &e.Actors[0]
	}
	if len(e.Recipients) > 0 {
		r = &e.Recipients[0]
	} else if len(e.Actors) > 1 {
		r = &e.Actors[1]
	}
	return a, r
}

func gdeltActor(c []string, a *dateline.Actor) {
	if a == nil {
		return
	}
	c[0], c[1], c[2] = a.State, strings.ToUpper(a.Name), a.State
}

func gdeltPlace(c []string, p *dateline.Place) {
	c[0] = "0"
	if p == nil {
		return
	}
	c[0], c[1], c[2] = "4", p.Name, p.State
	if p.Lat != 0 || p.Lon != 0 {
		c[5], c[6] = decimal(&p.Lat), decimal(&p.Lon)
	}
}
