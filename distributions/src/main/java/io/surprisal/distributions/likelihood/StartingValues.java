package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A few values for each parameter, from location and spread of the data, of whose combinations the likeliest is where to begin.
 *
 * @param centre the median of the data
 * @param spread their standard deviation, 1 where there is none
 * @param least the least of them
 * @param greatest the greatest of them
 */
record StartingValues(double centre, double spread, double least, double greatest) {
    /** How many values of one parameter are tried. */
    private static final int LISTED = 7;

    static StartingValues of(double[] data) {
        double[] sorted = data.clone();
        Arrays.sort(sorted);
        double mean = DoubleStream.of(data).average().orElse(0);
        double variance = DoubleStream.of(data)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0);
        double spread = variance > 0 && variance < Double.POSITIVE_INFINITY ? Math.sqrt(variance) : 1;
        return new StartingValues(sorted[sorted.length / 2], spread, sorted[0], sorted[sorted.length - 1]);
    }

    /** Values inside the parameter's domain. */
    List<Double> of(Parameter parameter, Tensor like) {
        double size = Math.max(Math.abs(centre), spread);
        return inside(
                parameter,
                like,
                centre,
                spread,
                1,
                belowLeast(),
                size,
                1 / size,
                spread * spread,
                1 / spread,
                0,
                0.5,
                2,
                least - 0.1 * spread,
                greatest + 0.1 * spread);
    }

    /** Values below all data, for the lower end of a support. */
    List<Double> ofLowerEnd(Parameter parameter, Tensor like) {
        return inside(parameter, like, belowLeast(), least - 0.1 * spread, 0.5 * least);
    }

    /** Values above all data, for the upper end of a support. */
    List<Double> ofUpperEnd(Parameter parameter, Tensor like) {
        return inside(parameter, like, greatest + margin(greatest), greatest + 0.1 * spread);
    }

    /** Where the data begin, as far as the way to unconstrained numbers and back keeps it. */
    private double belowLeast() {
        return least - margin(least);
    }

    private double margin(double end) {
        return 1e-9 * (end == 0 ? spread : Math.abs(end));
    }

    private static List<Double> inside(Parameter parameter, Tensor like, double... candidates) {
        List<Double> inside = new ArrayList<>();
        DoubleStream.of(candidates)
                .filter(value -> isInside(parameter.constraint(), value, like))
                .distinct()
                .limit(LISTED)
                .forEach(inside::add);
        return inside;
    }

    /** Inside, and not at an end, whose unconstrained value is infinite. */
    private static boolean isInside(Constraint constraint, double value, Tensor like) {
        boolean[] holds = new boolean[1];
        Constraint open = constraint instanceof Interval interval ? interval.open() : constraint;
        Scope.run(() -> holds[0] =
                open.holds(like.backend().scalar(value, like.dtype())).toBooleans()[0]);
        return holds[0];
    }
}
