package export

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strconv"

	"dateline"
	"dateline/ledger"
	"dateline/what"
)

// thing is a schema.org object.
type thing map[string]any

// eventStatuses are schema.org's words for what it has a word for.
var eventStatuses = map[dateline.Status]string{
	dateline.Planned: "https://schema.org/EventScheduled", dateline.Possible: "https://schema.org/EventScheduled",
	dateline.Happened: "https://schema.org/EventScheduled", dateline.Ongoing: "https://schema.org/EventScheduled",
	dateline.Postponed: "https://schema.org/EventPostponed",
	dateline.Cancelled: "https://schema.org/EventCancelled", dateline.Not: "https://schema.org/EventCancelled",
}

func writeSchemaOrg(w io.Writer, events []*ledger.Occurrence) error {
	graph := []thing{}
	for _, o := range events {
		e := &o.Event
		t := thing{"@type": "Event", "@id": "urn:dateline:" + o.ID, "identifier": o.ID, "name": Title(e), "eventStatus": eventStatuses[e.Status]}
		if e.When != nil && e.When.Earliest.Known() {
			t["startDate"] = e.When.Earliest.String()
		}
		if e.When != nil && e.When.Latest.Known() {
			t["endDate"] = e.When.Latest.String()
		}
		if p := e.Place; p != nil {
			place := thing{"@type": "Place", "name": p.Name}
			if p.State != "" {
				place["address"] = thing{"@type": "PostalAddress", "addressCountry": p.State}
			}
			if p.Lat != 0 || p.Lon != 0 {
				place["geo"] = thing{"@type": "GeoCoordinates", "latitude": p.Lat, "longitude": p.Lon}
			}
			t["location"] = place
		}
		var actors []thing
		for _, a := range slices.Concat(e.Actors, e.Recipients) {
			kind := "Organization"
			if len(a.ID) > 1 && a.ID[:2] == "p:" {
				kind = "Person"
			}
			actors = append(actors, thing{"@type": kind, "name": a.Name})
		}
		if len(actors) > 0 {
			t["actor"] = actors
		}
		if s := words(o); s != "" {
			t["description"] = s
		}
		graph = append(graph, t)
	}
	enc := json.NewEncoder(w) // escapes <, > and &, so that it may stand in a page
	enc.SetIndent("", " ")
	return enc.Encode(thing{"@context": "https://schema.org", "@graph": graph})
}

// GraphML, as the primer at graphml.graphdrawing.org has it.
type (
	graphML struct {
		XMLName xml.Name   `xml:"graphml"`
		NS      string     `xml:"xmlns,attr"`
		Keys    []graphKey `xml:"key"`
		Graph   graphBody  `xml:"graph"`
	}
	graphKey struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	}
	graphBody struct {
		Mode  string      `xml:"edgedefault,attr"`
		Nodes []graphNode `xml:"node"`
		Edges []graphEdge `xml:"edge"`
	}
	graphNode struct {
		ID   string      `xml:"id,attr"`
		Data []graphData `xml:"data"`
	}
	graphEdge struct {
		Source string      `xml:"source,attr"`
		Target string      `xml:"target,attr"`
		Data   []graphData `xml:"data"`
	}
	graphData struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
)

// writeGraphML makes a node of every participant and an edge of every pair that
// an event ties: actor to recipient, or the sides of a symmetric one.
func writeGraphML(w io.Writer, events []*ledger.Occurrence) error {
	g := graphML{NS: "http://graphml.graphdrawing.org/xmlns", Graph: graphBody{Mode: "directed"}}
	for _, k := range [][3]string{{"name", "node", "string"}, {"state", "node", "string"}, {"event", "edge", "string"}, {"type", "edge", "string"}, {"mode", "edge", "string"}, {"status", "edge", "string"}, {"day", "edge", "string"}, {"score", "edge", "double"}} {
		g.Keys = append(g.Keys, graphKey{k[0], k[1], k[0], k[2]})
	}
	nodes := map[string]bool{}
	node := func(a dateline.Actor) string {
		id := a.State + "/" + a.Name
		if !nodes[id] {
			nodes[id] = true
			g.Graph.Nodes = append(g.Graph.Nodes, graphNode{id, []graphData{{"name", a.Name}, {"state", a.State}}})
		}
		return id
	}
	for _, o := range events {
		for _, pair := range pairs(&o.Event) {
			r := rowOf(o)
			g.Graph.Edges = append(g.Graph.Edges, graphEdge{node(pair[0]), node(pair[1]), []graphData{
				{"event", o.ID}, {"type", r.Type}, {"mode", r.Mode}, {"status", r.Status}, {"day", r.Earliest},
				{"score", strconv.FormatFloat(what.Score(o.Event.Type, o.Event.Mode), 'f', 1, 64)},
			}})
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(g); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func pairs(e *dateline.Event) [][2]dateline.Actor {
	var out [][2]dateline.Actor
	if len(e.Recipients) > 0 {
		for _, a := range e.Actors {
			for _, r := range e.Recipients {
				out = append(out, [2]dateline.Actor{a, r})
			}
		}
		return out
	}
	for i, a := range e.Actors {
		for _, b := range e.Actors[i+1:] {
			out = append(out, [2]dateline.Actor{a, b})
		}
	}
	return out
}
