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
    /** Difference quotients of smooth functions with steps of a thousandth. */
    private static final double RELATIVE = 1e-5;

    private static final double STEP = 1e-3;

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

    private static boolean isQuantile(FamilyFunction function) {
        return switch (function) {
            case QUANTILE, INVERSE_SURVIVAL, QUANTILE_OF_LOG, INVERSE_SURVIVAL_OF_LOG -> true;
            default -> false;
        };
    }

    /** Medians and modes of whole numbers are steps, and quantiles have no slope there. */
    private static boolean isStep(FamilyFunction function) {
        return isQuantile(function) || function == FamilyFunction.MEDIAN || function == FamilyFunction.MODE;
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
        double[] low = domain.low(point[i]).broadcastTo(point[i].shape()).toDoubles();
        double[] high = domain.high(point[i]).broadcastTo(point[i].shape()).toDoubles();
        // Numbers on the whole line move by the spread of the distribution, or by less than ½, others as their distance
        // from the ends allows;
        // and none so far that the outcome at which a function is asked for leaves the support.
        Interval support = (Interval) ofPoint(family, point).support();
        boolean ofOutcomes = !function.isStatistic() && !isQuantile(function);
        double from = ofOutcomes ? support.low(point[0]).item() : Double.NEGATIVE_INFINITY;
        double to = ofOutcomes ? support.high(point[0]).item() : Double.POSITIVE_INFINITY;
        double[] x = point[0].toDoubles();
        double[] quartiles =
                ofPoint(family, point).quantile(doubles(0.25, 0.5, 0.75)).toDoubles();
        double spread = Math.max(1e-3, quartiles[2] - quartiles[0]);
        double[] step = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            double room = Math.min(x[j] - from, to - x[j]);
            double reach = domain.isUnbounded()
                    ? Math.min(0.5, spread)
                    : Math.min(Math.abs(at[j]), Math.min(at[j] - low[j], high[j] - at[j]));
            double scale = Math.max(spread, Math.abs(x[j] - quartiles[1]));
            step[j] = STEP * (ofOutcomes ? Math.min(scale, i == 0 ? Math.min(room, reach) : reach) : reach);
            if (i > 0 && ofOutcomes) {
                double moved = shiftOfEnds(family, point, i, j, step[j]);
                step[j] *= Math.min(1, STEP * room / moved);
            }
        }
        double[] value = value(family, function, point, i, point[i])
                .broadcastTo(point[0].shape())
                .toDoubles();
        double[] far = quotient(family, function, point, i, step, 2);
        double[] near = quotient(family, function, point, i, step, 1);
        for (int j = 0; j < at.length; j++) {
            if (!Double.isFinite(value[j])) {
                continue;
            }
            double difference = (4 * near[j] - far[j]) / 3;
            double noise = 1e-13 * Math.max(Math.abs(value[j]), 1e-3) / step[j];
            assertThat(Math.abs(slope[j] - difference))
                    .as(
                            "%s%s.%s: slope in argument %s at %s: %s, difference quotient %s",
                            family, pointOf(point, j), function.method(), i, at[j], slope[j], difference)
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(difference) + noise);
        }
    }

    /** How far the ends of the support move with a step of a parameter. */
    private double shiftOfEnds(Family<?> family, Tensor[] point, int i, int j, double step) {
        double[] parameters = new double[point.length - 1];
        for (int k = 1; k < point.length; k++) {
            parameters[k - 1] = point[k].toDoubles()[j];
        }
        Interval here = supportAt(family, parameters);
        parameters[i - 1] += step;
        Interval there = supportAt(family, parameters);
        double low = there.low(scalar(0)).item() - here.low(scalar(0)).item();
        double high = there.high(scalar(0)).item() - here.high(scalar(0)).item();
        double shift = Math.max(Double.isFinite(low) ? Math.abs(low) : 0, Double.isFinite(high) ? Math.abs(high) : 0);
        return Math.max(shift, Double.MIN_NORMAL);
    }

    private Interval supportAt(Family<?> family, double[] parameters) {
        Tensor[] scalars = Arrays.stream(parameters).mapToObj(this::scalar).toArray(Tensor[]::new);
        return (Interval) ((Univariate) family.unchecked(scalars)).support();
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
