package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of every function in its argument and in each parameter against differences of sixth order. */
class SlopesTest extends OnFamilies {
    /** Difference quotients of smooth functions with small steps. */
    private static final double RELATIVE = 1e-5;

    private static final double STEP = 5e-5;

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreDifferenceQuotients(Family<?> family) {
        Grid grid = Grid.of(family);
        for (List<GridLine> call : grid.calls().values()) {
            double[] x = call.stream()
                    .filter(line -> line.region() == GridLine.Region.BULK
                            && line.point().isSingle())
                    .mapToDouble(GridLine::argument)
                    .toArray();
            if (x.length > 0) {
                check(
                        family,
                        FamilyFunction.named(call.get(0).function()),
                        call.get(0).point(),
                        x);
            }
        }
    }

    private void check(Family<?> family, FamilyFunction function, Point parameters, double[] x) {
        Tensor[] repeated = repeated(family, parameters, x.length);
        Tensor[] point = new Tensor[repeated.length + 1];
        point[0] = vector(x);
        System.arraycopy(repeated, 0, point, 1, repeated.length);
        Univariate distribution = at(family, parameters);
        boolean isTooRough = CombinatorFamilies.isTruncated(family)
                && function != FamilyFunction.CDF
                && function != FamilyFunction.SURVIVAL
                && function != FamilyFunction.LOG_PROB;
        if (function == FamilyFunction.MEDIAN && CombinatorFamilies.isMixture(family)) {
            return;
        }
        if (CombinatorFamilies.contains(family) && (isTooRough || !function.isOf(distribution))) {
            return;
        }
        boolean ofParametersAlone = function.isStatistic();
        for (int i = ofParametersAlone || isDiscrete(distribution) ? 1 : 0; i < point.length; i++) {
            Constraint domain = i == 0
                    ? argumentDomain(function, distribution)
                    : family.parameters().get(i - 1).constraint();
            if (domain.fromReals().isPresent() && !(isDiscrete(distribution) && isStep(function))) {
                int elements = point[i].size() / x.length;
                for (int element = 0; element < elements; element++) {
                    compare(family, function, point, new Moving(i, element, elements), domain);
                }
            }
        }
    }

    /** Medians and modes of whole numbers are steps, and quantiles have no slope there. */
    private static boolean isStep(FamilyFunction function) {
        return switch (function) {
            case QUANTILE, INVERSE_SURVIVAL, QUANTILE_OF_LOG, INVERSE_SURVIVAL_OF_LOG, MEDIAN, MODE -> true;
            default -> false;
        };
    }

    private static Constraint argumentDomain(FamilyFunction function, Univariate distribution) {
        return switch (function) {
            case QUANTILE, INVERSE_SURVIVAL -> Interval.PROBABILITY;
            case QUANTILE_OF_LOG, INVERSE_SURVIVAL_OF_LOG -> Interval.between(Double.NEGATIVE_INFINITY, 0);
            default -> distribution.support();
        };
    }

    /** The element of the argument (0) or of a parameter (from 1 on) that moves. */
    private record Moving(int argument, int element, int elements) {
        double[] of(Tensor[] point) {
            return of(point[argument]);
        }

        /** The element's values along the first axis. */
        double[] of(Tensor tensor) {
            double[] all = tensor.toDoubles();
            double[] values = new double[all.length / elements];
            for (int j = 0; j < values.length; j++) {
                values[j] = all[j * elements + element];
            }
            return values;
        }

        /** The point with steps added to the element. */
        Tensor[] by(Tensor[] point, double[] step, double times) {
            Tensor moved = point[argument];
            double[] all = moved.toDoubles();
            for (int j = 0; j < step.length; j++) {
                all[j * elements + element] += times * step[j];
            }
            Tensor[] result = point.clone();
            result[argument] = moved.backend().of(HostArray.wrap(all, moved.shape()));
            return result;
        }
    }

