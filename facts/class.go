package facts

// OfficeClass is an office under all the titles that states give it:
// "foreign" is the U.S. secretary of state and China's foreign minister.
// Ambassadors are "ambassador:" and the code of the state or organization they
// are sent to. Titles without a class of their own are "x:" and the folded title.
type OfficeClass string

// The classes that the rest of Dateline asks for by name.
const (
	HeadOfState      OfficeClass = "head-of-state"
	HeadOfGovernment OfficeClass = "head-of-government"
	Leader           OfficeClass = "leader" // whoever of the two above governs
	President        OfficeClass = "president"
	PrimeMinister    OfficeClass = "prime-minister" // premier, chancellor
	VicePresident    OfficeClass = "vice-president"
	Monarch          OfficeClass = "monarch"
	CrownPrince      OfficeClass = "crown-prince"
	SupremeLeader    OfficeClass = "supreme-leader"
	Foreign          OfficeClass = "foreign"
	Defence          OfficeClass = "defence"
	Finance          OfficeClass = "finance"
	Trade            OfficeClass = "trade"
	Interior         OfficeClass = "interior"
	Justice          OfficeClass = "justice"
	NSA              OfficeClass = "nsa" // national security adviser
	Speaker          OfficeClass = "speaker"
	ChiefOfStaff     OfficeClass = "armed-forces-chief"
	Intelligence     OfficeClass = "intelligence"
	CentralBank      OfficeClass = "central-bank"
	SecretaryGeneral OfficeClass = "secretary-general"
)
