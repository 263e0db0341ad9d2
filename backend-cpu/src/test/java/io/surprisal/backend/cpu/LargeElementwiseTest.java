package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrays so large that oneDNN takes part: wherever a number stands for which its kernels are not accurate, in the parts that are
 * reduced or in the rest behind them, the result is as good as it is promised to be.
 */
class LargeElementwiseTest {
    /** 64 equal parts and a rest of 37. */
    private static final int SIZE = 64 * 200 + 37;

    private static final int[] PLACES = {0, 199, 200, 6_401, 64 * 200 - 1, 64 * 200, SIZE - 1};

    /** Of the kernels, in units in the last place. */
    private static final double MOST_ULPS = 4;

    /** Of exponentials below e⁻⁵⁰, whose arguments' own rounding comes to 25 ulps and more. */
    private static final double MOST_ULPS_OF_TINY = 6;

    /** What the contract lets an approximation flush to 0. */
    private static final float FLUSHED = 2 * Float.MIN_NORMAL;

    private static final double TINY = StrictMath.exp(-50);

    @ParameterizedTest
    @ValueSource(
            floats = {
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                88.7f,
                89f,
                40f,
                49f,
                -40f,
                -49f,
                -86f,
                -87f,
                -95f,
                -103f,
                -0f
            })
    void oneAwkwardNumberSpoilsNothing(float awkward) {
        try (Backend backend = Backend.over(new CpuProvider().open(BackendOptions.defaults()))) {
            for (int place : PLACES) {
                float[] x = new float[SIZE];
                HostDraws.create().fill(DrawKind.NORMAL, RandomKey.of(place), 0, x, 0, SIZE);
                x[place] = awkward;
                Tensor tensor = backend.of(x);
                check(x, tensor, Tensor::exp, StrictMath::exp, MOST_ULPS_OF_TINY);
                check(
                        x,
                        tensor,
                        Tensor::softplus,
                        v -> Math.max(v, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(v))),
                        MOST_ULPS);
                check(
                        x,
                        tensor,
                        Tensor::sigmoid,
                        v -> v < 0 ? StrictMath.exp(v) / (1 + StrictMath.exp(v)) : 1 / (1 + StrictMath.exp(-v)),
                        MOST_ULPS);
            }
        }
    }

    private static void check(
            float[] x, Tensor tensor, UnaryOperator<Tensor> function, DoubleUnaryOperator exact, double mostOfTiny) {
        float[] y = function.apply(tensor).toFloats();
        for (int i = 0; i < x.length; i++) {
            double wanted = exact.applyAsDouble(x[i]);
            if (Double.isNaN(wanted) || Double.isInfinite((float) wanted)) {
                assertThat(Float.valueOf(y[i])).as("f(%s) at %d", x[i], i).isEqualTo(Float.valueOf((float) wanted));
            } else {
                double bound = wanted < TINY ? mostOfTiny : MOST_ULPS;
                double error = wanted < FLUSHED && y[i] == 0 ? 0 : Math.abs(y[i] - wanted) / Math.ulp((float) wanted);
                assertThat(error).as("error of f(%s) at %d in ulp", x[i], i).isLessThan(bound);
            }
        }
    }
}
