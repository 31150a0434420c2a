// Package sqlstore is the ledger in a relational database. It is written once
// for SQLite and PostgreSQL; what differs between them is a [Dialect]. Open one
// through package sqlite or postgres.
package sqlstore
