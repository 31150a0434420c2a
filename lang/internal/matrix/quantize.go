package matrix

// All lengths here are multiples of eight, as the widths of layers are.

// Unit is the integer that stands for 1 in the outputs of recurrent layers.
const Unit = 32767

// Dequantize sets y to acc·scales·f + add; add may be y itself.
func Dequantize(y []float32, acc []int32, scales []float32, f float32, add []float32) {
	n := len(acc)
	y, scales, add = y[:n], scales[:n], add[:n]
	if hasAVX2 && n >= 8 {
		dequant8(n/8, &acc[0], &scales[0], f, &add[0], &y[0])
		return
	}
	for i, v := range acc {
		y[i] = float32(float32(v)*float32(scales[i]*f)) + add[i]
	}
}

// Quantize writes x as integers up to ±limit and gives the scale that turns
// them back: the largest becomes the limit.
func Quantize(q []int16, x []float32, limit float32) float32 {
	n := len(x)
	q = q[:n]
	var top float32
	if hasAVX2 && n >= 8 {
		top = absMax8(n/8, &x[0])
	} else {
		for _, v := range x {
			top = max(top, v, -v)
		}
	}
	if top == 0 {
		clear(q)
		return 0
	}
	f := limit / top
	if hasAVX2 && n >= 8 {
		toInt8(n/8, f, &x[0], &q[0])
	} else {
		for i, v := range x {
			q[i] = round(float32(v * f))
		}
	}
	return top / limit
}

// round is to the nearest, halves away from zero.
func round(v float32) int16 {
	if v < 0 {
		return int16(int32(v - 0.5))
	}
	return int16(int32(v + 0.5))
}

// Gates makes one step of a recurrent cell from its activated gates: the state
// c becomes f·c + (1-f)·a, the output o·c goes to q as integers.
func Gates(f, o, a, c []float32, q []int16) {
	n := len(c)
	f, o, a, q = f[:n], o[:n], a[:n], q[:n]
	if hasAVX2 && n >= 8 {
		gates8(n/8, Unit, &f[0], &o[0], &a[0], &c[0], &q[0])
		return
	}
	for j := range c {
		c[j] = float32(f[j]*c[j]) + float32((1-f[j])*a[j])
		q[j] = round(float32(float32(o[j]*c[j]) * Unit))
	}
}
