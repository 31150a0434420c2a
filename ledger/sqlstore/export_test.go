package sqlstore

// Forgetful lets a store's writer hold next to nothing between transactions.
func Forgetful(s *Store) *Store {
	s.few, s.many = bounds{40, 10}, bounds{40, 10}
	s.memory.hold(s.few)
	return s
}
