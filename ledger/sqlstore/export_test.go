package sqlstore

// Forgetful lets a store's writer hold next to nothing between transactions.
func Forgetful(s *Store) *Store {
	s.few, s.many, s.memory.size = 40, 40, 40
	return s
}
