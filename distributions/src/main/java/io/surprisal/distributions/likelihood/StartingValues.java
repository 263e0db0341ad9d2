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
        DoubleStream candidates = DoubleStream.of(
                centre,
                spread,
                1,
                size,
                1 / size,
                spread * spread,
                1 / spread,
                0,
                0.5,
                2,
                least,
                greatest,
                least - 0.1 * spread,
                greatest + 0.1 * spread);
        List<Double> inside = new ArrayList<>();
        candidates
                .filter(value -> isInside(parameter.constraint(), value, like))
                .distinct()
                .limit(6)
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
