package io.surprisal.distributions.family;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A law whose functions have closed forms: P(Z ≤ z) = z^a on (0, 1). */
class ContinuousLawTest extends OnReference {
    private static final class Power extends ContinuousLaw {
        Power() {
            super("Power", 1);
        }

        @Override
        protected double lower(double z, double[] shape) {
            return Math.pow(z, shape[0]);
        }

        @Override
        protected double upper(double z, double[] shape) {
            return -Math.expm1(shape[0] * Math.log(z));
        }

        @Override
        protected double logLower(double z, double[] shape) {
            return shape[0] * Math.log(z);
        }

        @Override
        protected double logDensity(double z, double[] shape) {
            return Math.log(shape[0]) + (shape[0] - 1) * Math.log(z);
        }

        @Override
        protected Tensor logDensity(Tensor z, List<Tensor> shape) {
            Tensor a = shape.get(0);
            return a.log().plus(a.minus(1).times(z.log()));
        }

        @Override
        protected double low(double[] shape) {
            return 0;
        }

        @Override
        protected double high(double[] shape) {
            return 1;
        }

        @Override
        protected double middle(double[] shape) {
            return Math.pow(0.5, 1 / shape[0]);
        }
    }

    private static final ContinuousLaw POWER = new Power();

    @Test
    void quantilesInvertTheTails() {
        double[] shapes = {0.01, 0.3, 2, 50};
        Tensor a = doubles(shapes);
        Tails tails = POWER.with(a);
        double[] p = {1e-2, 0.4, 0.99, 1e-290};
        double[] expected = new double[4];
        double[] upper = new double[4];
        for (int i = 0; i < 4; i++) {
            expected[i] = Math.exp(Math.log(p[i]) / shapes[i]);
            upper[i] = Math.exp(Math.log1p(-p[i]) / shapes[i]);
        }
        assertThat(tails.ofLower(doubles(p))).isCloseTo(expected, 1e-12, 0);
        assertThat(tails.ofUpper(doubles(p))).isCloseTo(upper, 1e-12, 0);
        assertThat(tails.ofLogLower(doubles(p).log())).isCloseTo(expected, 1e-12, 0);
        assertThat(tails.ofLogUpper(doubles(p).log())).isCloseTo(upper, 1e-12, 0);
        assertThat(tails.ofLower(doubles(0, 1, 0, 1))).containsExactly(0, 1, 0, 1);
        assertThat(tails.ofUpper(doubles(0, 1, 0, Double.NaN))).containsExactly(1, 0, 1, Double.NaN);
    }

    @Test
    void slopesAreTheFormulas() {
        double a = 1.7;
        double z = 0.3;
        double log = Math.log(z);
        assertThat(slopeInShape(tails -> tails.lower(scalar(z)), a)).isCloseTo(Math.pow(z, a) * log, within(1e-9));
        assertThat(slopeInShape(tails -> tails.upper(scalar(z)), a)).isCloseTo(-Math.pow(z, a) * log, within(1e-9));
        assertThat(slopeInShape(tails -> tails.logLower(scalar(z)), a)).isCloseTo(log, within(1e-9));
        double p = 0.2;
        double x = Math.pow(p, 1 / a);
        double expected = -x * Math.log(p) / (a * a);
        assertThat(slopeInShape(tails -> tails.ofLower(scalar(p)), a)).isCloseTo(expected, within(1e-9));
        assertThat(slopeInShape(tails -> tails.ofLogLower(scalar(Math.log(p))), a))
                .isCloseTo(expected, within(1e-9));
        Tensor ofP = Gradients.gradient(q -> POWER.with(scalar(a)).ofUpper(q)).at(scalar(1 - p));
        assertThat(ofP.item()).isCloseTo(-x / (a * p), within(1e-13));
    }

    private double slopeInShape(java.util.function.Function<Tails, Tensor> function, double a) {
        return Gradients.gradient(shape -> function.apply(POWER.with(shape)))
                .at(scalar(a))
                .item();
    }
}
