package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives in x and in the parameters are finite wherever the value is: in the tails, beyond them, where probabilities have rounded to 0 and 1, and
 * beside the ends of the support. What is masked has no part in them.
 */
class SlopesAreFiniteTest extends OnFamilies {
    private static final List<FamilyFunction> FUNCTIONS = List.of(
            FamilyFunction.LOG_PROB,
            FamilyFunction.CDF,
            FamilyFunction.SURVIVAL,
            FamilyFunction.LOG_CDF,
            FamilyFunction.LOG_SURVIVAL);

    private static final double[] PROBABILITIES = {1e-300, 1e-200, 1e-100, 1e-10, 0.01, 0.3, 0.7, 0.99, 1 - 1e-10};

    private static final double LARGEST = 1e150;
    private static final double SMALLEST = 1e-150;

    /** Far out of the support, or in tails where the probability is nothing. */
    private static final double[] FAR = {-1e6, -1e3, 1e3, 1e6};

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void ofFiniteValues(Family<?> family) {
        for (Point parameters : points(family)) {
            double[] x = places(at(family, parameters));
            Tensor[] point = repeated(family, parameters, x.length);
            for (FamilyFunction function : FUNCTIONS) {
                check(family, function, parameters, vector(x), point);
            }
        }
    }

    private double[] places(Univariate d) {
        TreeSet<Double> places = new TreeSet<>();
        Tensor p = doubles(PROBABILITIES);
        for (Tensor quantiles : List.of(d.quantile(p), d.inverseSurvival(p))) {
            Arrays.stream(quantiles.toDoubles()).forEach(places::add);
        }
        Arrays.stream(FAR).forEach(places::add);
        Interval support = range(d);
        // Where squares and reciprocals are doubles; an end itself may have a density of ∞.
        places.removeIf(x -> !(Math.abs(x) < LARGEST && (x == 0 || Math.abs(x) > SMALLEST))
                || (!isDiscrete(d)
                        && (x == support.low(scalar(0)).item()
                                || x == support.high(scalar(0)).item())));
        return places.stream().mapToDouble(x -> x).toArray();
    }

    private void check(Family<?> family, FamilyFunction function, Point parameters, Tensor x, Tensor[] point) {
        double[] values = function.of(at(family, parameters), x).orElseThrow().toDoubles();
        if (!isDiscrete(at(family, parameters))) {
            Tensor slope = Gradients.gradient(moved -> value(family, function, moved, point))
                    .at(x);
            requireFinite(family, function, parameters, "x", values, x, slope);
        }
        for (int k = 0; k < point.length; k++) {
            Constraint domain = family.parameters().get(k).constraint();
            if (domain.isWhole() || family.parameters().get(k).name().equals("levels")) {
                continue;
            }
            int moving = k;
            Tensor slope = Gradients.gradient(moved -> {
                        Tensor[] all = point.clone();
                        all[moving] = moved;
                        return value(family, function, x, all);
                    })
                    .at(point[k]);
            requireFinite(
                    family, function, parameters, family.parameters().get(k).name(), values, x, slope);
        }
    }

    private static Tensor value(Family<?> family, FamilyFunction function, Tensor x, Tensor[] point) {
        return function.of((Univariate) family.unchecked(point), x)
                .orElseThrow()
                .sum();
    }

    private static void requireFinite(
            Family<?> family,
            FamilyFunction function,
            Point parameters,
            String argument,
            double[] values,
            Tensor x,
            Tensor slope) {
        double[] slopes = slope.toDoubles();
        double[] places = x.toDoubles();
        int elements = slopes.length / values.length;
        for (int i = 0; i < slopes.length; i++) {
            double value = values[i / elements];
            assertThat(slopes[i])
                    .as(
                            "slope of %s.%s in %s at %s, x = %s, value %s",
                            family.name(), function.method(), argument, parameters, places[i / elements], value)
                    .matches(each -> Double.isInfinite(value) ? !Double.isNaN(each) : Double.isFinite(each), "finite");
        }
    }
}
