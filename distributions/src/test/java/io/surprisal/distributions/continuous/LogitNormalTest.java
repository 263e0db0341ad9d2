package io.surprisal.distributions.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LogitNormalTest extends OnReference {
    /** Far from 0 the variable, or its complement, is e⁻ᵐ times a log-normal one, of skewness (e + 2)√(e − 1) for scale 1. */
    @Test
    void farFromTheMiddleShapesAreThoseOfTheLogNormal() {
        double skewness = (Math.E + 2) * Math.sqrt(Math.E - 1);
        double kurtosis = Math.exp(4) + 2 * Math.exp(3) + 3 * Math.exp(2) - 6;
        LogitNormal far = LogitNormal.of(doubles(-2000, -300, 300, 2000), scalar(1));
        assertThat(far.skewness()
                        .div(doubles(skewness, skewness, -skewness, -skewness))
                        .toDoubles())
                .usingComparatorWithPrecision(2e-14)
                .containsExactly(1, 1, 1, 1);
        assertThat(far.kurtosis().div(kurtosis).toDoubles())
                .usingComparatorWithPrecision(2e-14)
                .containsExactly(1, 1, 1, 1);
        double mean = LogitNormal.of(scalar(-300), scalar(1)).mean().item();
        assertThat(mean / Math.exp(-299.5)).isCloseTo(1, within(1e-13));
    }

    /** 1 − X is the variable of the opposite mean. */
    @Test
    void oppositeMeansHaveOppositeSkewness() {
        LogitNormal pair = LogitNormal.of(doubles(-3, 3), scalar(1.5));
        double[] skewness = pair.skewness().toDoubles();
        assertThat(skewness[0]).isEqualTo(-skewness[1]).isPositive();
        double[] kurtosis = pair.kurtosis().toDoubles();
        assertThat(kurtosis[0]).isEqualTo(kurtosis[1]);
    }

    /** Of tiny scale the logit hardly moves, and the shape is the normal one. */
    @Test
    void aTinyScaleHasTheNormalShape() {
        LogitNormal narrow = LogitNormal.of(scalar(0.5), scalar(1e-200));
        assertThat(narrow.skewness().item()).isCloseTo(0, within(1e-14));
        assertThat(narrow.kurtosis().item()).isCloseTo(0, within(2e-14));
    }

    @Test
    void theModeIsWhereTheDensityIsLargest() {
        Tensor x = backend.linspace(0.0005, 0.9995, 1_999, DType.FLOAT64);
        double[][] parameters = {{0, 1}, {0.7, 1}, {-0.7, 1.2}, {0.1, 1.6}, {-0.1, 3}, {0.5, 2.5}, {2, 0.3}};
        for (double[] p : parameters) {
            LogitNormal d = LogitNormal.of(scalar(p[0]), scalar(p[1]));
            assertThat(d.logProb(d.mode()).item())
                    .isGreaterThanOrEqualTo(d.logProb(x).max().item());
            double slope = Gradients.gradient(d::logProb).at(d.mode()).item();
            // The slope changes by up to 10⁻¹¹ from one number to the next.
            assertThat(slope).isCloseTo(0, within(1e-10));
        }
        // Of two that are equal the lower one.
        double tie = LogitNormal.of(scalar(0), scalar(2)).mode().item();
        assertThat(tie).isLessThan(0.5);
        assertThat(LogitNormal.of(scalar(1e-9), scalar(2)).mode().item()).isCloseTo(1 - tie, within(1e-8));
        assertThat(LogitNormal.of(scalar(-3), scalar(1e200)).mode().item()).isZero();
    }

    @Test
    void theModeMovesWithTheParameters() {
        double step = 1e-6;
        double inMean = Gradients.gradient(m -> LogitNormal.of(m, scalar(1.7)).mode())
                .at(scalar(0.4))
                .item();
        double inScale = Gradients.gradient(s -> LogitNormal.of(scalar(0.4), s).mode())
                .at(scalar(1.7))
                .item();
        assertThat(inMean).isCloseTo((mode(0.4 + step, 1.7) - mode(0.4 - step, 1.7)) / (2 * step), within(1e-8));
        assertThat(inScale).isCloseTo((mode(0.4, 1.7 + step) - mode(0.4, 1.7 - step)) / (2 * step), within(1e-8));
    }

    private double mode(double mean, double scale) {
        return LogitNormal.of(scalar(mean), scalar(scale)).mode().item();
    }
}
