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
import org.junit.jupiter.api.Test;

class DiscreteDivergencesTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(31);
    private static final int ROWS = 1000;
    private static final double LOG_2 = Math.log(2);

    /** Random rows of six, some nearly certain, with a quarter of the outcomes impossible. */
    private Tensor table(long number) {
        RandomKey key = KEY.foldIn(number);
        Tensor weights = Draws.normal(key.foldIn(0), backend, Shape.of(ROWS, 6), DType.FLOAT64)
                .times(3)
                .exp();
        Tensor kept = Draws.bernoulli(key.foldIn(1), backend.full(Shape.of(ROWS, 5), DType.FLOAT64, 0.75))
                .pad(-1, 0, 1, 1);
        Tensor masked = weights.times(kept);
        return masked.div(masked.sum(-1).expandDims(-1));
    }

    @Test
    void jensenShannonIsSymmetricAndAtMostLogTwo() {
        Tensor p = table(1);
        Tensor q = table(2);
        Tensor value = JensenShannon.between(p, q).value();
        assertThat(value).hasShape(ROWS).isCloseTo(JensenShannon.between(q, p).value(), 1e-15, 0);
        assertThat(value.max().item()).isLessThanOrEqualTo(LOG_2 * (1 + 1e-15));
        assertThat(value.min().item()).isPositive();
        assertThat(JensenShannon.between(p, p.times(1)).value()).containsExactly(new double[ROWS]);
    }

    @Test
    void jensenShannonIsTheMeanDivergenceFromTheMiddle() {
        Tensor p = table(3);
        Tensor q = table(4);
        Tensor middle = p.plus(q).times(0.5);
        Tensor expected = KullbackLeibler.between(p, middle)
                .value()
                .plus(KullbackLeibler.between(q, middle).value())
                .times(0.5);
        assertThat(JensenShannon.between(p, q).value()).isCloseTo(expected, 1e-13, 1e-15);
    }

    @Test
    void crossEntropyIsLeastAtTheDistributionItself() {
        Tensor p = table(5);
        Tensor q = table(6).plus(1e-3).div(1.006);
        Tensor entropy = Entropy.of(p).value();
        assertThat(CrossEntropy.between(p, p.times(1)).value()).isBitEqualTo(entropy);
        Tensor cross = CrossEntropy.between(p, q).value();
        assertThat(cross).isCloseTo(p.times(q.log()).sum(-1).neg(), 1e-13, 1e-15);
        assertThat(cross.minus(entropy).min().item()).isPositive();
    }

    @Test
    void entropyOfEqualChancesIsTheLogarithmOfTheirNumberAndTheMost() {
        Tensor equal = backend.full(Shape.of(6), DType.FLOAT64, 1.0 / 6);
        assertThat(Entropy.of(equal).value().item()).isCloseTo(Math.log(6), within(1e-15));
        Tensor entropies = Entropy.of(table(7)).value();
        assertThat(entropies.max().item()).isLessThanOrEqualTo(Math.log(6));
        assertThat(entropies.min().item()).isNotNegative();
    }

    @Test
    void hellingerAndTotalVariationBoundEachOther() {
        Tensor p = table(8);
        Tensor q = table(9);
        Tensor squared = Hellinger.squared(p, q).value();
        Tensor variation = TotalVariation.between(p, q).value();
        Tensor affinity = p.times(q).sqrt().sum(-1);
        assertThat(squared).isCloseTo(affinity.neg().plus(1), 1e-13, 1e-15);
        assertThat(Hellinger.between(p, q).value().square()).isCloseTo(squared, 1e-15, 0);
        assertThat(variation.minus(squared).min().item()).isGreaterThan(-1e-15);
        assertThat(squared.sqrt().times(Math.sqrt(2)).minus(variation).min().item())
                .isGreaterThan(-1e-15);
        // Pinsker: TV² ≤ ½ KL.
        Tensor kl = KullbackLeibler.between(p, q).value();
        assertThat(kl.times(0.5).minus(variation.square()).min().item()).isNotNegative();
    }

    @Test
    void disjointDistributionsAreAsFarApartAsCanBe() {
        Tensor p = doubles(1, 0);
        Tensor q = doubles(0, 1);
        assertThat(KullbackLeibler.between(p, q).value().item()).isInfinite();
        assertThat(CrossEntropy.between(p, q).value().item()).isInfinite();
        assertThat(JensenShannon.between(p, q).in(Base.BITS).value().item()).isCloseTo(1, within(1e-15));
        assertThat(TotalVariation.between(p, q).value().item()).isEqualTo(1);
        assertThat(Hellinger.between(p, q).value().item()).isEqualTo(1);
    }

    @Test
    void distancesKeepRelativeAccuracyNearEquality() {
        Tensor p = doubles(0.5, 0.5);
        Tensor q = doubles(0.5 + 0x1p-30, 0.5 - 0x1p-30);
        double d = 0x1p-30;
        // To second order: JS = d²/2 and H² = d²/2, each up to a factor 1 + O(d²).
        assertThat(JensenShannon.between(p, q).value().item() / (d * d / 2)).isCloseTo(1, within(1e-14));
        assertThat(Hellinger.squared(p, q).value().item() / (d * d / 2)).isCloseTo(1, within(1e-14));
        assertThat(TotalVariation.between(p, q).value().item()).isEqualTo(d);
    }

    @Test
    void bernoulliIsADistributionOfTwoOutcomes() {
        Bernoulli p = Bernoulli.of(doubles(0.2, 0.5));
        Bernoulli q = Bernoulli.fromLogits(doubles(0.3, -1));
        Tensor left = backend.of(new double[] {0.8, 0.2, 0.5, 0.5}, 2, 2);
        Tensor right = Tensor.stack(java.util.List.of(q.complement(), q.probability()), -1);
        assertThat(JensenShannon.between(p, q).value())
                .isCloseTo(JensenShannon.between(left, right).value(), 1e-14, 0);
        assertThat(TotalVariation.between(p, q).value())
                .isCloseTo(TotalVariation.between(left, right).value(), 1e-14, 0);
        assertThat(Hellinger.squared(p, q).value())
                .isCloseTo(Hellinger.squared(left, right).value(), 1e-14, 0);
        assertThat(CrossEntropy.between(p, q).value())
                .isCloseTo(CrossEntropy.between(left, right).value(), 1e-14, 0);
    }

    @Test
    void slopesAreFiniteAndZeroAtEquality() {
        Tensor q = doubles(0.5, 0.5, 0);
        Tensor ofShannon =
                Gradients.gradient(p -> JensenShannon.between(p, q).value()).at(q.times(1));
        assertThat(ofShannon.isFinite().all().toBooleans()).containsExactly(true);
        assertThat(ofShannon.slice(0, 0, 2)).isCloseTo(new double[] {0, 0}, 0, 1e-15);
        Tensor ofHellinger =
                Gradients.gradient(p -> Hellinger.squared(p, q).value()).at(doubles(0.25, 0.75, 0));
        // d/dp ½ (√p − √q)² = ½ (1 − √(q/p)).
        assertThat(ofHellinger.slice(0, 0, 2))
                .isCloseTo(new double[] {(1 - Math.sqrt(2)) / 2, (1 - Math.sqrt(2.0 / 3)) / 2}, 1e-14, 0);
    }

    @Test
    void entropiesOfProductsAddUp() {
        Normal elements = Normal.of(doubles(0, 1), doubles(2, 3));
        assertThat(Entropy.of(Independent.of(elements, 1)).value().item())
                .isCloseTo(elements.entropy().sum().item(), within(1e-15));
    }

    @Test
    void namesTheRowThatDoesNotSumToOne() {
        Tensor p = backend.of(new double[] {0.5, 0.5, 0.7, 0.2}, 2, 2);
        assertThatThrownBy(() -> JensenShannon.between(p, p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1]")
                .hasMessageContaining("sum to 1")
                .hasMessageContaining("0.8999999999999999");
        assertThatThrownBy(() -> TotalVariation.between(doubles(0.5, 0.5), doubles(0.2, 0.3, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 outcomes")
                .hasMessageContaining("has 3");
        Normal normal = Normal.of(scalar(0), scalar(1));
        assertThatThrownBy(() -> Hellinger.between(normal, normal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no finite list of outcomes");
    }
}
