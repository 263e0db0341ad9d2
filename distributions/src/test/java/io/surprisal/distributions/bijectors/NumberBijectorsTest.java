package io.surprisal.distributions.bijectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The identities that every map of numbers keeps, with extreme arguments among the ordinary. */
class NumberBijectorsTest extends OnReference {
    private static final double[] REALS = {
        -700, -300, -40, -8, -1, -1e-3, -1e-9, 0, 1e-9, 0.3, 1, 2.5, 9, 17.5, 40, 300, 700
    };
    private static final double[] POSITIVE = {1e-300, 1e-150, 1e-20, 1e-3, 0.3, 1, 1.5, 7, 1e3, 1e20, 1e100};

    /** A map, where it is tried, and up to which absolute argument its inverse has digits left. */
    enum Example {
        IDENTITY(false, 1e300),
        AFFINE(false, 1e300),
        DECREASING_AFFINE(false, 1e300),
        EXP(false, 1e300),
        LOG(true, 1e300),
        POWER(true, 1e300),
        ROOT(true, 1e300),
        NEGATIVE_POWER(true, 1e300),
        SOFTPLUS(false, 1e300),
        // 1 − y has lost the digits of e⁻ˣ beyond.
        SIGMOID(false, 9),
        TANH(false, 9),
        CHAIN(false, 9),
        INVERSE(true, 1e300);

        private final boolean ofPositive;
        private final double invertible;

        Example(boolean ofPositive, double invertible) {
            this.ofPositive = ofPositive;
            this.invertible = invertible;
        }

        double[] arguments() {
            return ofPositive ? POSITIVE : REALS;
        }
    }

    private Bijector map(Example example) {
        return switch (example) {
            case IDENTITY -> new Identity();
            case AFFINE -> new Affine(scalar(-2), scalar(3));
            case DECREASING_AFFINE -> new Affine(scalar(1), scalar(-0.25));
            case EXP -> new Exp();
            case LOG -> new Log();
            case POWER -> new Power(scalar(2.5));
            case ROOT -> new Power(scalar(0.2));
            case NEGATIVE_POWER -> new Power(scalar(-1.5));
            case SOFTPLUS -> new Softplus();
            case SIGMOID -> new Sigmoid();
            case TANH -> new Tanh();
            case CHAIN -> new Sigmoid().then(new Affine(scalar(5), scalar(-2)));
            case INVERSE -> new Softplus().inverted();
        };
    }

    private Tensor arguments(Example example) {
        return doubles(example.arguments());
    }

