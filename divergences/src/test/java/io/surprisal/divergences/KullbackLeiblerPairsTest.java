package io.surprisal.divergences;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** References: mpmath 1.3.0, 400 digits, at the doubles written here: {@code src/test/python/divergence_references.py}. */
class KullbackLeiblerPairsTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(21);
    /** Rounding of the terms, and of the logits' sigmoids and softmaxes. */
    private static final double TOLERANCE = 2e-14;

    private static Tensor kl(Distribution p, Distribution q) {
        return KullbackLeibler.between(p, q).value();
    }

    private Tensor normals(RandomKey key, int... dims) {
        return Draws.normal(key, backend, Shape.of(dims), DType.FLOAT64);
    }

    private Tensor factors(RandomKey key, int n, int d) {
        Tensor lower = normals(key, n, d, d).lowerTriangle();
        return lower.minus(lower.diagonal().diagonalMatrix())
                .plus(lower.diagonal().exp().diagonalMatrix());
    }

    private void assertDivergence(Distribution p, Distribution copy, Distribution near, Distribution far) {
        Tensor ofItself = kl(p, copy);
        assertThat(ofItself).containsExactly(new double[ofItself.size()]);
        assertThat(kl(p, near).min().item()).isPositive();
        assertThat(kl(near, p).min().item()).isPositive();
        assertThat(kl(p, far).min().item()).isPositive();
    }

    @Test
    void isZeroFromItselfAndPositiveElsewhere() {
        Tensor logits = normals(KEY.foldIn(1), 500).times(5);
        Tensor others = normals(KEY.foldIn(2), 500).times(5);
        assertDivergence(
                Bernoulli.fromLogits(logits),
                Bernoulli.fromLogits(logits.times(1)),
                Bernoulli.fromLogits(logits.plus(1e-9)),
                Bernoulli.fromLogits(others));
        Tensor p = logits.sigmoid();
        assertDivergence(
                Bernoulli.of(p),
                Bernoulli.of(p.times(1)),
                Bernoulli.of(p.times(1 - 1e-9)),
                Bernoulli.of(others.sigmoid()));
        Tensor rows = logits.reshape(100, 5);
        assertDivergence(
                Categorical.fromLogits(rows),
                Categorical.fromLogits(rows.times(1)),
                Categorical.fromLogits(rows.times(1 + 1e-9)),
                Categorical.fromLogits(others.reshape(100, 5)));
        Tensor chances = rows.softmax(-1);
        assertDivergence(
                Categorical.of(chances),
                Categorical.of(chances.times(1)),
                Categorical.of(rows.times(1 + 1e-9).softmax(-1)),
                Categorical.of(others.reshape(100, 5).softmax(-1)));
        Tensor mean = normals(KEY.foldIn(3), 100, 4);
        Tensor factor = factors(KEY.foldIn(4), 100, 4);
        assertDivergence(
                MultivariateNormal.fromCholesky(mean, factor),
                MultivariateNormal.fromCholesky(mean, factor.times(1)),
                MultivariateNormal.fromCholesky(mean, factor.times(1 + 1e-9)),
                MultivariateNormal.fromCholesky(mean, factors(KEY.foldIn(5), 100, 4)));
    }

    @Test
    void bernoulliKeepsRelativeAccuracy() {
        Tensor p = doubles(1e-10, 0.3, 0.25, 0.999);
        Tensor q = doubles(1.0000001e-10, 0.3 + 1e-12, 0.75, 1e-3);
        double[] expected = {
            4.999999660014647298e-25, 2.3808470405901375171e-24, 0.5493061443340548457, 6.8929412690912563785
        };
        assertThat(kl(Bernoulli.of(p), Bernoulli.of(q))).isCloseTo(expected, TOLERANCE, 0);
        Tensor a = doubles(2, -30, 50, -700);
        Tensor b = doubles(2 + 1e-9, 30, 50.5, -701);
        double[] byLogits = {
            5.2496801375634740061e-20, 29.999999999994385426, 2.0547099372423757708e-23, 3.6271722970495223779e-305
        };
        assertThat(kl(Bernoulli.fromLogits(a), Bernoulli.fromLogits(b))).isCloseTo(byLogits, 2e-13, 0);
    }

    @Test
    void categoricalKeepsRelativeAccuracy() {
        Categorical p = Categorical.fromLogits(doubles(0.5, 1, -2));
        double[] changes = {1e-9, 0.5, 40};
        double[] expected = {1.1961810306018732866e-19, 0.02862624509957073636, 15.345447251712685262};
        for (int i = 0; i < 3; i++) {
            Categorical q = Categorical.fromLogits(doubles(0.5, 1 + changes[i], -2));
            assertThat(kl(p, q)).isCloseTo(new double[] {expected[i]}, TOLERANCE, 0);
        }
    }

    @Test
    void multivariateNormalKeepsRelativeAccuracy() {
        Tensor factor = backend.of(new double[] {2, 0, 0.5, 1}, 2, 2);
        MultivariateNormal p = MultivariateNormal.fromCholesky(doubles(0, 1), factor);
        MultivariateNormal far =
                MultivariateNormal.fromCholesky(doubles(1, -1), backend.of(new double[] {1, 0, -0.25, 3}, 2, 2));
        assertThat(kl(p, far)).isCloseTo(new double[] {2.186715108108164382}, TOLERANCE, 0);
        MultivariateNormal near = MultivariateNormal.fromCholesky(
                doubles(0, 1), backend.of(new double[] {2 + 2e-9, 0, 0.5 + 1e-9, 1}, 2, 2));
        assertThat(kl(p, near)).isCloseTo(new double[] {1.1250001287380257596e-18}, TOLERANCE, 0);
    }

    @Test
    void diagonalFormsAgree() {
        Tensor mean = normals(KEY.foldIn(6), 3);
        Tensor scale = normals(KEY.foldIn(7), 3).exp();
        Tensor otherScale = normals(KEY.foldIn(8), 3).exp();
        Tensor zero = backend.zeros(Shape.of(3), DType.FLOAT64);
        MultivariateNormal p = MultivariateNormal.fromScales(mean, scale);
        MultivariateNormal q = MultivariateNormal.fromScales(zero, otherScale);
        MultivariateNormal full = MultivariateNormal.fromCholesky(zero, otherScale.diagonalMatrix());
        Tensor product = kl(Independent.of(Normal.of(mean, scale), 1), Independent.of(Normal.of(zero, otherScale), 1));
        assertThat(kl(p, q)).hasShape().isCloseTo(product, TOLERANCE, 0);
        assertThat(kl(p, full)).hasShape().isCloseTo(product, TOLERANCE, 0);
    }

    @Test
    void impossibleOutcomesAreCounted() {
        Tensor p = backend.of(new double[] {0.5, 0.5, 0, 0.5, 0, 0.5}, 2, 3);
        Tensor q = backend.of(new double[] {0.25, 0.25, 0.5, 0.5, 0.5, 0}, 2, 3);
        assertThat(KullbackLeibler.between(p, q).value())
                .isCloseTo(new double[] {Math.log(2), Double.POSITIVE_INFINITY}, 1e-15, 0);
        assertThat(kl(Categorical.fromLogits(p.log()), Categorical.fromLogits(q.log())))
                .isCloseTo(new double[] {Math.log(2), Double.POSITIVE_INFINITY}, 1e-15, 0);
        assertThat(kl(Bernoulli.of(doubles(0, 1, 0.5, 0)), Bernoulli.of(doubles(0, 1, 1, 1))))
                .containsExactly(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void agreesWithDraws() {
        Tensor factor = backend.of(new double[] {2, 0, 0.5, 1}, 2, 2);
        Tensor other = backend.of(new double[] {1.5, 0, -0.25, 1.5}, 2, 2);
        List<List<Distribution>> pairs = List.of(
                List.of(Bernoulli.of(doubles(0.2, 0.9)), Bernoulli.of(doubles(0.5, 0.6))),
                List.of(Categorical.of(doubles(0.2, 0.3, 0.5)), Categorical.of(doubles(0.4, 0.4, 0.2))),
                List.of(
                        MultivariateNormal.fromCholesky(doubles(0, 1), factor),
                        MultivariateNormal.fromCholesky(doubles(1, 0), other)));
        for (List<Distribution> pair : pairs) {
            Estimate sampled = KullbackLeibler.sampled(KEY, pair.get(0), pair.get(1), 100_000);
            Tensor errors = sampled.value().minus(kl(pair.get(0), pair.get(1))).abs();
            assertThat(errors.div(sampled.standardError()).max().item())
                    .as("standard errors of %s", pair)
                    .isLessThan(5);
            assertThat(sampled.standardError().max().item()).as("power").isLessThan(0.01);
        }
    }

    @Test
    void slopesAgreeWithDifferences() {
        assertSlope((x, y) -> kl(Bernoulli.of(x), Bernoulli.of(y)), doubles(0.2, 0.3, 0.9), doubles(0.21, 0.8, 0.5));
        assertSlope(
                (x, y) -> kl(Bernoulli.fromLogits(x), Bernoulli.fromLogits(y)), doubles(1, -2, 3), doubles(1.1, 2, -1));
        assertSlope(
                (x, y) -> kl(Categorical.fromLogits(x), Categorical.fromLogits(y)),
                doubles(1, -2, 3),
                doubles(1.1, -2, 2.8));
        assertSlope(
                (x, y) -> kl(Categorical.fromLogits(x), Categorical.fromLogits(y)),
                doubles(1, -2, 3),
                doubles(4, -2, 0));
        Tensor zero = backend.zeros(Shape.of(2), DType.FLOAT64);
        assertSlope(
                (x, y) -> kl(MultivariateNormal.fromCholesky(zero, x), MultivariateNormal.fromCholesky(zero, y)),
                backend.of(new double[] {2, 0, 0.5, 1}, 2, 2),
                backend.of(new double[] {1, 0, -0.25, 3}, 2, 2));
    }

    /** In both arguments, along a direction that leaves zeros alone, with central differences of 1e-6. */
    private void assertSlope(BinaryOperator<Tensor> divergence, Tensor x, Tensor y) {
        Tensor direction = x.notEqualTo(0)
                .cast(DType.FLOAT64)
                .times(doubles(1, -0.5, 0.25).slice(0, 0, x.shape().dim(-1)));
        Tensor step = direction.times(1e-6);
        Tensor ofFirst = Gradients.gradient(a -> divergence.apply(a, y).sum()).at(x);
        Tensor firstRise = divergence.apply(x.plus(step), y).minus(divergence.apply(x.minus(step), y));
        assertThat(ofFirst.times(direction).sum()).isCloseTo(firstRise.sum().div(2e-6), 1e-7, 1e-8);
        Tensor ofSecond = Gradients.gradient(b -> divergence.apply(x, b).sum()).at(y);
        Tensor secondRise = divergence.apply(x, y.plus(step)).minus(divergence.apply(x, y.minus(step)));
        assertThat(ofSecond.times(direction).sum()).isCloseTo(secondRise.sum().div(2e-6), 1e-7, 1e-8);
    }

    @Test
    void slopesStayFiniteAtImpossibleOutcomes() {
        Tensor q = doubles(0.25, 0.25, 0.5);
        Tensor slope = Gradients.gradient(x -> kl(Categorical.of(x), Categorical.of(q)))
                .at(doubles(0.5, 0.5, 0));
        assertThat(slope.isFinite().all().toBooleans()).containsExactly(true);
        Tensor ofSecond = Gradients.gradient(x -> kl(Categorical.of(doubles(0.5, 0.5, 0)), Categorical.of(x)))
                .at(q);
        // d/dq Σ (q − p log q) = 1 − p/q.
        assertThat(ofSecond).isCloseTo(new double[] {-1, -1, 1}, 1e-14, 0);
    }

    @Test
    void rulesOfOtherJarsAreFoundOnceForEachPair() {
        KullbackLeiblerRule<Normal, Bernoulli> rule =
                KullbackLeiblerRule.of(Normal.class, Bernoulli.class, (p, q) -> scalar(7));
        ClosedForms forms = ClosedForms.with(List.of(() -> List.of(rule)));
        assertThat(forms.find(Normal.class, Bernoulli.class)).contains(rule);
        assertThat(forms.find(Bernoulli.class, Normal.class)).isEmpty();
        assertThat(forms.find(Normal.class, Normal.class)).isPresent();
        assertThatThrownBy(() -> ClosedForms.with(List.of(() -> List.of(rule, rule))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KL(Normal ‖ Bernoulli)");
    }
}
