package dateline

// Article is one dated text and what is known about it.
type Article struct {
	ID       string `json:"id"`
	Date     Day    `json:"date"` // publication day (document creation time, DCT); NoDay if unknown
	Title    string `json:"title,omitempty"`
	Source   string `json:"source,omitempty"` // outlet
	URL      string `json:"url,omitempty"`
	Language string `json:"language,omitempty"` // BCP 47
	SHA256   string `json:"sha256"`             // of Text, hex

	// DateReason says where Date was found ("first line", "front matter", "flag", "html meta", …).
	DateReason string `json:"date_reason,omitempty"`
	// Place is the dateline's place ("BEIJING"), if the article carries one.
	Place string `json:"dateline,omitempty"`

	Text       string      `json:"-"`
	Paragraphs []Paragraph `json:"-"`
}

// ParagraphKind tells what a paragraph is for the reader of an article.
type ParagraphKind string

const (
	Body      ParagraphKind = "body"
	KeyPoint  ParagraphKind = "key-point" // summary lines ahead of the lead
	Lead      ParagraphKind = "lead"      // first body paragraph
	Headline  ParagraphKind = "headline"  // a title line that stands in the text itself
	Caption   ParagraphKind = "caption"
	SeeAlso   ParagraphKind = "see-also" // links, bylines, boilerplate: not read for events
	DateStamp ParagraphKind = "date"     // a line that holds only the date or dateline
)

// Paragraph is a run of the article's text. Start and End are byte offsets.
type Paragraph struct {
	Start, End int
	Kind       ParagraphKind
	// RepeatOf is the index of the earlier paragraph with the same words, or -1.
	RepeatOf int
}
