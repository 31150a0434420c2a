package matrix

// The rational approximation of tanh that Eigen uses: odd polynomial of degree
// 13 over even polynomial of degree 6, off by a few units in the last place on
// [-7.9, 7.9], beyond which float32 cannot tell tanh from ±1.
const tanhLimit = 7.90531110763549805

var (
	tanhOdd  = [...]float32{-2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05, 6.37261928875436e-04, 4.89352455891786e-03}
	tanhEven = [...]float32{1.19825839466702e-06, 1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03}
)

// constants is what the AVX2 kernels read: each number eight times.
var constants = func() (c [14 * 8]float32) {
	all := append([]float32{tanhLimit, -tanhLimit}, tanhOdd[:]...)
	all = append(append(all, tanhEven[:]...), 0.5)
	for i, v := range all {
		for j := range 8 {
			c[i*8+j] = v
		}
	}
	return c
}()

func tanh(x float32) float32 {
	x = max(min(x, tanhLimit), -tanhLimit)
	x2 := x * x
	p := tanhOdd[0]
	for _, c := range tanhOdd[1:] {
		p = float32(p*x2) + c
	}
	q := tanhEven[0]
	for _, c := range tanhEven[1:] {
		q = float32(q*x2) + c
	}
	return float32(p*x) / q
}

// Tanh replaces each element by its hyperbolic tangent.
func Tanh(x []float32) {
	i := 0
	if hasAVX2 && len(x) >= 8 {
		i = len(x) &^ 7
		tanh8(i/8, &x[0], &constants[0])
	}
	for ; i < len(x); i++ {
		x[i] = tanh(x[i])
	}
}

// Sigmoid replaces each element by 1/(1+exp(-x)), computed as a tanh.
func Sigmoid(x []float32) {
	i := 0
	if hasAVX2 && len(x) >= 8 {
		i = len(x) &^ 7
		sigmoid8(i/8, &x[0], &constants[0])
	}
	for ; i < len(x); i++ {
		x[i] = float32(tanh(x[i]*0.5)*0.5) + 0.5
	}
}

// Dot is the inner product of two vectors of a length divisible by eight. It
// is for training: its order of summation depends on the processor.
func Dot(a, b []float32) float32 {
	if hasFMA && len(a) > 0 && len(a)%8 == 0 {
		return dot8(len(a)/8, &a[0], &b[0])
	}
	var s float32
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

// Axpy adds alpha·x to y.
func Axpy(alpha float32, x, y []float32) {
	i := 0
	if hasFMA && len(x) >= 8 {
		i = len(x) &^ 7
		axpy8(i/8, alpha, &x[0], &y[0])
	}
	for ; i < len(x); i++ {
		y[i] += alpha * x[i]
	}
}
