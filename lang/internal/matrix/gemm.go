package matrix

// panel is how many columns a packed panel holds: two AVX2 registers.
const panel = 16

// depth bounds how much of the inner dimension one pass covers, so that a
// panel (16 KB) stays in the first-level cache.
const depth = 256

// Packed is the right-hand side of a product, rearranged into panels of 16
// columns that the kernel reads in sequence.
type Packed struct {
	K, N int
	data []float32
}

// Pack takes the k×n matrix whose element (i, j) is b[i*rs+j*cs]; a transposed
// matrix is packed by exchanging the strides. Memory is reused.
func (p *Packed) Pack(b []float32, k, n, rs, cs int) {
	p.K, p.N = k, n
	panels := (n + panel - 1) / panel
	need := panels * panel * k
	if cap(p.data) < need {
		p.data = make([]float32, need)
	}
	p.data = p.data[:need]
	for jp := range panels {
		dst := p.data[jp*panel*k:]
		w := min(panel, n-jp*panel)
		for i := range k {
			src := b[i*rs+jp*panel*cs:]
			row := dst[i*panel : i*panel+panel]
			if cs == 1 && w == panel {
				copy(row, src[:panel])
				continue
			}
			for j := range w {
				row[j] = src[j*cs]
			}
			clear(row[w:])
		}
	}
}

// Mul adds A·B to C, where A is m×K with element (i, k) at a[i*rs+k*cs] and C
// is m×N with rows of stride ldc.
func Mul(c []float32, ldc int, a []float32, m, rs, cs int, p *Packed) {
	if m == 0 || p.N == 0 || p.K == 0 {
		return
	}
	var edge [6 * panel]float32
	for k0 := 0; k0 < p.K; k0 += depth {
		k := min(depth, p.K-k0)
		for j := 0; j < p.N; j += panel {
			b := p.data[j*p.K+k0*panel:]
			if p.N-j >= panel {
				rows(c[j:], ldc, a[k0*cs:], m, rs, cs, b, k)
				continue
			}
			for i := 0; i < m; i += 6 {
				r := min(6, m-i)
				clear(edge[:])
				rows(edge[:], panel, a[i*rs+k0*cs:], r, rs, cs, b, k)
				for x := range r {
					dst := c[(i+x)*ldc+j : (i+x)*ldc+p.N]
					for y := range dst {
						dst[y] += edge[x*panel+y]
					}
				}
			}
		}
	}
}

// rows adds the product with one panel to m rows of 16 columns.
func rows(c []float32, ldc int, a []float32, m, rs, cs int, b []float32, k int) {
	i := 0
	if hasFMA {
		for ; i+6 <= m; i += 6 {
			fma6(k, &a[i*rs], rs*4, cs*4, &b[0], &c[i*ldc], ldc*4)
		}
		if i+3 <= m {
			fma3(k, &a[i*rs], rs*4, cs*4, &b[0], &c[i*ldc], ldc*4)
			i += 3
		}
		for ; i < m; i++ {
			fma1(k, &a[i*rs], cs*4, &b[0], &c[i*ldc])
		}
		return
	}
	for ; i < m; i++ {
		var sum [panel]float32
		for x := range k {
			v := a[i*rs+x*cs]
			row := b[x*panel : x*panel+panel]
			for j := range sum {
				sum[j] += v * row[j]
			}
		}
		dst := c[i*ldc : i*ldc+panel]
		for j := range sum {
			dst[j] += sum[j]
		}
	}
}
