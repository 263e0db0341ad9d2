package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of every function in its argument and in each parameter against differences of fourth order. */
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
                    .filter(line -> line.region() == GridLine.Region.BULK)
                    .mapToDouble(GridLine::argument)
                    .toArray();
            if (x.length > 0) {
                check(
                        family,
                        FamilyFunction.named(call.get(0).function()),
                        call.get(0).parameters(),
                        x);
            }
        }
    }

    private void check(Family<?> family, FamilyFunction function, List<Double> parameters, double[] x) {
        Tensor[] point = new Tensor[parameters.size() + 1];
        point[0] = vector(x);
        System.arraycopy(repeated(parameters, x.length), 0, point, 1, parameters.size());
        Univariate distribution = at(family, parameters);
        boolean ofParametersAlone = function.isStatistic();
        for (int i = ofParametersAlone || isDiscrete(distribution) ? 1 : 0; i < point.length; i++) {
            Constraint domain = i == 0
                    ? argumentDomain(function, distribution)
                    : family.parameters().get(i - 1).constraint();
            if (domain.fromReals().isPresent() && !(isDiscrete(distribution) && isStep(function))) {
                compare(family, function, point, i, (Interval) domain);
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

    private void compare(Family<?> family, FamilyFunction function, Tensor[] point, int i, Interval domain) {
        double[] slope = Gradients.gradient(moved -> value(family, function, point, i, moved)
                        .broadcastTo(point[0].shape())
                        .sum())
                .at(point[i])
                .toDoubles();
        double[] at = point[i].toDoubles();
        double[] step = steps(family, point, i, domain);
        double[] value = value(family, function, point, i, point[i])
                .broadcastTo(point[0].shape())
                .toDoubles();
        double[] above = value(family, function, point, i, point[i].plus(vector(step)))
                .broadcastTo(point[0].shape())
                .toDoubles();
        double[] far = quotient(family, function, point, i, step, 2);
        double[] near = quotient(family, function, point, i, step, 1);
        for (int j = 0; j < at.length; j++) {
            double noise = 1e-13 * Math.max(Math.abs(value[j]), 1e-3) / step[j];
            // A kink, such as that of a mode at the end of the support, has different slopes to both sides.
            double right = (above[j] - value[j]) / step[j];
            boolean isSmooth = Math.abs(right - near[j]) <= 0.1 * Math.max(Math.abs(right), Math.abs(near[j])) + noise;
            if (Double.isInfinite(value[j]) || !isSmooth) {
                continue;
            }
            double difference = (4 * near[j] - far[j]) / 3;
            assertThat(Math.abs(slope[j] - difference))
                    .as(
                            "%s%s.%s: slope in argument %s at %s: %s, difference quotient %s",
                            family, pointOf(point, j), function.method(), i, at[j], slope[j], difference)
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(difference) + noise);
        }
    }

    /**
     * Numbers on the whole line move by the spread of the distribution, and locations by 1; others as their distance from the ends of their
     * domain allows, and parameters that move an end of the support as the distance of x from it does.
     */
    private double[] steps(Family<?> family, Tensor[] point, int i, Interval domain) {
        double[] quartiles =
                ofPoint(family, point).quantile(doubles(0.25, 0.75)).toDoubles();
        double spread = i == 0 ? Math.max(1e-3, quartiles[1] - quartiles[0]) : 1;
        double[] at = point[i].toDoubles();
        double[] room = room(domain, point[i]);
        double[] step = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            step[j] = STEP * (domain.isUnbounded() ? spread : Math.min(Math.abs(at[j]), room[j]));
        }
        Tensor[] moved = point.clone();
        moved[i] = point[i].plus(vector(step));
        Interval support = (Interval) ofPoint(family, point).support();
        Interval other = (Interval) ofPoint(family, moved).support();
        if (i > 0
                && !(same(support.low(point[0]), other.low(point[0]))
                        && same(support.high(point[0]), other.high(point[0])))) {
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
        return (Univariate) family.of(parameters);
    }

    private static String pointOf(Tensor[] point, int j) {
        var text = new StringBuilder("(");
        for (Tensor parameter : point) {
            text.append(text.length() == 1 ? "" : ", ").append(parameter.toDoubles()[j]);
        }
        return text.append(')').toString();
    }

    private double[] quotient(
            Family<?> family, FamilyFunction function, Tensor[] point, int i, double[] step, double times) {
        Tensor by = vector(step).times(times);
        Tensor above = point[i].plus(by);
        Tensor below = point[i].minus(by);
        return value(family, function, point, i, above)
                .minus(value(family, function, point, i, below))
                .div(above.minus(below))
                .broadcastTo(point[0].shape())
                .toDoubles();
    }

    private static Tensor value(Family<?> family, FamilyFunction function, Tensor[] point, int i, Tensor moved) {
        Tensor[] all = point.clone();
        all[i] = moved;
        Tensor[] parameters = new Tensor[all.length - 1];
        System.arraycopy(all, 1, parameters, 0, parameters.length);
        return function.of((Univariate) family.unchecked(parameters), all[0]).orElseThrow();
    }

    /** dx/dθ = −(∂F/∂θ)/p(x): the derivative of a draw at a fixed probability. */
    @ParameterizedTest
    @MethodSource("families")
    void drawsMoveWithTheParametersAsQuantilesDo(Family<?> family) {
        int draws = 20;
        for (List<Double> parameters : points(family)) {
            if (!(at(family, parameters) instanceof Reparameterized)) {
                return;
            }
            Tensor[] point = repeated(parameters, draws);
            RandomKey key = RandomKey.of(7);
            Tensor x = ((Reparameterized) family.of(point)).rsample(key, Shape.scalar());
            for (int i = 0; i < point.length; i++) {
                if (family.parameters().get(i).fromReals().isEmpty()) {
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
                for (int j = 0; j < draws; j++) {
                    double expected = -below[j] / density[j];
                    assertThat(Math.abs(slope[j] - expected))
                            .as(
                                    "%s%s: slope of draw %s in argument %s: %s, implicit %s",
                                    family, parameters, x.toDoubles()[j], i, slope[j], expected)
                            .isLessThanOrEqualTo(1e-7 * Math.abs(expected) + 1e-12);
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
