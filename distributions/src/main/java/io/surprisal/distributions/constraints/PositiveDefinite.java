package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Cholesky;
import io.surprisal.distributions.bijectors.CholeskyOuterProduct;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * Symmetric positive definite matrices: those with a Cholesky factor in double precision, and that differ from their transpose by no more
 * than 10⁻⁴ of their largest element in FLOAT32 and 10⁻⁸ in FLOAT64.
 */
public record PositiveDefinite() implements Constraint {
    /** Rounding of a product A Aᵀ whose two triangles were summed in different orders. */
    private static final double TOLERANCE_OF_FLOAT32 = 1e-4;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-8;

    @Override
    public Tensor holds(Tensor x) {
        int d = x.shape().dim(-1);
        Shape batch = x.shape().axes(0, x.rank() - 2);
        double tolerance = x.dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        double[] elements = x.stopGradient().toDoubles();
        double[] factors = new double[elements.length];
        boolean[] inside = new boolean[batch.size()];
        for (int i = 0; i < inside.length; i++) {
            int at = i * d * d;
            inside[i] = asymmetric(elements, at, d, tolerance) < 0 && factor(elements, factors, at, d) < 0;
        }
        return x.backend().of(HostArray.wrap(inside, batch));
    }

    /**
     * Factors one of many matrices on the host, A = L Lᵀ, with one order of additions on every backend.
     *
     * @param matrices symmetric matrices in row-major order, of which the lower triangle is read
     * @param factors where L is written; NaN where there is none
     * @param at where the matrix begins in both
     * @param d its number of rows
     * @return the first row whose pivot is not positive, −1 without one
     */
    public static int factor(double[] matrices, double[] factors, int at, int d) {
        for (int i = 0; i < d; i++) {
            int row = at + i * d;
            for (int j = 0; j <= i; j++) {
                int other = at + j * d;
                double rest = matrices[row + j];
                for (int k = 0; k < j; k++) {
                    rest -= factors[row + k] * factors[other + k];
                }
                if (j < i) {
                    factors[row + j] = rest / factors[other + j];
                } else if (rest > 0 && rest < Double.POSITIVE_INFINITY) {
                    factors[row + i] = Math.sqrt(rest);
                } else {
                    Arrays.fill(factors, at, at + d * d, Double.NaN);
                    return i;
                }
            }
        }
        return -1;
    }

    /** The place of the first element that is not finite or not that across the diagonal; −1 without one. */
    private static int asymmetric(double[] elements, int at, int d, double tolerance) {
        double largest = 0;
        for (int i = at; i < at + d * d; i++) {
            largest = Math.max(largest, Math.abs(elements[i]));
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double difference = elements[at + i * d + j] - elements[at + j * d + i];
                if (!(Math.abs(difference) <= tolerance * largest)) {
                    return i * d + j;
                }
            }
        }
        return -1;
    }

    @Override
    public String rule() {
        return "symmetric positive definite";
    }

    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        int d = shape.dim(-1);
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                return Interval.REAL.refusal(name, shape, position + i, new double[] {value[i]});
            }
        }
        int place = asymmetric(value, 0, d, TOLERANCE_OF_FLOAT32);
        place = place < 0 ? asymmetric(value, 0, d, TOLERANCE_OF_FLOAT64) : place;
        String matrix = name + shape.axes(0, shape.rank() - 2).placeOf(position / value.length);
        int row = factor(value, new double[value.length], 0, d);
        if (row >= 0) {
            return matrix + " must be positive definite, but its leading minor of " + (row + 1) + " rows is not: "
                    + name + shape.placeOf(position + row * d + row) + " = " + value[row * d + row]
                    + " is too small beside the elements before. Add a small multiple of the identity.";
        }
        int across = place % d * d + place / d;
        return matrix + " must be symmetric, but " + name + shape.placeOf(position + place) + " = " + value[place]
                + " and " + name + shape.placeOf(position + across) + " = " + value[across] + ". Use ½(A + Aᵀ).";
    }

    @Override
    public int eventRank() {
        return 2;
    }

    /** From d(d + 1)/2 real numbers, by the Cholesky factor. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new Cholesky().then(CholeskyOuterProduct.ofCovariances()));
    }
}
