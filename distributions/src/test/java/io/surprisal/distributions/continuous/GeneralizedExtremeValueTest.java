package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;

import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class GeneralizedExtremeValueTest extends OnReference {
    /** mpmath, 60 digits, from the moments Γ(1 − kc); the moments themselves exceed all doubles. */
    @Test
    void skewnessAndKurtosisAreFiniteWhereMomentsAreNot() {
        var extreme = GeneralizedExtremeValue.of(
                scalar(0), scalar(1), doubles(-5, -9.5, -20.25, -130, -200, -245.9167316177916));
        assertThat(extreme.skewness())
                .isCloseTo(
                        doubles(
                                -190.11323949432087237,
                                -38532.997226514050779,
                                -15255844068.308039918,
                                -9.1249892141240602248e+67,
                                -7.8102637425468946545e+104,
                                -1.3392001955790641e+129),
                        2e-14,
                        0);
        assertThat(extreme.kurtosis())
                .isCloseTo(
                        doubles(
                                186180.06866557673688,
                                35346009653.320318784,
                                2.1369128951349876009e+23,
                                1.2004037394240848177e+155,
                                1.8804244186835312701e+239,
                                3.3010816069110330294e+294),
                        2e-14,
                        0);
        assertThat(GeneralizedExtremeValue.of(scalar(0), scalar(1), doubles(-1e4, -1e300))
                        .skewness())
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
}
