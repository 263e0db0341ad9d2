package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Batched matrix products: by the engine where it takes them, else matrix by matrix. */
final class MatrixProducts {
    private final CpuArrays arrays;
    private final Engine engine;
    private final MatrixMultiplier multiplier;

    MatrixProducts(CpuArrays arrays, Engine engine, MatrixMultiplier multiplier) {
        this.arrays = arrays;
        this.engine = engine;
        this.multiplier = multiplier;
    }

    CpuArray matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, Shape out) {
        CpuArray y = arrays.make(out, a.dtype());
        if (a.dtype() != DType.FLOAT32 || !engine.matmul(a, b, transposeA, transposeB, y)) {
            each(a, b, transposeA, transposeB, y);
        }
        return y;
    }

    private void each(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y) {
        Shape out = y.shape();
        int m = out.at(out.rank() - 2);
        int n = out.at(out.rank() - 1);
        int k = a.shape().at(a.shape().rank() - (transposeA ? 2 : 1));
        BatchPairs batch = BatchPairs.of(a.shape(), b.shape(), out);
        for (int i = 0; i < batch.count(); i++) {
            long atA = batch.left(i) * m * k;
            long atB = batch.right(i) * k * n;
            multiplier.multiply(a, atA, transposeA, b, atB, transposeB, y, (long) i * m * n, m, k, n);
        }
    }
}
