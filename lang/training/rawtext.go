package training

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rawText reads the texts of a JSONL file's field.
func rawText(path, field string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<26)
	for line := 1; sc.Scan(); line++ {
		var o map[string]any
		if err := json.Unmarshal(sc.Bytes(), &o); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		if t, ok := o[field].(string); ok {
			out = append(out, t)
		}
	}
	return out, sc.Err()
}

// rawSentences cuts text into sentences of tokens in the manner of the
// treebanks. It need not be perfect: vectors and silver names are learnt from
// what it gives, nothing is read with it.
func rawSentences(text string) [][]string {
	var out [][]string
	for line := range strings.SplitSeq(text, "\n") {
		var s []string
		flush := func() {
			if len(s) > 0 {
				out = append(out, s)
			}
			s = nil
		}
		fields := strings.Fields(line)
		for i, f := range fields {
			s = splitWord(s, f)
			last := s[len(s)-1]
			if last == `"` || last == ")" || last == "'" {
				last = s[max(0, len(s)-2)]
			}
			if (last == "." || last == "?" || last == "!") && i+1 < len(fields) {
				r, _ := utf8.DecodeRuneInString(strings.TrimLeft(fields[i+1], `"'([“‘`))
				if !unicode.IsLower(r) {
					flush()
				}
			}
			if len(s) > 90 {
				flush()
			}
		}
		flush()
	}
	return out
}

var folded = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00a0", " ")

var abbreviations = map[string]bool{
	"mr.": true, "mrs.": true, "ms.": true, "dr.": true, "gen.": true, "sen.": true, "rep.": true, "gov.": true,
	"st.": true, "jr.": true, "sr.": true, "lt.": true, "col.": true, "no.": true, "vs.": true, "etc.": true,
	"jan.": true, "feb.": true, "aug.": true, "sept.": true, "oct.": true, "nov.": true, "dec.": true, "inc.": true, "corp.": true, "co.": true, "prof.": true, "amb.": true,
}

// splitWord cuts what stands between two spaces into tokens.
func splitWord(out []string, w string) []string {
	w = folded.Replace(w)
	for w != "" && strings.ContainsRune("\"'([{<$*`#", rune(w[0])) {
		if w[0] == '\'' && len(w) > 1 && w != "'s" && w[1] >= 'a' && w[1] <= 'z' && len(w) <= 3 {
			break
		}
		out = append(out, w[:1])
		w = w[1:]
	}
	var tail []string
	for w != "" {
		c := w[len(w)-1]
		if c == '.' && (abbreviations[strings.ToLower(w)] || isInitials(w)) {
			break
		}
		if !strings.ContainsRune("\"')]}>,.;:?!%*`", rune(c)) {
			break
		}
		if c == '.' && strings.HasSuffix(w, "...") {
			tail = append(tail, "...")
			w = w[:len(w)-3]
			continue
		}
		tail = append(tail, string(c))
		w = w[:len(w)-1]
	}
	out = splitInside(out, w)
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	if len(out) == 0 {
		out = append(out, w)
	}
	return out
}

// isInitials matches "J." and "U.S.".
func isInitials(w string) bool {
	for i := range len(w) {
		if i%2 == 1 && w[i] != '.' || i%2 == 0 && !(w[i] >= 'A' && w[i] <= 'Z') {
			return false
		}
	}
	return len(w)%2 == 0
}

// splitInside cuts off clitics and cuts at hyphens and slashes.
func splitInside(out []string, w string) []string {
	if w == "" {
		return out
	}
	if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") {
		return append(out, w)
	}
	lower := strings.ToLower(w)
	for _, c := range []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"} {
		if strings.HasSuffix(lower, c) && len(w) > len(c) {
			return append(splitInside(out, w[:len(w)-len(c)]), w[len(w)-len(c):])
		}
	}
	if i := strings.IndexAny(w, "-/"); i > 0 && i < len(w)-1 {
		out = append(splitInside(out, w[:i]), w[i:i+1])
		return splitInside(out, w[i+1:])
	}
	return append(out, w)
}
