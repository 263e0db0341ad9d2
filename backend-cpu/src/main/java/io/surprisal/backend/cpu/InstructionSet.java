package io.surprisal.backend.cpu;

import org.bytedeco.dnnl.global.dnnl;

/** Sets of processor instructions that oneDNN generates code for, the widest first. */
enum InstructionSet {
    AVX10_2(dnnl.dnnl_cpu_isa_avx10_2_512, "AVX10.2"),
    AVX512_AMX_FP16(dnnl.dnnl_cpu_isa_avx512_core_amx_fp16, "AVX-512 with AMX (float16)"),
    AVX512_AMX(dnnl.dnnl_cpu_isa_avx512_core_amx, "AVX-512 with AMX"),
    AVX512_FP16(dnnl.dnnl_cpu_isa_avx512_core_fp16, "AVX-512 with float16"),
    AVX512_BF16(dnnl.dnnl_cpu_isa_avx512_core_bf16, "AVX-512 with bfloat16"),
    AVX512_VNNI(dnnl.dnnl_cpu_isa_avx512_core_vnni, "AVX-512 with VNNI"),
    AVX512(dnnl.dnnl_cpu_isa_avx512_core, "AVX-512"),
    AVX2_VNNI(dnnl.dnnl_cpu_isa_avx2_vnni, "AVX2 with VNNI"),
    AVX2(dnnl.dnnl_cpu_isa_avx2, "AVX2"),
    AVX(dnnl.dnnl_cpu_isa_avx, "AVX"),
    SSE41(dnnl.dnnl_cpu_isa_sse41, "SSE4.1");

    private final int bits;
    private final String label;

    InstructionSet(int bits, String label) {
        this.bits = bits;
        this.label = label;
    }

    /** The name of what this processor runs; other architectures than x86 have a number only. */
    static String effective() {
        int effective = dnnl.dnnl_get_effective_cpu_isa();
        for (InstructionSet set : values()) {
            if ((effective & set.bits) == set.bits) {
                return set.label;
            }
        }
        return "0x" + Integer.toHexString(effective);
    }
}
