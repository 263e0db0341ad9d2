package io.surprisal.random;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InverseCdfDistributionTest {
    private static final int DRAWS = 100_000;
    private static final RandomKey KEY = RandomKey.of(2024);

    @ParameterizedTest
    @EnumSource
    void floatDrawsFollowTheirCdf(DrawKind kind) {
        var floats = new float[DRAWS];
        HostDraws.create().fill(kind, KEY, 0, floats, 0, DRAWS);
        var sample = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            sample[i] = floats[i];
        }
        CdfAgreement.assertContinuous(sample, cdf(kind));
    }

    @ParameterizedTest
    @EnumSource
    void doubleDrawsFollowTheirCdf(DrawKind kind) {
        var sample = new double[DRAWS];
        HostDraws.create().fill(kind, KEY, 0, sample, 0, DRAWS);
        CdfAgreement.assertContinuous(sample, cdf(kind));
    }

    private static DoubleUnaryOperator cdf(DrawKind kind) {
        return switch (kind) {
            case UNIFORM -> x -> x;
            case NORMAL -> x -> Erfc.value(-x / Math.sqrt(2)) / 2;
            case EXPONENTIAL -> x -> -Math.expm1(-x);
        };
    }
}
