package sqlite

// OpenWith is open, for tests.
var OpenWith = open
