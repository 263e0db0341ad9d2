package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws come to an end for parameters outside their domain too, which nobody checks inside gradient calls: no rejection goes on for ever, and
 * no sum over as many terms as a parameter says.
 */
class SamplersTerminateTest extends OnFamilies {
    private static final double[] OUTSIDE = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        0,
        Double.MIN_VALUE,
        1e-300,
        1e18,
        1e300,
        1.5
    };

    /** Four numbers, or a sampler's sentence on the value that it cannot draw with. */
    private static final String END = "4 draws|\\w+: .* must be .*";

    /** Ten thousand times what four draws take. */
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("families")
    void drawsOfParametersOutsideTheirDomainEnd(Family<?> family) {
        Point ordinary = points(family).get(0);
        for (int k = 0; k < family.parameters().size(); k++) {
            for (double value : OUTSIDE) {
                String description =
                        family.name() + ": " + family.parameters().get(k).name() + " = " + value;
                int moved = k;
                String end = assertTimeoutPreemptively(LONG, () -> draw(family, ordinary, moved, value), description);
                assertThat(end).as(description).matches(END);
            }
        }
    }

    /** In the thread of the time limit, which has no scope of its own: what was drawn, or how it was refused. */
    private String draw(Family<?> family, Point ordinary, int k, double value) {
        try (Scope ignored = Scope.open()) {
            Tensor[] parameters = ordinary.tensors(family, backend, DType.FLOAT64);
            double[] elements = new double[parameters[k].size()];
            Arrays.fill(elements, value);
            parameters[k] = backend.of(HostArray.wrap(elements, parameters[k].shape()));
            Univariate distribution = (Univariate) family.unchecked(parameters);
            double[] draws = distribution.sample(RandomKey.of(9), Shape.of(4)).toDoubles();
            return draws.length + " draws";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
