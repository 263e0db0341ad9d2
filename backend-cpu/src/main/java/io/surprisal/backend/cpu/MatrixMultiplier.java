package io.surprisal.backend.cpu;

/** The product of two matrices within arrays of one floating type. */
interface MatrixMultiplier {
    /**
     * Writes the m × n product of the m × k matrix from element {@code atA} and the k × n matrix from element {@code atB}. A matrix whose
     * flag is set is stored transposed.
     */
    void multiply(
            CpuArray a,
            long atA,
            boolean transposeA,
            CpuArray b,
            long atB,
            boolean transposeB,
            CpuArray y,
            long atY,
            int m,
            int k,
            int n);

    /** What multiplies, with its version. */
    String description();
}
