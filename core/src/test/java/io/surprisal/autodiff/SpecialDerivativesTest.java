package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.testing.SpecialCase;
import io.surprisal.tensor.testing.SpecialCases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecialDerivativesTest {
    /** Of finite differences of fourth order, with steps of 1e-3 of the argument. */
    private static final double RELATIVE = 1e-7;

    private static final double ABSOLUTE = 1e-9;

    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void closes() {
        backend.close();
    }

    static List<SpecialCase> cases() {
        return SpecialCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void slopesAgreeWithFiniteDifferences(SpecialCase special) {
        List<Tensor> at = arguments(special);
        for (int k = 0; k < at.size(); k++) {
            int i = k;
            if (special.orders().get(i) > 0) {
                UnaryOperator<Tensor> along = v -> special.method().apply(with(at, i, v));
                agrees(special + " in " + i, slope(along).apply(at.get(i)), along, at.get(i));
            } else {
                assertThatThrownBy(() -> slope(v -> Tensor.special(special.op(), with(at, i, v)))
                                .apply(at.get(i)))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining(special.op().label())
                        .hasMessageContaining("stopGradient()");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void secondDerivativesAgreeWithFiniteDifferences(SpecialCase special) {
        List<Tensor> at = arguments(special);
        for (int i = 0; i < at.size(); i++) {
            for (int j = 0; j < at.size(); j++) {
                if (special.orders().get(i) > 0 && special.orders().get(j) > 0) {
                    second(special, at, i, j);
                }
            }
        }
    }

    private void second(SpecialCase special, List<Tensor> at, int i, int j) {
        UnaryOperator<Tensor> along = w -> {
            List<Tensor> moved = with(at, j, w);
            return slope(v -> Tensor.special(special.op(), with(moved, i, v))).apply(moved.get(i));
        };
        if (special.isSmoothIn(i, j)) {
            agrees(special + " in " + i + " and " + j, slope(along).apply(at.get(j)), along, at.get(j));
        } else {
            assertThatThrownBy(() -> slope(along).apply(at.get(j))).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void shapesThatBroadcastCollectTheirSlopes() {
        Tensor x = backend.of(new double[] {0.3, 1.2, 4});
        Tensor slope = Gradients.gradient(a -> x.gammaLower(a).sum()).at(scalar(1.5));
        assertThat(slope.item())
                .isCloseTo(x.gammaShapeDerivative(scalar(1.5)).sum().item(), within(1e-15));
    }

    @Test
    void slopesKeepTheirAccuracyFarOut() {
        assertThat(at(Tensor::normalLogCdf, -1e10)).isCloseTo(1e10, within(1e-5));
        // λ′ = −λ(x + λ) → −1 + 1/x²·(…): 1 − 1/t² + 6/t⁴ − …
        assertThat(at(Tensor::normalLogCdfDerivative, -1e6)).isCloseTo(-(1 - 1e-12), within(1e-15));
        assertThat(at(Tensor::erfcx, 1e6) * 1e12 * Math.sqrt(Math.PI)).isCloseTo(-1 + 1.5e-12, within(1e-14));
        assertThat(at(Tensor::e1Scaled, 1e6) * 1e12).isCloseTo(-1 + 2e-6 - 6e-12, within(1e-14));
        assertThat(at(Tensor::normalQuantileOfLog, -5e9)).isCloseTo(1e-5, within(1e-13));
        assertThat(at(Tensor::log1mexp, -1e-300) * 1e-300).isCloseTo(-1, within(1e-12));
    }

    @Test
    void slopesOfLogarithmsAreFiniteWhereProbabilitiesUnderflow() {
        // log P(a, x) ≈ a log x − log Γ(a + 1) for small x.
        Tensor x = scalar(1e-200);
        assertThat(x.gammaLower(scalar(3)).item()).isZero();
        assertThat(at(v -> v.gammaLogLower(scalar(3)), 1e-200) * 1e-200).isCloseTo(3, within(1e-12));
        assertThat(at(a -> x.gammaLogLower(a), 3))
                .isCloseTo(Math.log(1e-200) - scalar(4).digamma().item(), within(1e-9));
        // log I ≈ a log x − log a − log B(a, b) for small x.
        assertThat(x.betaLower(scalar(3), scalar(2)).item()).isZero();
        assertThat(at(a -> x.betaLogLower(a, scalar(2)), 3))
                .isCloseTo(Math.log(1e-200) - 1.0 / 3 + 1.0 / 3 + 1.0 / 4, within(1e-9));
    }

    @Test
    void singlePrecisionKeepsItsDigitsInTheTails() {
        Tensor x = backend.of(new float[] {-7.5f, -8.5f, -30});
        Tensor slope = Gradients.gradient(v -> v.normalLogCdfDerivative().sum()).at(x);
        Tensor wide = Gradients.gradient(v -> v.normalLogCdfDerivative().sum()).at(x.cast(DType.FLOAT64));
        for (int i = 0; i < x.size(); i++) {
            assertThat(slope.toDoubles()[i]).isCloseTo(wide.toDoubles()[i], within(2e-5));
        }
    }

    @Test
    void slopesAtTheEdgesOfDomainsAreTheirLimits() {
        assertThat(at(v -> v.besselIScaled(scalar(0)), 0)).isEqualTo(-1);
        assertThat(at(v -> v.besselIScaled(scalar(1)), 0)).isEqualTo(0.5);
        assertThat(at(v -> v.besselIScaled(scalar(2)), 0)).isZero();
        assertThat(at(v -> v.besselIRatio(scalar(1)), 0)).isEqualTo(0.5);
        assertThat(at(v -> v.gammaLower(scalar(1)), 0)).isEqualTo(1);
        assertThat(at(v -> v.gammaLower(scalar(3)), 0)).isZero();
        assertThat(at(v -> v.gammaLower(scalar(3)), Double.POSITIVE_INFINITY)).isZero();
        assertThat(at(a -> scalar(0).gammaLowerInverse(a), 3)).isZero();
        assertThat(at(a -> scalar(1).betaLowerInverse(a, scalar(2)), 3)).isZero();
        assertThat(at(v -> v.xlogy(scalar(0)), 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(at(v -> scalar(0).xlogy(v), 0)).isZero();
        assertThat(at(v -> v.logAddExp(scalar(Double.NEGATIVE_INFINITY)), Double.NEGATIVE_INFINITY))
                .isEqualTo(0.5);
        // Q_ν(0, β) = Q(ν, β²/2), whose slope is −β e^(−β²/2) at ν = 1.
        assertThat(at(beta -> beta.marcumQ(scalar(1), scalar(0)), 1.5))
                .isCloseTo(-1.5 * Math.exp(-1.125), within(1e-15));
        assertThat(at(alpha -> scalar(1.5).marcumQ(scalar(1), alpha), 0)).isZero();
    }

    /** One such element in a batch would otherwise make NaN of the gradient in a shared shape. */
    @Test
    void slopesOfLogarithmsAtTheEdgesAreTheirLimits() {
        double infinity = Double.POSITIVE_INFINITY;
        for (double a : new double[] {0.5, 1, 2}) {
            assertThat(at(x -> x.gammaLogLower(scalar(a)), 0)).isEqualTo(infinity);
            assertThat(at(x -> x.gammaLogLower(scalar(a)), infinity)).isZero();
            assertThat(at(x -> x.gammaLogUpper(scalar(a)), infinity)).isEqualTo(-1);
            assertThat(at(s -> scalar(0).gammaLogLower(s), a)).isEqualTo(-infinity);
            assertThat(at(s -> scalar(infinity).gammaLogLower(s), a)).isZero();
            assertThat(at(s -> scalar(0).gammaLogUpper(s), a)).isZero();
            assertThat(at(s -> scalar(infinity).gammaLogUpper(s), a)).isEqualTo(infinity);
            // ∂ log I/∂b = ψ(a + b) − ψ(b) at x = 0; at x = 1 nothing depends on the shapes.
            assertThat(at(x -> x.betaLogLower(scalar(a), scalar(0.5)), 0)).isEqualTo(infinity);
            assertThat(at(x -> x.betaLogUpper(scalar(0.5), scalar(a)), 1)).isEqualTo(-infinity);
            assertThat(at(s -> scalar(0).betaLogLower(s, scalar(0.5)), a)).isEqualTo(-infinity);
            assertThat(at(s -> scalar(0).betaLogLower(scalar(0.5), s), a))
                    .isEqualTo(scalar(a).digammaDifference(scalar(0.5)).item());
            assertThat(at(s -> scalar(1).betaLogLower(s, scalar(0.5)), a)).isZero();
            assertThat(at(s -> scalar(1).betaLogLower(scalar(0.5), s), a)).isZero();
            assertThat(at(s -> scalar(1).betaLogUpper(s, scalar(0.5)), a))
                    .isEqualTo(scalar(a).digammaDifference(scalar(0.5)).item());
            assertThat(at(s -> scalar(1).betaLogUpper(scalar(0.5), s), a)).isEqualTo(-infinity);
            assertThat(at(s -> scalar(0).betaLogUpper(s, scalar(0.5)), a)).isZero();
        }
        // Just inside, the limits are approached: ∂ log Q/∂a ≈ log x − ψ(a), and ∂ log Q/∂x ≈ −1.
        assertThat(at(x -> x.gammaLogUpper(scalar(2)), 1e6)).isCloseTo(-1, within(1e-5));
        assertThat(at(s -> scalar(1e-300).betaLogLower(scalar(0.5), s), 2))
                .isCloseTo(scalar(2).digammaDifference(scalar(0.5)).item(), within(1e-9));
    }

    @Test
    void slopesOfDifferencesDoNotCancel() {
        // ψ′(10⁵ + 2⁻¹⁰) − ψ′(10⁵) and the next two derivatives, by mpmath 1.3.0 at 60 digits.
        assertThat(at(x -> x.digammaDifference(scalar(0x1p-10)), 1e5)).isCloseTo(-9.76572256136942e-14, within(2e-28));
        assertThat(slope(slope(x -> x.digammaDifference(scalar(0x1p-10))))
                        .apply(scalar(1e5))
                        .item())
                .isCloseTo(1.9531542684595112e-18, within(4e-33));
        assertThat(slope(slope(slope(x -> x.logGammaDifference(scalar(0x1p-10)))))
                        .apply(scalar(1e5))
                        .item())
                .isCloseTo(1.9531542684595112e-18, within(4e-33));
    }

    private double at(UnaryOperator<Tensor> function, double x) {
        return slope(function).apply(scalar(x)).item();
    }

    private Tensor scalar(double value) {
        return backend.scalar(value, DType.FLOAT64);
    }

    private List<Tensor> arguments(SpecialCase special) {
        List<Tensor> arguments = new ArrayList<>();
        for (double[] values : special.points()) {
            arguments.add(backend.of(values));
        }
        return arguments;
    }

    private static List<Tensor> with(List<Tensor> arguments, int i, Tensor replacement) {
        List<Tensor> result = new ArrayList<>(arguments);
        result.set(i, replacement);
        return result;
    }

    /** The slopes of a function that works element by element. */
    private static UnaryOperator<Tensor> slope(UnaryOperator<Tensor> function) {
        return x -> Gradients.gradient(v -> function.apply(v).sum()).at(x);
    }

    private static void agrees(String what, Tensor actual, UnaryOperator<Tensor> function, Tensor x) {
        Tensor h = x.abs().times(1e-3);
        Tensor near = function.apply(x.plus(h)).minus(function.apply(x.minus(h)));
        Tensor far = function.apply(x.plus(h.times(2))).minus(function.apply(x.minus(h.times(2))));
        double[] expected = near.times(8).minus(far).div(h.times(12)).toDoubles();
        double[] values = actual.toDoubles();
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i])
                    .as("%s at point %d", what, i)
                    .isCloseTo(expected[i], within(RELATIVE * Math.abs(expected[i]) + ABSOLUTE));
        }
    }
}
