package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The errors that the float functions claim, in units in the last place against {@link StrictMath} in double precision. */
class FloatElementaryTest {
    private static final int BLOCK = Scratch.BLOCK;
    private static final int STRIDE = 9973;

    private final FloatElementary elementary = new FloatElementary();

    /** The largest error over every {@link #STRIDE}-th float of an interval of bits, whose results are normal numbers. */
    private static double worst(FloatUnary function, DoubleUnaryOperator exact, float from, float to) {
        float[] x = new float[BLOCK];
        float[] y = new float[BLOCK];
        double worst = 0;
        int next = Float.floatToIntBits(from);
        int last = Float.floatToIntBits(to);
        while (next <= last) {
            int n = 0;
            while (n < BLOCK && next <= last) {
                x[n++] = Float.intBitsToFloat(next);
                next += STRIDE;
            }
            function.apply(x, y, n);
            for (int i = 0; i < n; i++) {
                double e = exact.applyAsDouble(x[i]);
                double error = Math.abs(y[i] - e) / Math.ulp((float) e);
                worst = Math.max(worst, Float.isNaN(y[i]) ? Double.POSITIVE_INFINITY : error);
            }
        }
        return worst;
    }

    private static FloatUnary mirrored(FloatUnary function) {
        float[] negated = new float[BLOCK];
        return (x, y, n) -> {
            for (int i = 0; i < n; i++) {
                negated[i] = -x[i];
            }
            function.apply(negated, y, n);
        };
    }

    private static double worstOnBothSides(FloatUnary function, DoubleUnaryOperator exact, float least, float most) {
        return Math.max(
                worst(function, exact, Float.MIN_NORMAL, most),
                worst(mirrored(function), x -> exact.applyAsDouble(-x), Float.MIN_NORMAL, least));
    }

    @Test
    void exponentialsStayBelowTwoUlps() {
        FloatExponential exponential = elementary.exponential();
        assertThat(worstOnBothSides(exponential::exp, StrictMath::exp, 103f, 88.7f))
                .isLessThan(2);
        assertThat(worstOnBothSides(exponential::expm1, StrictMath::expm1, 100f, 88.7f))
                .isLessThan(2);
    }

    @Test
    void logarithmsStayBelowTwoUlps() {
        FloatLogarithm logarithm = elementary.logarithm();
        assertThat(worst(logarithm::log, StrictMath::log, Float.MIN_NORMAL, Float.MAX_VALUE))
                .isLessThan(2);
        assertThat(worstOnBothSides(logarithm::log1p, StrictMath::log1p, 0.9999999f, Float.MAX_VALUE))
                .isLessThan(2);
    }

    @Test
    void logisticFunctionsStayBelowFourUlps() {
        FloatLogistic logistic = elementary.logistic();
        assertThat(worstOnBothSides(logistic::sigmoid, RealArithmetic::sigmoid, 103f, 1e30f))
                .isLessThan(4);
        assertThat(worstOnBothSides(logistic::softplus, RealArithmetic::softplus, 103f, 1e30f))
                .isLessThan(4);
        assertThat(worstOnBothSides(logistic::tanh, StrictMath::tanh, 1e30f, 1e30f))
                .isLessThan(4);
    }
}
