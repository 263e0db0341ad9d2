package io.surprisal.backend.cpu;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import io.surprisal.tensor.DType;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack;

/** Multiplies by OpenBLAS. */
final class OpenBlasMultiplier implements MatrixMultiplier {
    private final MovedFloats floatsA = new MovedFloats();
    private final MovedFloats floatsB = new MovedFloats();
    private final MovedFloats floatsY = new MovedFloats();
    private final Doubles doublesA = new Doubles();
    private final Doubles doublesB = new Doubles();
    private final Doubles doublesY = new Doubles();

    /** Loads the library. */
    OpenBlasMultiplier(int threads) {
        openblas_nolapack.blas_set_num_threads(threads);
    }

    @Override
    public void multiply(
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
            int n) {
        int left = transposeA ? CblasTrans : CblasNoTrans;
        int right = transposeB ? CblasTrans : CblasNoTrans;
        int strideA = transposeA ? m : k;
        int strideB = transposeB ? k : n;
        if (a.dtype() == DType.FLOAT64) {
            doublesA.moveTo(a, atA);
            doublesB.moveTo(b, atB);
            doublesY.moveTo(y, atY);
            cblas_dgemm(CblasRowMajor, left, right, m, n, k, 1, doublesA, strideA, doublesB, strideB, 0, doublesY, n);
        } else {
            floatsA.moveTo(a, atA);
            floatsB.moveTo(b, atB);
            floatsY.moveTo(y, atY);
            cblas_sgemm(CblasRowMajor, left, right, m, n, k, 1, floatsA, strideA, floatsB, strideB, 0, floatsY, n);
        }
    }

    @Override
    public String description() {
        // The header says " OpenBLAS 0.3.31 ".
        return openblas.OPENBLAS_VERSION.replace("OpenBLAS", "").strip();
    }

    /** As {@link MovedFloats}. */
    private static final class Doubles extends DoublePointer {
        Doubles() {
            super((Pointer) null);
        }

        void moveTo(CpuArray array, long index) {
            address = array.address() + index * Double.BYTES;
        }
    }
}
