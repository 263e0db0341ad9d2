package io.surprisal.tensor.testing;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on tensors. A failure shows how many elements differ and the worst of them: its index, both values, and how many
 * representable numbers they are apart.
 *
 * <pre>{@code
 * assertThat(x.softmax(-1).sum(-1)).hasShape(128).isCloseTo(ones, 1e-6, 0);
 * }</pre>
 */
public final class TensorAssert extends AbstractAssert<TensorAssert, Tensor> {
    private TensorAssert(Tensor actual) {
        super(actual, TensorAssert.class);
    }

    /** Assertions on {@code actual}. */
    public static TensorAssert assertThat(Tensor actual) {
        return new TensorAssert(actual);
    }

    /** The shape has these axis lengths; none for a scalar. */
    public TensorAssert hasShape(int... dims) {
        return hasShape(Shape.of(dims));
    }

    /** The shape is this one. */
    public TensorAssert hasShape(Shape shape) {
        isNotNull();
        if (!actual.shape().equals(shape)) {
            failWithMessage("expected shape %s, but it is %s: %s", shape, actual.shape(), actual);
        }
        return this;
    }

    /** The element type is this one. */
    public TensorAssert hasDType(DType dtype) {
        isNotNull();
        if (actual.dtype() != dtype) {
            failWithMessage("expected dtype %s, but it is %s: %s", dtype, actual.dtype(), actual);
        }
        return this;
    }

    /**
     * Every |actual − expected| ≤ absolute + relative·|expected|; infinities are equal, and NaN matches NaN. Shapes are equal;
     * dtypes may differ, as between a FLOAT32 result and its FLOAT64 oracle.
     */
    public TensorAssert isCloseTo(Tensor expected, double relative, double absolute) {
        hasShape(expected.shape());
        return isCloseTo(expected.toDoubles(), relative, absolute);
    }

    /** As {@link #isCloseTo(Tensor, double, double)}, with the expected elements in row-major order, under any shape. */
    public TensorAssert isCloseTo(double[] expected, double relative, double absolute) {
        HostArray host = hostOfSize(expected.length);
        Mismatch mismatch = Mismatch.where(
                expected.length,
                i -> excess(host.doubleAt(i), expected[i], absolute + relative * Math.abs(expected[i])));
        if (mismatch.count() > 0) {
            failWithMessage(
                    "%s: %s; the tolerance is %s relative and %s absolute",
                    actual, mismatch.describe(host, expected[mismatch.worst()]), relative, absolute);
        }
        return this;
    }

    /** Every element is at most this many representable numbers of the actual dtype from the expected one. */
    public TensorAssert isWithinUlps(double[] expected, long ulps) {
        HostArray host = hostOfSize(expected.length);
        Mismatch mismatch = Mismatch.where(expected.length, i -> {
            long distance = UlpDistance.between(host.doubleAt(i), expected[i], host.dtype());
            return distance <= ulps ? 0 : distance / (double) Math.max(ulps, 1) + 1;
        });
        if (mismatch.count() > 0) {
            failWithMessage(
                    "%s: %s; the tolerance is %s ulp",
                    actual, mismatch.describe(host, expected[mismatch.worst()]), ulps);
        }
        return this;
    }

    /** The same dtype, shape and bits; −0 is not 0, and NaN is equal to NaN whatever its payload. */
    public TensorAssert isBitEqualTo(Tensor expected) {
        return isBitEqualTo(expected.toHost());
    }

    /** As {@link #isBitEqualTo(Tensor)}, with elements on the host. */
    public TensorAssert isBitEqualTo(HostArray expected) {
        hasDType(expected.dtype());
        hasShape(expected.shape());
        HostArray host = actual.toHost();
        if (!host.equals(expected)) {
            Mismatch mismatch = Mismatch.where(
                    expected.shape().size(),
                    i -> Double.compare(host.doubleAt(i), expected.doubleAt(i)) == 0
                            ? 0
                            : 2 + UlpDistance.between(host.doubleAt(i), expected.doubleAt(i), host.dtype()));
            failWithMessage(
                    "%s: %s; they must be equal in every bit",
                    actual, mismatch.describe(host, expected.doubleAt(mismatch.worst())));
        }
        return this;
    }

    /** Exactly these elements in row-major order, true as 1; −0 is not 0, and NaN is equal to NaN. */
    public TensorAssert containsExactly(double... expected) {
        HostArray host = hostOfSize(expected.length);
        Mismatch mismatch =
                Mismatch.where(expected.length, i -> Double.compare(host.doubleAt(i), expected[i]) == 0 ? 0 : 2);
        if (mismatch.count() > 0) {
            failWithMessage(
                    "%s: %s; all elements: %s",
                    actual, mismatch.describe(host, expected[mismatch.worst()]), Arrays.toString(host.toDoubles()));
        }
        return this;
    }

    private HostArray hostOfSize(int size) {
        isNotNull();
        if (actual.size() != size) {
            failWithMessage("expected %s elements, but there are %s: %s", size, actual.size(), actual);
        }
        return actual.toHost();
    }

    /** The distance in tolerances; infinite where it is not a number. */
    private static double excess(double actual, double expected, double tolerance) {
        if (actual == expected || (Double.isNaN(actual) && Double.isNaN(expected))) {
            return 0;
        }
        double distance = Math.abs(actual - expected);
        boolean measurable = distance < Double.POSITIVE_INFINITY && Double.isFinite(expected);
        return measurable && distance <= tolerance
                ? 0
                : measurable && tolerance > 0 ? 1 + distance / tolerance : Double.POSITIVE_INFINITY;
    }
}
