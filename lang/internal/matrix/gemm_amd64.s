#include "textflag.h"

// One step of a row: broadcast A's element, multiply with the panel's 16
// columns in Y14, Y15.
#define ROW(addr, lo, hi) \
	VBROADCASTSS addr, Y13; \
	VFMADD231PS Y14, Y13, lo; \
	VFMADD231PS Y15, Y13, hi

// Add two registers to 16 columns of C.
#define STORE(addr, addr32, lo, hi) \
	VADDPS addr, lo, lo; \
	VMOVUPS lo, addr; \
	VADDPS addr32, hi, hi; \
	VMOVUPS hi, addr32

// func fma6(k int, a *float32, rs, cs int, b, c *float32, ldc int)
TEXT ·fma6(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ cs+24(FP), R9
	MOVQ b+32(FP), DI
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R10
	LEAQ (SI)(R8*2), R11
	ADDQ R8, R11
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11

loop:
	VMOVUPS (DI), Y14
	VMOVUPS 32(DI), Y15
	ROW((SI), Y0, Y1)
	ROW((SI)(R8*1), Y2, Y3)
	ROW((SI)(R8*2), Y4, Y5)
	ROW((R11), Y6, Y7)
	ROW((R11)(R8*1), Y8, Y9)
	ROW((R11)(R8*2), Y10, Y11)
	ADDQ R9, SI
	ADDQ R9, R11
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	LEAQ (DX)(R10*2), BX
	ADDQ R10, BX
	STORE((DX), 32(DX), Y0, Y1)
	STORE((DX)(R10*1), 32(DX)(R10*1), Y2, Y3)
	STORE((DX)(R10*2), 32(DX)(R10*2), Y4, Y5)
	STORE((BX), 32(BX), Y6, Y7)
	STORE((BX)(R10*1), 32(BX)(R10*1), Y8, Y9)
	STORE((BX)(R10*2), 32(BX)(R10*2), Y10, Y11)
	VZEROUPPER
	RET

// func fma3(k int, a *float32, rs, cs int, b, c *float32, ldc int)
TEXT ·fma3(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ cs+24(FP), R9
	MOVQ b+32(FP), DI
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R10
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5

loop:
	VMOVUPS (DI), Y14
	VMOVUPS 32(DI), Y15
	ROW((SI), Y0, Y1)
	ROW((SI)(R8*1), Y2, Y3)
	ROW((SI)(R8*2), Y4, Y5)
	ADDQ R9, SI
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	STORE((DX), 32(DX), Y0, Y1)
	STORE((DX)(R10*1), 32(DX)(R10*1), Y2, Y3)
	STORE((DX)(R10*2), 32(DX)(R10*2), Y4, Y5)
	VZEROUPPER
	RET

// func fma1(k int, a *float32, cs int, b, c *float32)
TEXT ·fma1(SB), NOSPLIT, $0-40
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ cs+16(FP), R9
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1

loop:
	VMOVUPS (DI), Y14
	VMOVUPS 32(DI), Y15
	ROW((SI), Y0, Y1)
	ADDQ R9, SI
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	STORE((DX), 32(DX), Y0, Y1)
	VZEROUPPER
	RET

// One step of an integer row: two neighbouring 16-bit inputs against 8 pairs
// of weights twice.
#define PAIR(addr, lo, hi) \
	VPBROADCASTD addr, Y13; \
	VPMADDWD Y14, Y13, Y12; \
	VPADDD Y12, lo, lo; \
	VPMADDWD Y15, Y13, Y12; \
	VPADDD Y12, hi, hi

// func int4(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)
TEXT ·int4(SB), NOSPLIT, $0-48
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	MOVQ ldc+40(FP), R10
	LEAQ (SI)(R8*2), R11
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7

loop:
	VMOVDQU (DI), Y14
	VMOVDQU 32(DI), Y15
	PAIR((SI), Y0, Y1)
	PAIR((SI)(R8*1), Y2, Y3)
	PAIR((R11), Y4, Y5)
	PAIR((R11)(R8*1), Y6, Y7)
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	LEAQ (DX)(R10*2), BX
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, (DX)(R10*1)
	VMOVDQU Y3, 32(DX)(R10*1)
	VMOVDQU Y4, (BX)
	VMOVDQU Y5, 32(BX)
	VMOVDQU Y6, (BX)(R10*1)
	VMOVDQU Y7, 32(BX)(R10*1)
	VZEROUPPER
	RET

// func int1(pairs int, a *int16, b *int16, c *int32)
TEXT ·int1(SB), NOSPLIT, $0-32
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	MOVQ c+24(FP), DX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1

loop:
	VMOVDQU (DI), Y14
	VMOVDQU 32(DI), Y15
	PAIR((SI), Y0, Y1)
	ADDQ $4, SI
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VZEROUPPER
	RET

// func intDot(n16 int, a, b *int16) int32
TEXT ·intDot(SB), NOSPLIT, $0-28
	MOVQ n16+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VPXOR Y0, Y0, Y0

loop:
	VMOVDQU (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ loop

	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0x4E, X0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0xB1, X0, X1
	VPADDD X1, X0, X0
	VMOVD X0, AX
	MOVL AX, ret+24(FP)
	VZEROUPPER
	RET

// The rational tanh of activation.go on Y0, with its constants in R8; leaves
// the result in Y1. Horner's steps are a multiplication and an addition, never
// fused, to round as Go does.
#define TANH \
	VMINPS (R8), Y0, Y0; \
	VMAXPS 32(R8), Y0, Y0; \
	VMULPS Y0, Y0, Y2; \
	VMULPS 64(R8), Y2, Y1; \
	VADDPS 96(R8), Y1, Y1; \
	VMULPS Y2, Y1, Y1; \
	VADDPS 128(R8), Y1, Y1; \
	VMULPS Y2, Y1, Y1; \
	VADDPS 160(R8), Y1, Y1; \
	VMULPS Y2, Y1, Y1; \
	VADDPS 192(R8), Y1, Y1; \
	VMULPS Y2, Y1, Y1; \
	VADDPS 224(R8), Y1, Y1; \
	VMULPS Y2, Y1, Y1; \
	VADDPS 256(R8), Y1, Y1; \
	VMULPS Y0, Y1, Y1; \
	VMULPS 288(R8), Y2, Y3; \
	VADDPS 320(R8), Y3, Y3; \
	VMULPS Y2, Y3, Y3; \
	VADDPS 352(R8), Y3, Y3; \
	VMULPS Y2, Y3, Y3; \
	VADDPS 384(R8), Y3, Y3; \
	VDIVPS Y3, Y1, Y1

// func tanh8(n8 int, x *float32, constants *float32)
TEXT ·tanh8(SB), NOSPLIT, $0-24
	MOVQ n8+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ constants+16(FP), R8

loop:
	VMOVUPS (SI), Y0
	TANH
	VMOVUPS Y1, (SI)
	ADDQ $32, SI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func sigmoid8(n8 int, x *float32, constants *float32)
TEXT ·sigmoid8(SB), NOSPLIT, $0-24
	MOVQ n8+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ constants+16(FP), R8
	VMOVUPS 416(R8), Y5

loop:
	VMULPS (SI), Y5, Y0
	TANH
	VMULPS Y5, Y1, Y1
	VADDPS Y5, Y1, Y1
	VMOVUPS Y1, (SI)
	ADDQ $32, SI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func dot8(n8 int, a, b *float32) float32
TEXT ·dot8(SB), NOSPLIT, $0-28
	MOVQ n8+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VXORPS Y0, Y0, Y0

loop:
	VMOVUPS (SI), Y1
	VFMADD231PS (DI), Y1, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ loop

	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VHADDPS X0, X0, X0
	VHADDPS X0, X0, X0
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func axpy8(n8 int, alpha float32, x, y *float32)
TEXT ·axpy8(SB), NOSPLIT, $0-32
	MOVQ n8+0(FP), CX
	VBROADCASTSS alpha+8(FP), Y0
	MOVQ x+16(FP), SI
	MOVQ y+24(FP), DI

loop:
	VMOVUPS (SI), Y1
	VMOVUPS (DI), Y2
	VFMADD231PS Y0, Y1, Y2
	VMOVUPS Y2, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func dequant8(n8 int, acc *int32, scales *float32, f float32, add, y *float32)
TEXT ·dequant8(SB), NOSPLIT, $0-48
	MOVQ n8+0(FP), CX
	MOVQ acc+8(FP), SI
	MOVQ scales+16(FP), DI
	VBROADCASTSS f+24(FP), Y0
	MOVQ add+32(FP), DX
	MOVQ y+40(FP), BX

loop:
	VCVTDQ2PS (SI), Y1
	VMULPS (DI), Y0, Y2
	VMULPS Y2, Y1, Y1
	VADDPS (DX), Y1, Y1
	VMOVUPS Y1, (BX)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, DX
	ADDQ $32, BX
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func absMax8(n8 int, x *float32) float32
TEXT ·absMax8(SB), NOSPLIT, $0-20
	MOVQ n8+0(FP), CX
	MOVQ x+8(FP), SI
	VPCMPEQD Y2, Y2, Y2
	VPSRLD $1, Y2, Y2
	VXORPS Y0, Y0, Y0

loop:
	VANDPS (SI), Y2, Y1
	VMAXPS Y1, Y0, Y0
	ADDQ $32, SI
	DECQ CX
	JNZ loop

	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0x4E, X0, X1
	VMAXPS X1, X0, X0
	VPSHUFD $0xB1, X0, X1
	VMAXPS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// Y1 times the scale in Y0, rounded to integers in Y1: half of its own sign
// is added, then the fraction dropped. Y3 holds 0.5, Y4 the sign bits.
#define ROUND \
	VMULPS Y0, Y1, Y1; \
	VANDPS Y4, Y1, Y2; \
	VORPS Y3, Y2, Y2; \
	VADDPS Y2, Y1, Y1; \
	VCVTTPS2DQ Y1, Y1

// Y3 = 0.5 and Y4 = sign bits, from nothing.
#define ROUNDCONST \
	VPCMPEQD Y4, Y4, Y4; \
	VPSLLD $31, Y4, Y4; \
	VPCMPEQD Y3, Y3, Y3; \
	VPSLLD $26, Y3, Y3; \
	VPSRLD $2, Y3, Y3

// func toInt8(n8 int, f float32, x *float32, q *int16)
TEXT ·toInt8(SB), NOSPLIT, $0-32
	MOVQ n8+0(FP), CX
	VBROADCASTSS f+8(FP), Y0
	MOVQ x+16(FP), SI
	MOVQ q+24(FP), DI
	ROUNDCONST

loop:
	VMOVUPS (SI), Y1
	ROUND
	VEXTRACTI128 $1, Y1, X2
	VPACKSSDW X2, X1, X1
	VMOVDQU X1, (DI)
	ADDQ $32, SI
	ADDQ $16, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func gates8(n8 int, unit float32, f, o, a, c *float32, q *int16)
TEXT ·gates8(SB), NOSPLIT, $0-56
	MOVQ n8+0(FP), CX
	VBROADCASTSS unit+8(FP), Y0
	MOVQ f+16(FP), R8
	MOVQ o+24(FP), R9
	MOVQ a+32(FP), R10
	MOVQ c+40(FP), R11
	MOVQ q+48(FP), DI
	ROUNDCONST
	VPCMPEQD Y5, Y5, Y5
	VPSLLD $25, Y5, Y5
	VPSRLD $2, Y5, Y5

loop:
	VMOVUPS (R8), Y6
	VMULPS (R11), Y6, Y7
	VSUBPS Y6, Y5, Y6
	VMULPS (R10), Y6, Y6
	VADDPS Y6, Y7, Y7
	VMOVUPS Y7, (R11)
	VMULPS (R9), Y7, Y1
	ROUND
	VEXTRACTI128 $1, Y1, X2
	VPACKSSDW X2, X1, X1
	VMOVDQU X1, (DI)
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $32, R10
	ADDQ $32, R11
	ADDQ $16, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET
