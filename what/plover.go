package what

import "dateline"

// Faithful is how PLOVER 2.0 and CAMEO themselves would code an event, for
// exports that are to be compared with theirs. Those codebooks have no status:
// they code a meeting, help or concession to come as AGREE (03), one that was
// called off as REJECT (125, 164), a threatened sanction as THREATEN, and leave
// out what did not happen (ok is false). The record keeps our type and status.
func Faithful(t dateline.Type, mode, cameo string, st dateline.Status) (typ dateline.Type, code string, ok bool) {
	switch st {
	case dateline.Not:
		return t, cameo, false
	case dateline.Cancelled, dateline.Postponed:
		if t == dateline.Consult {
			return dateline.Reject, "125", true
		}
		return dateline.Reject, "120", true
	case dateline.Planned, dateline.Possible:
		if code := intents[t]; code != "" {
			return dateline.Agree, code, true
		}
	}
	if t == dateline.Office {
		return t, "", false // PLOVER has no such category
	}
	return t, cameo, true
}

// intents are CAMEO's codes for the intent to do what a category is about.
var intents = map[dateline.Type]string{
	dateline.Consult:   "036",
	dateline.Support:   "032",
	dateline.Cooperate: "031",
	dateline.Aid:       "033",
	dateline.Concede:   "035",
	dateline.Retreat:   "0356",
}
