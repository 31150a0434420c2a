// Command dateline reads dated news and keeps a sourced record of its events.
package main

func main() {}
