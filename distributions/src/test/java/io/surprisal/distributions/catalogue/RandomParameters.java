package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Valid parameters of any family of numbers, whose sizes are uniform in their logarithms. */
final class RandomParameters {
    /** Beyond it not all whole numbers are doubles. */
    private static final double MOST_WHOLE = 0x1p53;

    /** Sums over all levels need memory. */
    private static final double MOST_LEVELS = 300;

    private static final int LONGEST = 5;

    /** Of points, the share that a family accepts is never below about a hundredth. */
    private static final int ATTEMPTS = 2_000;

    private final Family<?> family;
    private final Backend backend;
    private final Random random;

    RandomParameters(Family<?> family, Backend backend, long seed) {
        this.family = family;
        this.backend = backend;
        this.random = new Random(seed);
    }

    /**
     * The next parameters.
     *
     * @param span numbers are between 10 to the power of −span and of span
     * @param ofOne the same for one of the parameters
     */
    Point next(double span, double ofOne) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Point point = candidate(span, ofOne);
            if (distribution(point).isPresent()) {
                return point;
            }
        }
        throw new AssertionError(family + " refuses all of " + ATTEMPTS + " random parameters.");
    }

    Optional<Univariate> distribution(Point point) {
        try {
            return Optional.of((Univariate) family.of(point.tensors(family, backend, DType.FLOAT64)));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private Point candidate(double span, double ofOne) {
        int length = 1 + random.nextInt(LONGEST);
        int other = random.nextInt(family.parameters().size());
        List<List<Double>> values = new ArrayList<>();
        for (Parameter parameter : family.parameters()) {
            double reach = values.size() == other ? ofOne : span;
            boolean isVector = parameter.constraint().eventRank() > 0;
            double[] elements = new double[isVector ? length : 1];
            Arrays.setAll(elements, i -> element(parameter, reach));
            if (isShares(parameter)) {
                double sum = Arrays.stream(elements).sum();
                Arrays.setAll(elements, i -> elements[i] / sum);
            }
            values.add(Arrays.stream(elements).boxed().toList());
        }
        return new Point(values);
    }

    private static boolean isShares(Parameter parameter) {
        return parameter.name().equals("probabilities") || parameter.name().equals("weights");
    }

    private double element(Parameter parameter, double span) {
        if (parameter.name().equals("levels")) {
            return 1 + random.nextInt((int) MOST_LEVELS);
        }
        double size = Math.pow(10, span * (2 * random.nextDouble() - 1));
        if (isShares(parameter)) {
            return random.nextInt(5) == 0 ? 0 : Math.min(size, 1 / size);
        }
        if (parameter.constraint() instanceof Interval interval) {
            return inside(interval, size);
        }
        return signed(size);
    }

    private double inside(Interval interval, double size) {
        if (interval.hasLow() && interval.hasHigh()) {
            double share = Math.min(size, 1 / size);
            return random.nextBoolean() ? share : 1 - share;
        }
        double value = interval.hasLow() ? size : signed(size);
        if (interval.isWhole()) {
            return Math.rint(Math.max(-MOST_WHOLE, Math.min(MOST_WHOLE, value)));
        }
        return value;
    }

    private double signed(double size) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1, 2, 3 -> -size;
            default -> size;
        };
    }
}
