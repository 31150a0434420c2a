package training

import (
	"math"
	"math/rand/v2"
	"slices"
)

// workers is how many halves a minibatch is cut into. It is part of what makes
// training reproducible, and so no option.
const workers = 2

// param is a matrix of weights with its gradients and Adam's moments.
type param struct {
	name       string
	rows, cols int
	w          []float32
	grad       [workers][]float32
	m, v, avg  []float32
	sparse     bool             // an embedding table: few rows have a gradient
	touched    [workers][]int32 // rows with a gradient
	seen       [workers][]bool  // the same as a set
}

func newParam(name string, rows, cols int, scale float64, sparse bool, r *rand.Rand) *param {
	n := rows * cols
	p := &param{name: name, rows: rows, cols: cols, sparse: sparse}
	p.w = make([]float32, n)
	for i := range p.w {
		p.w[i] = float32((r.Float64()*2 - 1) * scale)
	}
	p.m, p.v, p.avg = make([]float32, n), make([]float32, n), make([]float32, n)
	for k := range workers {
		p.grad[k] = make([]float32, n)
		if sparse {
			p.seen[k] = make([]bool, rows)
		}
	}
	return p
}

// glorot is the half-width of the uniform distribution that keeps variances.
func glorot(in, out int) float64 { return math.Sqrt(6 / float64(in+out)) }

func (p *param) row(i int32) []float32 { return p.w[int(i)*p.cols : int(i+1)*p.cols] }

// gradRow is the gradient of one row of a table, noted as touched.
func (p *param) gradRow(k int, i int32) []float32 {
	if !p.seen[k][i] {
		p.seen[k][i] = true
		p.touched[k] = append(p.touched[k], i)
	}
	return p.grad[k][int(i)*p.cols : int(i+1)*p.cols]
}

// gather sums the halves' gradients into the first and gives its square norm.
func (p *param) gather() float64 {
	var norm float64
	if !p.sparse {
		g, h := p.grad[0], p.grad[1]
		for i, v := range h {
			g[i] += v
			norm += float64(g[i]) * float64(g[i])
			h[i] = 0
		}
		return norm
	}
	for _, i := range p.touched[1] {
		h := p.grad[1][int(i)*p.cols : int(i+1)*p.cols]
		g := p.gradRow(0, i)
		for j, v := range h {
			g[j] += v
			h[j] = 0
		}
		p.seen[1][i] = false
	}
	p.touched[1] = p.touched[1][:0]
	slices.Sort(p.touched[0])
	for _, i := range p.touched[0] {
		for _, v := range p.grad[0][int(i)*p.cols : int(i+1)*p.cols] {
			norm += float64(v) * float64(v)
		}
	}
	return norm
}

// adam holds the optimizer's settings; step counts from 1.
type adam struct {
	rate, beta1, beta2, eps, decay float64
	step                           int
}

// update makes one step with the gathered gradient times scale and clears it.
// Tables move only the rows that were used.
func (p *param) update(a *adam, scale float32) {
	c1 := 1 - math.Pow(a.beta1, float64(a.step))
	c2 := 1 - math.Pow(a.beta2, float64(a.step))
	rate := float32(a.rate * math.Sqrt(c2) / c1)
	b1, b2 := float32(a.beta1), float32(a.beta2)
	eps := float32(a.eps * math.Sqrt(c2))
	keep := float32(1 - a.rate*a.decay)
	span := func(lo, hi int) {
		w, g, m, v := p.w[lo:hi], p.grad[0][lo:hi], p.m[lo:hi], p.v[lo:hi]
		for i, x := range g {
			x *= scale
			m[i] += (1 - b1) * (x - m[i])
			v[i] += (1 - b2) * (x*x - v[i])
			w[i] = w[i]*keep - rate*m[i]/(float32(math.Sqrt(float64(v[i])))+eps)
			g[i] = 0
		}
	}
	if !p.sparse {
		span(0, len(p.w))
		return
	}
	for _, i := range p.touched[0] {
		span(int(i)*p.cols, int(i+1)*p.cols)
		p.seen[0][i] = false
	}
	p.touched[0] = p.touched[0][:0]
}

// average moves the running average of the weights towards the weights.
func (p *param) average(keep float32) {
	for i, w := range p.w {
		p.avg[i] += (1 - keep) * (w - p.avg[i])
	}
}
