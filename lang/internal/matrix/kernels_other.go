//go:build !amd64

package matrix

// Other processors take the scalar paths; the kernels are never reached.
var hasFMA, hasAVX2 bool

func fma6(k int, a *float32, rs, cs int, b, c *float32, ldc int)    { panic("matrix: no kernel") }
func fma3(k int, a *float32, rs, cs int, b, c *float32, ldc int)    { panic("matrix: no kernel") }
func fma1(k int, a *float32, cs int, b, c *float32)                 { panic("matrix: no kernel") }
func int4(pairs int, a *int16, rs int, b *int16, c *int32, ldc int) { panic("matrix: no kernel") }
func int1(pairs int, a *int16, b *int16, c *int32)                  { panic("matrix: no kernel") }
func intDot(n16 int, a, b *int16) int32                             { panic("matrix: no kernel") }
func tanh8(n8 int, x *float32, constants *float32)                  { panic("matrix: no kernel") }
func sigmoid8(n8 int, x *float32, constants *float32)               { panic("matrix: no kernel") }
func dot8(n8 int, a, b *float32) float32                            { panic("matrix: no kernel") }
func axpy8(n8 int, alpha float32, x, y *float32)                    { panic("matrix: no kernel") }
