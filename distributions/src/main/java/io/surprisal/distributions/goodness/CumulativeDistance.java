package io.surprisal.distributions.goodness;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.DType;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The largest distance between the empirical cumulative probabilities of draws and those of a distribution, sup |Fₙ − F|, which Kolmogorov and
 * Smirnov's test is about.
 *
 * <p>A draw stands for all numbers that round to it: as many draws as are at most x may be found up to the number behind x, and as many as are less
 * from the number before. So draws may round to an end of the support, but neither be clipped nor rounded further.
 *
 * @param largest the distance, from 0 to 1
 * @param draws how many draws there are
 */
public record CumulativeDistance(double largest, int draws) {
    /**
     * {@return the distance of draws to a distribution}
     *
     * @param draws the draws, in any order; none NaN
     * @param law the distribution, one (of batch shape []) of continuous numbers
     * @param rounding the floating dtype that the draws were rounded to
     * @throws IllegalArgumentException if there are no draws, or one is NaN
     */
    public static CumulativeDistance of(double[] draws, Univariate law, DType rounding) {
        double[] x = Draws.sorted(draws);
        double[] steps = Arrays.stream(x).distinct().toArray();
        boolean single = rounding == DType.FLOAT32;
        double[] at = cdf(law, steps);
        // The neighbours of a number that was drawn once are as likely as it is.
        int[] tied = tied(x, steps);
        double[] below = elsewhere(law, at, steps, tied, v -> single ? Math.nextDown((float) v) : Math.nextDown(v));
        double[] above = elsewhere(law, at, steps, tied, v -> single ? Math.nextUp((float) v) : Math.nextUp(v));
        return new CumulativeDistance(largest(x, steps, below, at, above), x.length);
    }

    /**
     * {@return the distance of numbers to the uniform distribution on (0, 1); equal numbers are steps}
     *
     * @param numbers the numbers, in any order; none NaN
     * @throws IllegalArgumentException if there are none, or one is NaN
     */
    public static CumulativeDistance toUniform(double[] numbers) {
        double[] x = Draws.sorted(numbers);
        double[] steps = Arrays.stream(x).distinct().toArray();
        return new CumulativeDistance(largest(x, steps, steps, steps, steps), x.length);
    }

    /**
     * {@return √(log(2/α)/2n), which draws of the distribution exceed with probability at most α}
     *
     * @param falseAlarmRate α, in (0, 1)
     * @see <a href="https://doi.org/10.1214/aop/1176990746">Massart, The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality, Annals of
     *     Probability 18 (1990)</a>
     */
    public double bound(double falseAlarmRate) {
        return Math.sqrt(Math.log(2 / falseAlarmRate) / (2.0 * draws));
    }

    /** The places of the values that were drawn more than once. */
    private static int[] tied(double[] draws, double[] steps) {
        int[] tied = new int[steps.length];
        int count = 0;
        int last = 0;
        for (int i = 0; i < steps.length; i++) {
            int first = last;
            while (last < draws.length && draws[last] == steps[i]) {
                last++;
            }
            if (last - first > 1) {
                tied[count++] = i;
            }
        }
        return Arrays.copyOf(tied, count);
    }

    /** The cumulative probabilities, at some places those of the values' neighbours. */
    private static double[] elsewhere(
            Univariate law, double[] at, double[] steps, int[] places, DoubleUnaryOperator neighbour) {
        double[] moved = cdf(
                law,
                Arrays.stream(places)
                        .mapToDouble(i -> neighbour.applyAsDouble(steps[i]))
                        .toArray());
        double[] result = at.clone();
        for (int i = 0; i < places.length; i++) {
            result[places[i]] = moved[i];
        }
        return result;
    }

    private static double[] cdf(Univariate law, double[] numbers) {
        return law.cdf(Draws.vector(law, numbers)).toDoubles();
    }

    /** Of sorted draws and their different values, with the cumulative probabilities of the number before each, of it, and of the one behind it. */
    private static double largest(double[] draws, double[] steps, double[] below, double[] at, double[] above) {
        double largest = 0;
        double n = draws.length;
        int counted = 0;
        for (int i = 0; i < steps.length; i++) {
            double less = counted / n;
            while (counted < draws.length && draws[counted] == steps[i]) {
                counted++;
            }
            double atMost = counted / n;
            largest = Math.max(largest, Math.max(less - at[i], below[i] - less));
            largest = Math.max(largest, Math.max(atMost - above[i], at[i] - atMost));
        }
        return largest;
    }
}
