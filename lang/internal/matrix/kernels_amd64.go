package matrix

import "golang.org/x/sys/cpu"

var (
	hasFMA  = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	hasAVX2 = cpu.X86.HasAVX2
	hasVNNI = hasAVX2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI
)

// The kernels of gemm_amd64.s. Strides are in bytes.

//go:noescape
func fma6(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func fma3(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func fma1(k int, a *float32, cs int, b, c *float32)

//go:noescape
func int4(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)

//go:noescape
func vnni8(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)

//go:noescape
func int1(pairs int, a *int16, b *int16, c *int32)

//go:noescape
func intDot(n16 int, a, b *int16) int32

//go:noescape
func tanh8(n8 int, x *float32, constants *float32)

//go:noescape
func sigmoid8(n8 int, x *float32, constants *float32)

//go:noescape
func dot8(n8 int, a, b *float32) float32

//go:noescape
func axpy8(n8 int, alpha float32, x, y *float32)

//go:noescape
func dequant8(n8 int, acc *int32, scales *float32, f float32, add, y *float32)

//go:noescape
func absMax8(n8 int, x *float32) float32

//go:noescape
func toInt8(n8 int, f float32, x *float32, q *int16)

//go:noescape
func gates8(n8 int, unit float32, f, o, a, c *float32, q *int16)
