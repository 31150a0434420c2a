package facts

import "strings"

// Gender of a person's id, a full name or a first name: "f", "m", or "" if it
// is not known. Names that tell different genders in different traditions tell none.
func (f *Facts) Gender(personOrFirstName string) string {
	if strings.HasPrefix(personOrFirstName, "p:") {
		p := f.PersonByID(personOrFirstName)
		if p == nil {
			return ""
		}
		if p.Gender != "" {
			return p.Gender
		}
		personOrFirstName = p.Name
	}
	for _, r := range f.Lookup(personOrFirstName) {
		if r.Kind == KindPerson && strings.ContainsRune(personOrFirstName, ' ') {
			if p := f.Person(r); p.Gender != "" {
				return p.Gender
			}
		}
	}
	for w := range strings.FieldsSeq(Fold(personOrFirstName)) {
		if i, ok := f.st.id("g", w); ok {
			return f.st.gender(i).Gender
		}
		break
	}
	return ""
}
