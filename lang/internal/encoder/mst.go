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
// root 0; head 0 of node 0 means nothing. While the best heads have a cycle, it
// is contracted to one node and the smaller graph is solved.
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
	cycle := findCycle(heads, 0)
	if cycle == nil {
		return heads
	}
	c := contract(s, heads, cycle)
	sub := edmonds(c.graph)
	last := len(c.outside)
	for i := 1; i < last; i++ {
		if sub[i] == last {
			heads[c.outside[i]] = c.leave[i]
		} else {
			heads[c.outside[i]] = c.outside[sub[i]]
		}
	}
	from := sub[last]
	heads[c.enter[from]] = c.outside[from]
	return heads
}

// contraction is a graph whose last node stands for a cycle of another.
type contraction struct {
	graph   [][]float64
	outside []int // the other nodes, in order
	enter   []int // by head outside: the node of the cycle that it would break in at
	leave   []int // by dependent outside: the node of the cycle that heads it best
}

func contract(s [][]float64, heads, cycle []int) contraction {
	in := make([]bool, len(s))
	for _, k := range cycle {
		in[k] = true
	}
	var c contraction
	for i := range s {
		if !in[i] {
			c.outside = append(c.outside, i)
		}
	}
	last := len(c.outside)
	c.enter, c.leave = make([]int, last), make([]int, last)
	c.graph = make([][]float64, last+1)
	for i := range c.graph {
		c.graph[i] = make([]float64, last+1)
	}
	c.graph[last][last] = -1e12
	for i, o := range c.outside {
		for j, p := range c.outside {
			c.graph[i][j] = s[o][p]
		}
		gain := func(k int) float64 { return s[k][o] - s[k][heads[k]] }
		enter, leave := cycle[0], cycle[0]
		for _, k := range cycle {
			if gain(k) > gain(enter) {
				enter = k
			}
			if s[o][k] > s[o][leave] {
				leave = k
			}
		}
		c.enter[i], c.leave[i] = enter, leave
		c.graph[last][i], c.graph[i][last] = gain(enter), s[o][leave]
	}
	return c
}
