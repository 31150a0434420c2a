package encoder

// Tree is the dependency tree with the highest sum of scores that has exactly
// one root. scores has a row for each of the n tokens: first its score as the
// root, then for each token as its head. Heads come back as indices, -1 for the
// root.
//
// Nearly always each token's best head gives a tree; else Chu, Liu and Edmonds'
// algorithm is run, with a price on roots so high that it buys only one.
func Tree(scores []float32, n int) []int {
	cols := n + 1
	heads := make([]int, n)
	roots := 0
	for i := range n {
		row := scores[i*cols : (i+1)*cols]
		best := 0
		if i == 0 && n > 1 {
			best = 2
		}
		for j, v := range row {
			if v > row[best] && j != i+1 {
				best = j
			}
		}
		heads[i] = best - 1
		if best == 0 {
			roots++
		}
	}
	if n == 0 || roots == 1 && findCycle(heads, -1) == nil {
		return heads
	}
	const price = 1e7
	s := make([][]float64, cols)
	for d := range s {
		s[d] = make([]float64, cols)
		for h := range s[d] {
			switch {
			case d == 0 || d == h:
				s[d][h] = -1e12
			case h == 0:
				s[d][h] = float64(scores[(d-1)*cols]) - price
			default:
				s[d][h] = float64(scores[(d-1)*cols+h])
			}
		}
	}
	tree := edmonds(s)
	for i := range heads {
		heads[i] = tree[i+1] - 1
	}
	return heads
}

// findCycle gives the nodes of a cycle of the head function, or nil. Heads
// equal to root end a path.
func findCycle(heads []int, root int) []int {
	state := make([]int, len(heads)) // 0 new, else the number of the walk that saw it
	for i := range heads {
		at := i
		for at != root && state[at] == 0 {
			state[at] = i + 1
			at = heads[at]
		}
		if at != root && state[at] == i+1 {
			cycle := []int{at}
			for k := heads[at]; k != at; k = heads[k] {
				cycle = append(cycle, k)
			}
			return cycle
		}
	}
	return nil
}

// edmonds finds the maximum spanning arborescence of s[dependent][head] with
// root 0; head 0 of node 0 means nothing.
func edmonds(s [][]float64) []int {
	n := len(s)
	heads := make([]int, n)
	for d := 1; d < n; d++ {
		for h := range n {
			if h != d && s[d][h] > s[d][heads[d]] {
				heads[d] = h
			}
		}
	}
	heads[0] = 0
	cycle := findCycle(heads, 0)
	if cycle == nil {
		return heads
	}
	in := make([]bool, n)
	for _, c := range cycle {
		in[c] = true
	}
	// the smaller graph: outside nodes in order, the cycle as the last node
	var old []int
	for i := range n {
		if !in[i] {
			old = append(old, i)
		}
	}
	m := len(old) + 1
	small := make([][]float64, m)
	enter := make([]int, m) // for a head outside: the cycle's node it would take
	leave := make([]int, m) // for a dependent outside: the cycle's node that heads it best
	for i := range small {
		small[i] = make([]float64, m)
	}
	last := m - 1
	small[last][last] = -1e12
	for i, o := range old {
		for j, p := range old {
			small[i][j] = s[o][p]
		}
		enter[i], leave[i] = cycle[0], cycle[0]
		for _, c := range cycle {
			if s[c][o]-s[c][heads[c]] > s[enter[i]][o]-s[enter[i]][heads[enter[i]]] {
				enter[i] = c
			}
			if s[o][c] > s[o][leave[i]] {
				leave[i] = c
			}
		}
		small[last][i] = s[enter[i]][o] - s[enter[i]][heads[enter[i]]]
		small[i][last] = s[o][leave[i]]
	}
	sub := edmonds(small)
	for i := 1; i < last; i++ {
		if sub[i] == last {
			heads[old[i]] = leave[i]
		} else {
			heads[old[i]] = old[sub[i]]
		}
	}
	from := sub[last]
	heads[enter[from]] = old[from]
	return heads
}
