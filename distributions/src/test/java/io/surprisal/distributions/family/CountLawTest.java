package io.surprisal.distributions.family;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A law of counts whose functions have closed forms: P(Z &gt; k) = q^(k + 1). */
class CountLawTest extends OnReference {
    private static final class Powers extends CountLaw {
        Powers() {
            super("Powers", 1);
        }

        @Override
        protected double lower(double k, double[] q) {
            return -Math.expm1((k + 1) * Math.log(q[0]));
        }

        @Override
        protected double upper(double k, double[] q) {
            return Math.pow(q[0], k + 1);
        }

        @Override
        protected double logUpper(double k, double[] q) {
            return (k + 1) * Math.log(q[0]);
        }

        @Override
        protected double low(double[] q) {
            return 0;
        }

        @Override
        protected double middle(double[] q) {
            return 3;
        }
    }

    private static final CountLaw POWERS = new Powers();

    @Test
    void quantilesAreTheFirstNumbersThatReachTheProbability() {
        Tails tails = POWERS.with(scalar(0.5));
        assertThat(tails.ofLower(doubles(0, 0.4, 0.5, 0.51, 0.75, 0.9999, 1)))
                .containsExactly(0, 0, 0, 1, 1, 13, Double.POSITIVE_INFINITY);
        assertThat(tails.ofUpper(doubles(1, 0.5, 0.49, 0x1p-900, 0)))
                .containsExactly(0, 0, 1, 899, Double.POSITIVE_INFINITY);
        assertThat(tails.ofLogUpper(doubles(-1e4 * Math.log(2) - 1e-9))).containsExactly(10_000);
        assertThat(tails.ofLogLower(doubles(Math.log(0.4), 0, Double.NaN)))
                .containsExactly(0, Double.POSITIVE_INFINITY, Double.NaN);
    }

    @Test
    void quantilesGoOnWhereNotEveryWholeNumberIsADouble() {
        double decay = 1 - 0x1p-53;
        double found = POWERS.with(scalar(decay)).ofLogUpper(scalar(-1024)).item();
        // −1024/log q, of which 2⁶³ is the nearest double.
        assertThat(found).isCloseTo(0x1p63, within(Math.ulp(0x1p63)));
        assertThat(POWERS.with(scalar(1)).ofUpper(scalar(0.5)).item()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void quantilesOfCumulativeProbabilitiesAreTheNumbers() {
        double[] k = {0, 1, 2, 5, 17, 40};
        Tails tails = POWERS.with(scalar(0.37));
        assertThat(tails.ofUpper(tails.upper(doubles(k)))).containsExactly(k);
        assertThat(tails.ofLogUpper(tails.logUpper(doubles(k)))).containsExactly(k);
    }

    @Test
    void slopesInShapesAreTheFormulasAndQuantilesAreSteps() {
        Tensor ofUpper =
                Gradients.gradient(q -> POWERS.with(q).upper(scalar(4))).at(scalar(0.3));
        assertThat(ofUpper.item()).isCloseTo(5 * Math.pow(0.3, 4), within(1e-11));
        Tensor ofLog =
                Gradients.gradient(q -> POWERS.with(q).logLower(scalar(1))).at(scalar(0.3));
        assertThat(ofLog.item()).isCloseTo(-0.6 / 0.91, within(1e-10));
        Tensor ofQuantile =
                Gradients.gradient(q -> POWERS.with(q).ofLower(scalar(0.8))).at(scalar(0.3));
        assertThat(ofQuantile.item()).isZero();
    }
}
