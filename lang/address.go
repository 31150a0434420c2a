package lang

import "strings"

// address is the length of the web or mail address at the beginning of a chunk,
// without the punctuation that follows it, or 0.
func address(s string) int {
	switch {
	case hasFold(s, "http://"), hasFold(s, "https://"), hasFold(s, "ftp://"), hasFold(s, "www."), hasFold(s, "mailto:"):
		return trimAddress(s)
	}
	if !wordRune(rune(s[0])) {
		return 0
	}
	at := strings.IndexByte(s, '@')
	if at > 0 && mailbox(s[:at]) {
		if n := domain(s[at+1:]); n > 0 {
			return at + 1 + n
		}
	}
	if n := domain(s); n > 0 && (n == len(s) || s[n] == '/') {
		if known := topLevel(s[:n]); known {
			if n < len(s) {
				return trimAddress(s)
			}
			return n
		}
	}
	return 0
}

func hasFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func trimAddress(s string) int {
	if i := strings.IndexAny(s, "<>\"“”"); i > 0 {
		s = s[:i]
	}
	for len(s) > 0 {
		t := strings.TrimRight(s, ".,;:!?'*]}")
		t = strings.TrimSuffix(t, "’")
		if strings.HasSuffix(t, ")") && !strings.Contains(t, "(") {
			t = t[:len(t)-1]
		}
		if t == s {
			break
		}
		s = t
	}
	return len(s)
}

func mailbox(s string) bool {
	for i := range len(s) {
		if c := s[i]; !wordRune(rune(c)) && !strings.ContainsRune(".-+_%", rune(c)) {
			return false
		}
	}
	return len(s) > 0
}

// domain is the length of a host name with a dot at the beginning of s, or 0.
func domain(s string) int {
	n, dots, label := 0, 0, 0
	for n < len(s) {
		c := s[n]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || digit(c) || c == '-' || c == '_':
			label++
		case c == '.' && label > 0 && n+1 < len(s) && (s[n+1]|0x20 >= 'a' && s[n+1]|0x20 <= 'z' || digit(s[n+1])):
			dots++
			label = 0
		default:
			if dots == 0 {
				return 0
			}
			return n
		}
		n++
	}
	if dots == 0 {
		return 0
	}
	return n
}

// topLevel reports whether a host ends like one: "example.com" but not "U.S".
func topLevel(host string) bool {
	i := strings.LastIndexByte(host, '.')
	switch strings.ToLower(host[i+1:]) {
	case "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "ru", "uk", "cn", "eu", "de", "fr", "io":
		return strings.IndexByte(host, '.') > 1
	}
	return false
}
