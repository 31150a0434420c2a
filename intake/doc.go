// Package intake is where articles come from beside files: pages and feeds of
// the web, fetched politely, and web archives.
//
// Everything that comes in is hostile: sizes, times, redirects and depths are
// bounded, and no private address is fetched unless the user says so.
package intake
