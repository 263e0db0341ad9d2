package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenBlasCoreTest {
    private static final String AVX512 = "flags\t\t: fpu avx avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void asksForIntelKernelsOnAmdWithAvx512() {
        assertThat(OpenBlasCore.best(List.of("processor\t: 0", "vendor_id\t: AuthenticAMD", AVX512)))
                .contains("SkylakeX");
    }

    @Test
    void leavesTheChoiceElsewhere() {
        assertThat(OpenBlasCore.best(List.of("vendor_id\t: GenuineIntel", AVX512)))
                .isEmpty();
        assertThat(OpenBlasCore.best(List.of("vendor_id\t: AuthenticAMD", "flags\t\t: fpu avx avx2 fma")))
                .isEmpty();
        assertThat(OpenBlasCore.best(List.of())).isEmpty();
    }
}
