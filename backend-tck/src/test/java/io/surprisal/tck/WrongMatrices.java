package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.Arrays;

/** Backends whose linear algebra is less than it seems. */
final class WrongMatrices {
    private WrongMatrices() {}

    /** Rounds the operands of a product to 11 significant bits, as some processors do by default. */
    static final class RoundedMatmul<A> extends DelegatingBackend<A> {
        RoundedMatmul(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A matmul(A a, A b, boolean transposeA, boolean transposeB, Shape out) {
            if (dtype(a) != DType.FLOAT32) {
                return super.matmul(a, b, transposeA, transposeB, out);
            }
            A left = rounded(a);
            A right = rounded(b);
            A product = super.matmul(left, right, transposeA, transposeB, out);
            release(left);
            release(right);
            return product;
        }

        private A rounded(A a) {
            double[] x = toHost(a).toDoubles();
            Arrays.setAll(x, i -> Float.intBitsToFloat((Float.floatToRawIntBits((float) x[i]) + 0x1000) & ~0x1FFF));
            return fromHost(Elements.of(DType.FLOAT32, shape(a), x));
        }
    }

    /** Hides the NaN of a Cholesky factor that does not exist. */
    static final class HopefulCholesky<A> extends DelegatingBackend<A> {
        HopefulCholesky(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A cholesky(A a) {
            A factor = super.cholesky(a);
            double[] x = toHost(factor).toDoubles();
            Arrays.setAll(x, i -> Double.isNaN(x[i]) ? 0 : x[i]);
            A hopeful = fromHost(Elements.of(dtype(a), shape(a), x));
            release(factor);
            return hopeful;
        }
    }
}
