package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family against its grid of 24-digit values, by the rule of {@link Measured}. */
class AccuracyTest extends OnFamilies {
    /** Those that truncation makes have a bound of their own. */
    static Stream<Family<?>> toTheLastDigits() {
        return families().filter(family -> !CombinatorFamilies.isTruncated(family));
    }

    @ParameterizedTest
    @MethodSource("toTheLastDigits")
    void doublePrecisionKeepsTheBounds(Family<?> family) {
        assertThat(FamilyChecks.misses(family, backend, DType.FLOAT64)).isEmpty();
    }

    static Stream<Family<?>> truncated() {
        return families().filter(CombinatorFamilies::isTruncated);
    }

    /** Eight times the bound: logarithms of the base's tails, of −200 and of −500,000, are rounded before they are subtracted. */
    @ParameterizedTest
    @MethodSource("truncated")
    void truncationKeepsTheDigitsOfItsBase(Family<?> family) {
        assertThat(Measured.all(family, backend, DType.FLOAT64))
                .allMatch(measured -> measured.error() <= 8 * measured.bound());
        assertThat(FamilyChecks.misses(family, backend, DType.FLOAT32)).isEmpty();
    }

    static Stream<Family<?>> inSinglePrecision() {
        return toTheLastDigits().filter(family -> !CombinatorFamilies.roundsParameters(family));
    }

    @ParameterizedTest
    @MethodSource("inSinglePrecision")
    void singlePrecisionKeepsTheBounds(Family<?> family) {
        assertThat(FamilyChecks.misses(family, backend, DType.FLOAT32)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void gridsHaveFiftyPointsAndEveryFunction(Family<?> family) {
        Grid grid = Grid.of(family);
        long points = grid.lines().stream()
                .filter(line -> line.function().equals("logProb"))
                .count();
        assertThat(points).as("points").isGreaterThanOrEqualTo(50);
        Set<String> present = grid.lines().stream().map(GridLine::function).collect(Collectors.toSet());
        Univariate distribution = at(family, grid.lines().get(0).point());
        for (FamilyFunction function : FamilyFunction.values()) {
            if (function.isOf(distribution)) {
                assertThat(present).contains(function.method());
            }
        }
    }
}