    private void compare(Family<?> family, FamilyFunction function, Tensor[] point, Moving moving, Constraint domain) {
        int i = moving.argument();
        Tensor gradient = Gradients.gradient(moved -> {
                    Tensor[] all = point.clone();
                    all[i] = moved;
                    return values(family, function, all).sum();
                })
                .at(point[i]);
        double[] slope = moving.of(gradient);
        double[] at = moving.of(point);
        double[] step = steps(family, point, moving, domain);
        double[] value = values(family, function, point).toDoubles();
        double[] above = values(family, function, moving.by(point, step, 1)).toDoubles();
        double[] far = quotient(family, function, point, moving, step, 2);
        double[] near = quotient(family, function, point, moving, step, 1);
        double[] nearest = quotient(family, function, point, moving, step, 0.5);
        for (int j = 0; j < at.length; j++) {
            double noise = noise(family) * Math.max(Math.abs(value[j]), least(function)) / step[j];
            // A kink, such as that of a mode at the end of the support, has different slopes to both sides.
            double right = (above[j] - value[j]) / step[j];
            boolean isSmooth = Math.abs(right - near[j]) <= 0.1 * Math.max(Math.abs(right), Math.abs(near[j])) + noise;
            if (Double.isInfinite(value[j]) || !isSmooth) {
                continue;
            }
            // Richardson's extrapolation to step 0, in which the second and the fourth power of the step cancel.
            double difference = (64 * nearest[j] - 20 * near[j] + far[j]) / 45;
            assertThat(Math.abs(slope[j] - difference))
                    .as(
                            "%s at %s.%s: slope in %s at %s: %s, difference quotient %s",
                            family, pointOf(point, j), function.method(), moving, at[j], slope[j], difference)
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(difference) + noise);
        }
    }

    /**
     * Numbers on the whole line move by the spread of the distribution, and locations by 1; others as their distance from the ends of their
     * domain allows, and parameters that move an end of the support as the distance of x from it does.
     */
    private double[] steps(Family<?> family, Tensor[] point, Moving moving, Constraint domain) {
        double[] at = moving.of(point);
        double[] step = new double[at.length];
        if (!(domain instanceof Interval interval)) {
            Arrays.setAll(step, j -> STEP * Math.abs(at[j]));
            return step;
        }
        double[] quartiles =
                ofPoint(family, point).quantile(doubles(0.25, 0.75)).toDoubles();
        boolean ofArgument = moving.argument() == 0;
        double spread = ofArgument ? Math.max(1e-3, quartiles[1] - quartiles[0]) : 1;
        double[] room = room(interval, point[moving.argument()]);
        Arrays.setAll(step, j -> STEP * (interval.isUnbounded() ? spread : Math.min(Math.abs(at[j]), room[j])));
        Interval support = range(ofPoint(family, point));
        Interval other = range(ofPoint(family, moving.by(point, step, 1)));
        boolean isFixed =
                same(support.low(point[0]), other.low(point[0])) && same(support.high(point[0]), other.high(point[0]));
        if (!ofArgument && !isFixed) {
            double[] inside = room(support, point[0]);
            for (int j = 0; j < at.length; j++) {
                step[j] = Double.isNaN(inside[j]) ? step[j] : Math.min(step[j], 0.02 * Math.abs(inside[j]));
            }
        }
        return step;
    }

    private static boolean same(Tensor a, Tensor b) {
        return Arrays.equals(a.toDoubles(), b.toDoubles());
    }

    /** What values are measured by that are less: logarithms of densities, entropies and moments may be 0, and have absolute errors. */
    private static double least(FamilyFunction function) {
        return switch (function) {
            case LOG_PROB, ENTROPY, MEAN, VARIANCE, SKEWNESS, KURTOSIS, MODE -> 1e-2;
            default -> 1e-3;
        };
    }

    /** Relative; the differences have three times the rounding of a value. Truncated a thousand deviations out, logarithms of −500,000 cancel. */
    private static double noise(Family<?> family) {
        if (CombinatorFamilies.isTruncated(family)) {
            return 1e-7;
        }
        return CombinatorFamilies.contains(family) ? 1e-10 : 3e-13;
    }

    /** The distances from the nearer end. */
    private static double[] room(Interval domain, Tensor x) {
        return x.minus(domain.low(x)).minimum(domain.high(x).minus(x)).toDoubles();
    }

    /** The distribution of the first element. */
    private static Univariate ofPoint(Family<?> family, Tensor[] point) {
        Tensor[] parameters = new Tensor[point.length - 1];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = point[i + 1].select(0, 0);
        }
        return (Univariate) family.unchecked(parameters);
    }

    private static String pointOf(Tensor[] point, int j) {
        return Arrays.stream(point)
                .map(parameter -> Arrays.toString(parameter.select(0, j).toDoubles()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private double[] quotient(
            Family<?> family, FamilyFunction function, Tensor[] point, Moving moving, double[] step, double times) {
        Tensor[] above = moving.by(point, step, times);
        Tensor[] below = moving.by(point, step, -times);
        double[] rise = values(family, function, above)
                .minus(values(family, function, below))
                .toDoubles();
        double[] to = moving.of(above);
        double[] from = moving.of(below);
        for (int j = 0; j < rise.length; j++) {
            rise[j] /= to[j] - from[j];
        }
        return rise;
    }

    /** A value for each row of the point. */
    private static Tensor values(Family<?> family, FamilyFunction function, Tensor[] point) {
        Tensor[] parameters = Arrays.copyOfRange(point, 1, point.length);
        return function.of((Univariate) family.unchecked(parameters), point[0])
                .orElseThrow()
                .broadcastTo(point[0].shape());
    }

    /** dx/dθ = −(∂F/∂θ)/p(x): the derivative of a draw at a fixed probability. */
    @ParameterizedTest
    @MethodSource("families")
    void drawsMoveWithTheParametersAsQuantilesDo(Family<?> family) {
        int draws = 20;
        for (Point parameters : points(family)) {
            Univariate distribution = at(family, parameters);
            if (!(distribution instanceof Reparameterized) || isDiscrete(distribution)) {
                return;
            }
            Tensor[] point = repeated(family, parameters, draws);
            RandomKey key = RandomKey.of(7);
            Tensor x = ((Reparameterized) family.of(point)).rsample(key, Shape.scalar());
            for (int i = 0; i < point.length; i++) {
                Constraint domain = family.parameters().get(i).constraint();
                if (domain.fromReals().isEmpty() || domain.eventRank() > 0) {
                    continue;
                }
                int k = i;
                double[] slope = Gradients.gradient(moved -> ((Reparameterized) family.unchecked(with(point, k, moved)))
                                .rsample(key, Shape.scalar())
                                .sum())
                        .at(point[i])
                        .toDoubles();
                double[] below = Gradients.gradient(moved -> ((Univariate) family.unchecked(with(point, k, moved)))
                                .cdf(x)
                                .sum())
                        .at(point[i])
                        .toDoubles();
                double[] density =
                        ((Univariate) family.of(point)).logProb(x).exp().toDoubles();
                int elements = slope.length / draws;
                for (int j = 0; j < slope.length; j++) {
                    double expected = -below[j] / density[j / elements];
                    // Far out the slopes of both ends of a truncation, each about x, are subtracted.
                    double cancelled =
                            CombinatorFamilies.isTruncated(family) ? 1e-15 * Math.abs(x.toDoubles()[j / elements]) : 0;
                    assertThat(Math.abs(slope[j] - expected))
                            .as(
                                    "%s at %s: slope of draw %s in argument %s: %s, implicit %s",
                                    family, parameters, x.toDoubles()[j / elements], i, slope[j], expected)
                            .isLessThanOrEqualTo(1e-7 * Math.abs(expected) + 1e-12 + cancelled);
                }
            }
        }
    }

    private static Tensor[] with(Tensor[] point, int k, Tensor moved) {
        Tensor[] all = point.clone();
        all[k] = moved;
        return all;
    }
}
