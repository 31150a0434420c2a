//go:build !amd64

package matrix

// Other processors take the scalar paths; the kernels are never reached.
var hasFMA, hasAVX2, hasVNNI bool

const none = "matrix: no vector kernel on this processor"

func fma6(k int, a *float32, rs, cs int, b, c *float32, ldc int)               { panic(none) }
func fma3(k int, a *float32, rs, cs int, b, c *float32, ldc int)               { panic(none) }
func fma1(k int, a *float32, cs int, b, c *float32)                            { panic(none) }
func int4(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)            { panic(none) }
func vnni8(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)           { panic(none) }
func int1(pairs int, a *int16, b *int16, c *int32)                             { panic(none) }
func intDot(n16 int, a, b *int16) int32                                        { panic(none) }
func tanh8(n8 int, x *float32, constants *float32)                             { panic(none) }
func sigmoid8(n8 int, x *float32, constants *float32)                          { panic(none) }
func dot8(n8 int, a, b *float32) float32                                       { panic(none) }
func axpy8(n8 int, alpha float32, x, y *float32)                               { panic(none) }
func dequant8(n8 int, acc *int32, scales *float32, f float32, add, y *float32) { panic(none) }
func absMax8(n8 int, x *float32) float32                                       { panic(none) }
func toInt8(n8 int, f float32, x *float32, q *int16)                           { panic(none) }
func gates8(n8 int, unit float32, f, o, a, c *float32, q *int16)               { panic(none) }
