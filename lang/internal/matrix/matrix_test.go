package matrix

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = r.Float32()*2 - 1
	}
	return x
}

func TestMulMatchesSums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range [][3]int{{1, 1, 1}, {7, 5, 16}, {6, 300, 33}, {13, 257, 48}, {4, 2, 15}} {
		m, k, n := s[0], s[1], s[2]
		a, b := random(r, m*k), random(r, k*n)
		var p, pt Packed
		p.Pack(b, k, n, n, 1)
		bt := make([]float32, n*k)
		for i := range k {
			for j := range n {
				bt[j*k+i] = b[i*n+j]
			}
		}
		pt.Pack(bt, k, n, 1, k)
		at := make([]float32, k*m)
		for i := range m {
			for j := range k {
				at[j*m+i] = a[i*k+j]
			}
		}
		c1, c2 := make([]float32, m*n), make([]float32, m*n)
		Mul(c1, n, a, m, k, 1, &p)
		Mul(c2, n, at, m, 1, m, &pt)
		for i := range m {
			for j := range n {
				var want float64
				for x := range k {
					want += float64(a[i*k+x]) * float64(b[x*n+j])
				}
				for _, got := range []float32{c1[i*n+j], c2[i*n+j]} {
					if math.Abs(float64(got)-want) > 1e-4 {
						t.Fatalf("%v: C[%d,%d] = %v, want %v", s, i, j, got, want)
					}
				}
			}
		}
	}
}

// withScalar runs f without the vector kernels.
func withScalar(f func()) {
	defer Use(Use(Scalar))
	f()
}

func TestReadingIsTheSameWithoutVectors(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	m, k, n := 11, 37, 40
	w := make([]int8, k*n)
	for i := range w {
		w[i] = int8(r.IntN(255) - 127)
	}
	p := PackInt(w, k, n)
	a := make([]int16, m*p.K)
	for i := range a {
		a[i] = int16(r.IntN(32767) - 16383)
	}
	c1, c2 := make([]int32, m*p.N), make([]int32, m*p.N)
	IntMul(c1, a, m, p.K, p)
	for _, l := range []Level{Scalar, AVX2} {
		was := Use(l)
		IntMul(c2, a, m, p.K, p)
		Use(was)
		for i := range c1 {
			if c1[i] != c2[i] {
				t.Fatalf("IntMul at level %d differs at %d: %d, %d", l, i, c2[i], c1[i])
			}
		}
	}
	d := IntDot(a[:32], a[32:64])
	withScalar(func() {
		if e := IntDot(a[:32], a[32:64]); e != d {
			t.Fatalf("IntDot: %d, %d", d, e)
		}
	})
	x := make([]float32, 4003)
	for i := range x {
		x[i] = (r.Float32()*2 - 1) * 12
	}
	for name, f := range map[string]func([]float32){"Tanh": Tanh, "Sigmoid": Sigmoid} {
		u, v := append([]float32(nil), x...), append([]float32(nil), x...)
		f(u)
		withScalar(func() { f(v) })
		for i := range u {
			if math.Float32bits(u[i]) != math.Float32bits(v[i]) {
				t.Fatalf("%s(%v): %v with vectors, %v without", name, x[i], u[i], v[i])
			}
			want := math.Tanh(float64(x[i]))
			if name == "Sigmoid" {
				want = 1 / (1 + math.Exp(-float64(x[i])))
			}
			if math.Abs(float64(u[i])-want) > 1e-6 {
				t.Fatalf("%s(%v) = %v, want %v", name, x[i], u[i], want)
			}
		}
	}
}

func TestQuantizedStepsAreTheSameWithoutVectors(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const n = 48
	for range 200 {
		x, f, o, a, c := random(r, n), random(r, n), random(r, n), random(r, n), random(r, n)
		Sigmoid(f)
		Sigmoid(o)
		x[3], x[5], x[9] = 0, -0.5, 0.5
		acc := make([]int32, n)
		for i := range acc {
			acc[i] = r.Int32() - 1<<30
		}
		run := func() (q1, q2 []int16, y, c2 []float32, s float32) {
			q1, q2, y = make([]int16, n), make([]int16, n), make([]float32, n)
			c2 = append(c2, c...)
			s = Quantize(q1, x, 32767)
			Dequantize(y, acc, x, 0.37, f)
			Gates(f, o, a, c2, q2)
			return
		}
		q1, q2, y, c2, s := run()
		withScalar(func() {
			p1, p2, z, d2, v := run()
			for i := range n {
				if q1[i] != p1[i] || q2[i] != p2[i] || y[i] != z[i] || c2[i] != d2[i] || s != v {
					t.Fatalf("element %d differs: %d %d, %d %d, %v %v, %v %v, %v %v", i, q1[i], p1[i], q2[i], p2[i], y[i], z[i], c2[i], d2[i], s, v)
				}
			}
		})
	}
}

func BenchmarkMul(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	m, k, n := 600, 320, 480
	a, w := random(r, m*k), random(r, k*n)
	c := make([]float32, m*n)
	var p Packed
	p.Pack(w, k, n, n, 1)
	for b.Loop() {
		Mul(c, n, a, m, k, 1, &p)
	}
	b.ReportMetric(float64(2*m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

func BenchmarkIntMul(b *testing.B) {
	m, k, n := 600, 320, 480
	p := PackInt(make([]int8, k*n), k, n)
	a, c := make([]int16, m*k), make([]int32, m*n)
	for name, l := range map[string]Level{"scalar": Scalar, "avx2": AVX2, "vnni": VNNI} {
		b.Run(name, func(b *testing.B) {
			defer Use(Use(l))
			for b.Loop() {
				IntMul(c, a, m, k, p)
			}
			b.ReportMetric(float64(2*m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
		})
	}
}