    @ParameterizedTest
    @EnumSource
    void inverseOfForwardIsTheArgument(Example example) {
        Bijector map = map(example);
        double[] x = Arrays.stream(example.arguments())
                .filter(value -> Math.abs(value) <= example.invertible)
                .toArray();
        Tensor y = map.forward(doubles(x));
        double[] values = y.toDoubles();
        double[] slope = slope(map, doubles(x));
        double[] back = map.inverse(y).toDoubles();
        for (int i = 0; i < x.length; i++) {
            if (values[i] == 0 || Double.isInfinite(values[i])) {
                continue;
            }
            // y is rounded, and the inverse multiplies its error by 1/f'(x); exponents of powers are rounded too.
            double condition = Math.abs(values[i] / slope[i]) + Math.abs(x[i]) * (1 + Math.abs(Math.log(values[i])));
            double allowed = 4
                    * 0x1p-52
                    * (Math.abs(x[i]) + (Double.isNaN(condition) ? Math.abs(values[i] / slope[i]) : condition));
            assertThat(back[i]).as("%s at %s", map, x[i]).isCloseTo(x[i], within(allowed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void logDeterminantIsThatOfTheDerivative(Example example) {
        Bijector map = map(example);
        double[] slope = slope(map, arguments(example));
        double[] log = map.logDeterminant(arguments(example)).toDoubles();
        int compared = 0;
        for (int i = 0; i < slope.length; i++) {
            double expected = Math.log(Math.abs(slope[i]));
            assertThat(log[i]).as("%s at %s", map, example.arguments()[i]).isFinite();
            if (Double.isFinite(expected) && Math.abs(slope[i]) > Double.MIN_NORMAL) {
                assertThat(log[i])
                        .as("%s at %s", map, example.arguments()[i])
                        .isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void logDeterminantsBothWaysCancel(Example example) {
        Bijector map = map(example);
        double[] x = Arrays.stream(example.arguments())
                .filter(value -> Math.abs(value) <= example.invertible)
                .toArray();
        Tensor y = map.forward(doubles(x));
        double[] values = y.toDoubles();
        double[] there = map.logDeterminant(doubles(x)).toDoubles();
        double[] back = map.inverseLogDeterminant(y).toDoubles();
        for (int i = 0; i < x.length; i++) {
            if (values[i] != 0 && Double.isFinite(values[i])) {
                // Sigmoid and tanh round y near its ends.
                double rounding = example.invertible < 100 ? 1e-7 : 1e-13 * Math.max(1, Math.abs(there[i]));
                assertThat(back[i]).as("%s at %s", map, x[i]).isCloseTo(-there[i], within(rounding));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void directionIsTheSignOfTheDerivative(Example example) {
        Bijector map = map(example);
        Direction direction = map.direction().orElseThrow();
        double[] slope = slope(map, arguments(example));
        for (int i = 0; i < slope.length; i++) {
            if (slope[i] != 0) {
                double sign =
                        direction.choose(() -> scalar(1), () -> scalar(-1)).item();
                assertThat(Math.signum(slope[i])).isEqualTo(sign);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivativesOfTheDeterminantAreFinite(Example example) {
        Bijector map = map(example);
        Tensor slope = Gradients.gradient(x -> map.logDeterminant(x).sum()).at(arguments(example));
        assertThat(DoubleStream.of(slope.toDoubles()).allMatch(Double::isFinite))
                .as("%s: %s", map, Arrays.toString(slope.toDoubles()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void tensorsInsideAreMappedWithoutChangingTheMap(Example example) {
        Bijector map = map(example);
        Tensor x = arguments(example);
        assertThat(map.mapTensors(Tensor::stopGradient).forward(x).toDoubles())
                .containsExactly(map.forward(x).toDoubles());
        assertThat(map.mapTensors(t -> t.plus(0.5)).equals(map)).isEqualTo(!holdsTensors(map));
    }

    private static boolean holdsTensors(Bijector map) {
        boolean[] found = new boolean[1];
        map.mapTensors(t -> {
            found[0] = true;
            return t;
        });
        return found[0];
    }

    private static double[] slope(Bijector map, Tensor x) {
        return Gradients.gradient(t -> map.forward(t).sum()).at(x).toDoubles();
    }

    @Test
    void referenceValuesFarOut() {
        // mpmath, 50 digits: log(expm1(y)), log(1 - tanh(x)**2), -log(1 - exp(-y)).
        check(new Softplus().inverse(doubles(1e-300, 1e-10, 800)), -690.77552789821370521, -23.025850929890456840, 800);
        check(
                new Tanh().logDeterminant(doubles(400, -400, 1e-5)),
                -798.6137056388801094,
                -798.6137056388801094,
                -9.99999999966666e-11);
        check(
                new Softplus().inverseLogDeterminant(doubles(1e-300, 50)),
                690.77552789821370521,
                1.9287498479639177830e-22);
        check(new Softplus().logDeterminant(doubles(-800, 50)), -800, -1.9287498479639177830e-22);
    }

    private static void check(Tensor actual, double... expected) {
        double[] values = actual.toDoubles();
        for (int i = 0; i < expected.length; i++) {
            double allowed = expected[i] < 1e-20 || expected[i] > 1 ? 1e-15 * Math.abs(expected[i]) : 1e-15;
            assertThat(values[i]).isCloseTo(expected[i], within(Math.max(allowed, 4e-16)));
        }
    }

    @Test
    void outsideTheImageTheInverseIsNotANumber() {
        for (Bijector map : List.of(new Exp(), new Softplus(), new Power(scalar(2.5)))) {
            assertThat(map.inverse(doubles(-1)).item()).as("%s", map).isNaN();
        }
        for (Bijector map : List.of(new Sigmoid(), new Tanh())) {
            assertThat(map.inverse(doubles(1.5)).item()).as("%s", map).isNaN();
        }
    }

    @Test
    void affineMapsOfABatchHaveDirectionsOfTheirOwn() {
        Direction direction = new Affine(scalar(0), doubles(2, -3)).direction().orElseThrow();
        assertThat(direction.choose(() -> doubles(1, 1), () -> doubles(-1, -1)).toDoubles())
                .containsExactly(1, -1);
        assertThat(direction
                        .then(Direction.DECREASING)
                        .choose(() -> doubles(1, 1), () -> doubles(-1, -1))
                        .toDoubles())
                .containsExactly(-1, 1);
        assertThat(direction
                        .then(direction)
                        .choose(() -> doubles(1, 1), () -> doubles(-1, -1))
                        .toDoubles())
                .containsExactly(1, 1);
    }

    @Test
    void slopesAreNeverZero() {
        assertThatThrownBy(() -> new Affine(scalar(0), doubles(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Affine: scale must be finite and not 0, but scale[1] = 0.0.");
        assertThatThrownBy(() -> new Affine(scalar(Double.NaN), scalar(1)))
                .hasMessage("Affine: shift must be finite, but shift = NaN.");
        assertThatThrownBy(() -> new Power(scalar(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Power: exponent must be finite and not 0, but exponent = 0.0.");
        assertThat(new Power(scalar(-2)).exponent().item()).isEqualTo(-2);
    }
}
