// Package fetch gets pages and feeds from the web politely and safely: one
// request at a time for each host with a pause between, robots.txt obeyed,
// conditional requests, bounded sizes and times, and no private address, be it
// by name, by redirect or by DNS.
package fetch
