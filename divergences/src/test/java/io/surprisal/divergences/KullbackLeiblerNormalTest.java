package io.surprisal.divergences;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KullbackLeiblerNormalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(11);

    private Tensor betweenScales(Tensor scale, Tensor other) {
        Tensor zero = backend.scalar(0, scale.dtype());
        return KullbackLeibler.between(Normal.of(zero, scale), Normal.of(zero, other))
                .value();
    }

    private Normal randomNormal(RandomKey key, DType dtype) {
        Shape shape = Shape.of(1000);
        return Normal.of(
                Draws.normal(key.foldIn(1), backend, shape, dtype),
                Draws.normal(key.foldIn(2), backend, shape, dtype).times(3).exp());
    }

    @Test
    void isZeroFromItselfAndNeverNegative() {
        for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            Normal p = randomNormal(KEY, dtype);
            Normal copy = Normal.of(p.location().times(1), p.scale().times(1));
            assertThat(KullbackLeibler.between(p, copy).value()).containsExactly(new double[1000]);
            Normal q = randomNormal(KEY.foldIn(3), dtype);
            assertThat(KullbackLeibler.between(p, q).value().min().item()).isPositive();
            Normal near = Normal.of(p.location(), p.scale().times(1 + 0x1p-22));
            assertThat(KullbackLeibler.between(p, near).value().min().item()).isPositive();
        }
    }

    /** mpmath 1.3.0, 60 digits, at the doubles written here: {@code src/test/python/divergence_references.py}. */
    @Test
    void keepsRelativeAccuracyNearEqualityAndFarFromIt() {
        Tensor others = doubles(1.001, 1 + 1e-6, 1 + 1e-8, 1 + 1e-10, 7, 1e-3, 0.75, 1.3, 1.34);
        double[] expected = {
            9.9833558053644309533e-7,
            9.9999833317105046598e-13,
            9.999999711783919573e-17,
            1.0000001653140821361e-20,
            1.4561142306879663663,
            499992.59224472099705,
            0.10120681643710796145,
            0.058222252633171539356,
            0.071128067961483426904
        };
        assertThat(betweenScales(scalar(1), others)).isCloseTo(expected, 4e-15, 0);
        assertThat(betweenScales(backend.scalar(1), others.cast(DType.FLOAT32)))
                .isCloseTo(betweenScales(scalar(1), others.cast(DType.FLOAT32).cast(DType.FLOAT64)), 16 * 0x1p-23, 0);
    }

    @Test
    void countsTheDistanceOfTheMeans() {
        Tensor value = KullbackLeibler.between(Normal.of(scalar(1), scalar(2)), Normal.of(scalar(-1), scalar(0.5)))
                .value();
        assertThat(value.item()).isCloseTo(14.113705638880109, within(2e-14));
    }

    @Test
    void slopesAreTheFormulasAlsoAtEquality() {
        Tensor scales = doubles(0.3, 1, 1 + 1e-9, 1.1, 1.34, 8);
        UnaryOperator<Tensor> total = scale -> betweenScales(scale, scalar(1)).sum();
        double[] s = scales.toDoubles();
        double[] expected = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            expected[i] = (s[i] - 1) * (s[i] + 1) / s[i];
        }
        assertThat(Gradients.gradient(total).at(scales)).isCloseTo(expected, 1e-14, 0);
        double[] otherSlopes = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            otherSlopes[i] = (s[i] - 1) * (s[i] + 1) / (s[i] * s[i] * s[i]);
        }
        UnaryOperator<Tensor> ofOther = scale -> betweenScales(scalar(1), scale).sum();
        assertThat(Gradients.gradient(ofOther).at(scales)).isCloseTo(otherSlopes, 1e-14, 0);
    }

    @Test
    void agreesWithDraws() {
        Normal p = Normal.of(doubles(0, 1, -2), doubles(1, 0.5, 2));
        Normal q = Normal.of(doubles(0.5, 1, 1), doubles(1.5, 1, 2.5));
        Tensor exact = KullbackLeibler.between(p, q).value();
        Estimate sampled = KullbackLeibler.sampled(KEY, p, q, 100_000);
        double worst = sampled.value()
                .minus(exact)
                .abs()
                .div(sampled.standardError())
                .max()
                .item();
        assertThat(worst).as("standard errors").isLessThan(5);
        assertThat(sampled.standardError().max().item()).as("power").isLessThan(0.01);
    }

    @Test
    void batchesBroadcast() {
        Normal p = Normal.of(backend.zeros(Shape.of(3, 1), DType.FLOAT64), scalar(2));
        Normal q = Normal.of(doubles(1, 2, 3, 4), scalar(1));
        assertThat(KullbackLeibler.between(p, q).value()).hasShape(3, 4);
    }

    @Test
    void productsAddUp() {
        Normal p = Normal.of(backend.of(new double[] {0, 1, 2, 3}, 2, 2), scalar(2));
        Normal q = Normal.of(doubles(1, 2), scalar(1));
        Tensor elements = KullbackLeibler.between(p, q).value();
        Tensor product = KullbackLeibler.between(Independent.of(p, 1), Independent.of(q, 1))
                .value();
        assertThat(product).hasShape(2).isBitEqualTo(elements.sum(-1));
    }

    @Test
    void convertsToBits() {
        Normal p = Normal.of(scalar(0), scalar(2));
        Normal q = Normal.of(scalar(0), scalar(1));
        Estimate nats = KullbackLeibler.between(p, q);
        assertThat(nats.in(Base.BITS).value().item()).isCloseTo(nats.value().item() / Math.log(2), within(1e-15));
        assertThat(nats.method()).isEqualTo(new Method.ClosedForm());
        assertThat(nats.standardError().item()).isZero();
    }

    @Test
    void saysWhatToDoWithoutClosedForm() {
        Normal normal = Normal.of(scalar(0), scalar(1));
        Bernoulli bernoulli = Bernoulli.of(scalar(0.5));
        assertThatThrownBy(() -> KullbackLeibler.between(normal, bernoulli))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no closed form for KL(Normal ‖ Bernoulli)."
                        + " Use KullbackLeibler.between(key, p, q, draws), which samples.");
    }

    @Test
    void rejectsDifferentEvents() {
        Normal p = Normal.of(doubles(0, 0), scalar(1));
        Normal q = Normal.of(doubles(0, 0, 0), scalar(1));
        assertThatThrownBy(() -> KullbackLeibler.between(Independent.of(p, 1), Independent.of(q, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2]")
                .hasMessageContaining("[3]");
    }
}
