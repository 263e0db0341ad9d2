package io.surprisal.distributions.family;

import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;

/**
 * Sums, products and factors of FLOAT64 tensors whose terms are added on the host in a fixed order: the same bits on every backend, for draws.
 * A backend's own product adds in the order that is fastest there. Derivatives are those of the backend's operations.
 */
public final class FixedOrder {
    private FixedOrder() {}

    /**
     * {@return the sums along the last axis}
     *
     * @param x what is summed
     */
    public static Tensor sum(Tensor x) {
        int n = x.shape().dim(-1);
        double[] elements = x.stopGradient().toDoubles();
        double[] sums = new double[elements.length / n];
        for (int i = 0; i < elements.length; i++) {
            sums[i / n] += elements[i];
        }
        return withSlopes(x, x, sums, x.shape().axes(0, x.rank() - 1), () -> x.sum(-1));
    }

    /**
     * {@return the softmax along the last axis}
     *
     * @param x logits
     */
    public static Tensor softmax(Tensor x) {
        Tensor weights = HostMath.exp(x.minus(x.stopGradient().max(-1).expandDims(-1)));
        return weights.div(sum(weights).expandDims(-1));
    }

    /**
     * {@return the unit vectors in the directions of vectors that are not 0}
     *
     * @param x vectors, [batch…, d]
     */
    public static Tensor normalised(Tensor x) {
        return x.div(sum(x.square()).sqrt().expandDims(-1));
    }

    /**
     * {@return as {@link RowVectors#times}}
     *
     * @param x vectors, [batch…, d]
     * @param matrix matrices, [batch…, d, m], or [batch…, m, d] if they are read transposed
     * @param transpose whether the matrix is read transposed
     */
    public static Tensor times(Tensor x, Tensor matrix, boolean transpose) {
        boolean isOne = matrix.rank() == 2;
        int d = x.shape().dim(-1);
        Shape rows = isOne ? Shape.of(x.size() / d, d) : x.expandDims(-2).shape();
        Tensor a = x.stopGradient().reshape(rows);
        Product product = new Product(a, matrix.stopGradient(), false, transpose);
        Shape lead = isOne ? x.shape().axes(0, x.rank() - 1) : product.batch;
        return withSlopes(
                x,
                matrix,
                product.values(),
                lead.then(Shape.of(product.columns)),
                () -> RowVectors.times(x, matrix, transpose));
    }

    /**
     * {@return matrix products over the last two axes, whose leading axes broadcast}
     *
     * @param a the left matrices
     * @param b the right matrices
     * @param transposeA whether the left are read transposed
     * @param transposeB whether the right are read transposed
     */
    public static Tensor matmul(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
        Product product = new Product(a.stopGradient(), b.stopGradient(), transposeA, transposeB);
        Shape shape = product.batch.then(Shape.of(product.rows, product.columns));
        return withSlopes(a, b, product.values(), shape, () -> a.matmul(b, transposeA, transposeB));
    }

    /**
     * {@return the lower Cholesky factors of symmetric matrices; NaN where there is none}
     *
     * @param a symmetric matrices, [batch…, d, d]
     */
    public static Tensor cholesky(Tensor a) {
        int d = a.shape().dim(-1);
        double[] elements = a.stopGradient().toDoubles();
        double[] factors = new double[elements.length];
        for (int at = 0; at < elements.length; at += d * d) {
            PositiveDefinite.factor(elements, factors, at, d);
        }
        return withSlopes(a, a, factors, a.shape(), a::cholesky);
    }

    /**
     * {@return the inverses of lower triangles}
     *
     * @param lower L, [batch…, d, d], of which the lower triangle is read
     */
    public static Tensor inverse(Tensor lower) {
        int d = lower.shape().dim(-1);
        double[] elements = lower.stopGradient().toDoubles();
        double[] inverses = new double[elements.length];
        for (int at = 0; at < elements.length; at += d * d) {
            invert(elements, inverses, at, d);
        }
        return withSlopes(
                lower,
                lower,
                inverses,
                lower.shape(),
                () -> lower.triangularSolve(lower.backend().eye(d, lower.dtype()), false));
    }

    private static void invert(double[] lower, double[] inverses, int at, int d) {
        for (int i = 0; i < d; i++) {
            int row = at + i * d;
            for (int k = 0; k < i; k++) {
                double factor = lower[row + k];
                for (int j = 0; j <= k; j++) {
                    inverses[row + j] -= factor * inverses[at + k * d + j];
                }
            }
            inverses[row + i] = 1;
            for (int j = 0; j <= i; j++) {
                inverses[row + j] /= lower[row + i];
            }
        }
    }

    /** The values, with the derivatives of a formula for the same where a gradient call records: y − y is exactly 0. */
    private static Tensor withSlopes(Tensor a, Tensor b, double[] values, Shape shape, Supplier<Tensor> formula) {
        Tensor result = a.backend().of(HostArray.wrap(values, shape));
        if (a.stopGradient() == a && b.stopGradient() == b) {
            return result;
        }
        return Scope.tidy(() -> {
            Tensor same = formula.get();
            return result.plus(same.minus(same.stopGradient()));
        });
    }

    /** A batched product on the host. */
    private static final class Product {
        final Shape batch;
        final int rows;
        final int columns;
        private final int inner;
        private final boolean transposeA;
        private final Tensor a;
        private final double[] left;
        private final double[] right;
        private final Tensor b;

        Product(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
            this.a = a;
            this.b = b;
            this.transposeA = transposeA;
            this.rows = a.shape().dim(transposeA ? -1 : -2);
            this.inner = a.shape().dim(transposeA ? -2 : -1);
            this.columns = b.shape().dim(transposeB ? -2 : -1);
            this.batch = BatchShape.common("matmul", "the left batch", batchOf(a), "the right batch", batchOf(b));
            this.left = a.toDoubles();
            this.right = transposeB ? b.matrixTranspose().toDoubles() : b.toDoubles();
        }

        double[] values() {
            int[] leftPlaces = BatchShape.places(batchOf(a), batch);
            int[] rightPlaces = BatchShape.places(batchOf(b), batch);
            double[] out = new double[batch.size() * rows * columns];
            for (int p = 0; p < leftPlaces.length; p++) {
                int atLeft = leftPlaces[p] * rows * inner;
                int atRight = rightPlaces[p] * inner * columns;
                for (int i = 0; i < rows; i++) {
                    int row = (p * rows + i) * columns;
                    for (int k = 0; k < inner; k++) {
                        double factor = left[atLeft + (transposeA ? k * rows + i : i * inner + k)];
                        int other = atRight + k * columns;
                        for (int j = 0; j < columns; j++) {
                            out[row + j] += factor * right[other + j];
                        }
                    }
                }
            }
            return out;
        }

        private static Shape batchOf(Tensor matrices) {
            return matrices.shape().axes(0, matrices.rank() - 2);
        }
    }
}
