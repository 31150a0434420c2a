#include "textflag.h"

// The integer product with AVX-512 VNNI: VPDPWSSD multiplies pairs of 16-bit
// integers and adds both products to a 32-bit sum, as VPMADDWD and VPADDD do
// in two steps. The sums are the same.

// func vnni8(pairs int, a *int16, rs int, b *int16, c *int32, ldc int)
TEXT ·vnni8(SB), NOSPLIT, $0-48
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	MOVQ ldc+40(FP), R10
	LEAQ (R8)(R8*2), R9
	LEAQ (SI)(R8*4), R11
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7

loop:
	VMOVDQU32 (DI), Z8
	VPDPWSSD.BCST (SI), Z8, Z0
	VPDPWSSD.BCST (SI)(R8*1), Z8, Z1
	VPDPWSSD.BCST (SI)(R8*2), Z8, Z2
	VPDPWSSD.BCST (SI)(R9*1), Z8, Z3
	VPDPWSSD.BCST (R11), Z8, Z4
	VPDPWSSD.BCST (R11)(R8*1), Z8, Z5
	VPDPWSSD.BCST (R11)(R8*2), Z8, Z6
	VPDPWSSD.BCST (R11)(R9*1), Z8, Z7
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $64, DI
	DECQ CX
	JNZ loop

	VMOVDQU32 Z0, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z1, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z2, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z3, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z4, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z5, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z6, (DX)
	ADDQ R10, DX
	VMOVDQU32 Z7, (DX)
	VZEROUPPER
	RET
