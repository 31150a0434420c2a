// Command picture turns a colour terminal's output into the SVG of the README:
//
//	COLUMNS=100 CLICOLOR_FORCE=1 go run ./cmd/dateline read examples/strait.txt | go run ./docs/picture > docs/picture.svg
//
// It knows the few colours that internal/view uses, and nothing else.
package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"log"
	"os"
	"strings"

	"github.com/mattn/go-runewidth"
)

const (
	cell   = 8.43 // width of a column at 14 px
	height = 19   // of a line
	margin = 16
	most   = 64 // lines; a picture is no report
)

// colours of the parameters that occur, on a dark ground.
var colours = map[string]string{
	"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "94": "#79c0ff", "35": "#d2a8ff", "36": "#76e3ea", "97": "#ffffff",
}

// style is what the escapes before a run of text ask for.
type style struct {
	colour                       string
	bold, dim, italic, underline bool
}

func (s *style) set(params string) {
	for _, p := range strings.Split(params, ";") {
		switch p {
		case "0", "":
			*s = style{}
		case "1":
			s.bold = true
		case "2":
			s.dim = true
		case "3":
			s.italic = true
		case "4":
			s.underline = true
		default:
			s.colour = colours[p]
		}
	}
}

func (s style) attributes() string {
	var b strings.Builder
	fill := s.colour
	if fill == "" {
		fill = "#d0d7de"
	}
	fmt.Fprintf(&b, ` fill="%s"`, fill)
	if s.bold {
		b.WriteString(` font-weight="bold"`)
	}
	if s.dim {
		b.WriteString(` opacity="0.65"`)
	}
	if s.italic {
		b.WriteString(` font-style="italic"`)
	}
	if s.underline {
		b.WriteString(` text-decoration="underline"`)
	}
	return b.String()
}

func main() {
	if err := draw(os.Stdin, os.Stdout); err != nil {
		log.Fatal("picture: ", err)
	}
}

func draw(in io.Reader, out io.Writer) error {
	var body strings.Builder
	widest, y := 0, 0
	lines := bufio.NewScanner(in)
	for lines.Scan() && y < most {
		y++
		widest = max(widest, drawLine(&body, lines.Text(), y))
	}
	if err := lines.Err(); err != nil {
		return err
	}
	w, h := 2*margin+float64(widest)*cell, 2*margin+y*height
	_, err := fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img" aria-label="Events of a sample article on a line of dates">
<rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">
%s</g>
</svg>
`, w, h, w, h, body.String())
	return err
}

// drawLine writes a line as runs of one style each, every run at its own
// column and stretched to its own width, so that no font can shift it.
func drawLine(b *strings.Builder, line string, y int) (columns int) {
	var s style
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			params, after, _ := strings.Cut(rest, "m")
			s.set(params)
			line = after
			continue
		}
		text, _, _ := strings.Cut(line, "\x1b[")
		line = line[len(text):]
		n := runewidth.StringWidth(text)
		trimmed := strings.TrimLeft(text, " ")
		lead := runewidth.StringWidth(text) - runewidth.StringWidth(trimmed)
		trimmed = strings.TrimRight(trimmed, " ")
		if trimmed != "" {
			fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
				margin+float64(columns+lead)*cell, margin+y*height-5, float64(runewidth.StringWidth(trimmed))*cell, s.attributes(), html.EscapeString(trimmed))
		}
		columns += n
	}
	return columns
}
