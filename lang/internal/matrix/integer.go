package matrix

// IntPacked is the right-hand side of an exact product: 8-bit weights widened
// to 16 bits, in panels of 16 columns, two neighbouring rows side by side as
// VPMADDWD wants them.
type IntPacked struct {
	K, N int // K even, N a multiple of 16
	data []int16
}

// PackInt takes a k×n matrix of weights in rows and pads it: k to even, n to a
// multiple of 16.
func PackInt(w []int8, k, n int) *IntPacked {
	p := &IntPacked{K: (k + 1) &^ 1, N: (n + 15) &^ 15}
	p.data = make([]int16, p.K*p.N)
	for i := range k {
		for j := range n {
			p.data[(j/panel)*panel*p.K+(i/2)*2*panel+(j%panel)*2+i%2] = int16(w[i*n+j])
		}
	}
	return p
}

// IntMul sets C (m×N, rows of stride N) to A·B, where A has rows of stride
// lda ≥ K. The caller sees to it that no sum passes 31 bits.
func IntMul(c []int32, a []int16, m, lda int, p *IntPacked) {
	if m == 0 {
		return
	}
	for j := 0; j < p.N; j += panel {
		b := p.data[j*p.K : (j+panel)*p.K]
		i := 0
		if hasVNNI {
			for ; i+8 <= m; i += 8 {
				vnni8(p.K/2, &a[i*lda], lda*2, &b[0], &c[i*p.N+j], p.N*4)
			}
		}
		if hasAVX2 {
			for ; i+4 <= m; i += 4 {
				int4(p.K/2, &a[i*lda], lda*2, &b[0], &c[i*p.N+j], p.N*4)
			}
			for ; i < m; i++ {
				int1(p.K/2, &a[i*lda], &b[0], &c[i*p.N+j])
			}
			continue
		}
		for ; i < m; i++ {
			intRow(c[i*p.N+j:], a[i*lda:][:p.K], b)
		}
	}
}

// intRow multiplies a row with a panel, four columns at a time so that the
// sums stay in registers.
func intRow(c []int32, x []int16, b []int16) {
	c = c[:panel]
	for o := 0; o < panel; o += 4 {
		var c0, c1, c2, c3 int32
		w := b[2*o:]
		for k := 0; k+1 < len(x) && len(w) >= 8; k += 2 {
			u, v := int32(x[k]), int32(x[k+1])
			c0 += u*int32(w[0]) + v*int32(w[1])
			c1 += u*int32(w[2]) + v*int32(w[3])
			c2 += u*int32(w[4]) + v*int32(w[5])
			c3 += u*int32(w[6]) + v*int32(w[7])
			w = w[min(2*panel, len(w)):]
		}
		c[o], c[o+1], c[o+2], c[o+3] = c0, c1, c2, c3
	}
}

// IntDot is the exact inner product of two vectors of a length divisible by 16.
func IntDot(a, b []int16) int32 {
	if hasAVX2 && len(a) >= 16 {
		return intDot(len(a)/16, &a[0], &b[0])
	}
	var s int32
	for i, v := range a {
		s += int32(v) * int32(b[i])
	}
	return s
}
