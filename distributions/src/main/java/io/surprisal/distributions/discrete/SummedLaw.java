package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import java.util.function.DoubleUnaryOperator;

/**
 * Counts whose tails have no closed form: sums of probabilities from the number on outwards, each of which is its neighbour times a quotient. The
 * tail that is at most ½ is summed, and the other is its complement. Longer sums are {@link SmoothSum}s of the probabilities.
 */
abstract class SummedLaw extends CountLaw {
    private static final double LOG_HALF = -0.6931471805599453;

    /** What no longer changes a sum of positive terms; terms that have once fallen so low stay there. */
    private static final double NEGLIGIBLE = 1e-20;

    /** More terms are not added one by one. */
    static final double MOST_TERMS = 1 << 15;

    SummedLaw(String name, int shapes) {
        super(name, shapes);
    }

    abstract double logMass(double k, double[] shape);

    /** P(k + 1)/P(k). */
    abstract double ratio(double k, double[] shape);

    /** What its roundings have taken from {@link #ratio}, relative: they are alike for many k in a row, and would add up. */
    abstract double lostByRatio(double k, double[] shape);

    /** P(k), with as many digits as can be had. */
    double mass(double k, double[] shape) {
        return Math.exp(logMass(k, shape));
    }

    /** Σ P(j) w(j)/P(k) over j ≤ k. */
    final double downwards(double k, double[] shape, DoubleUnaryOperator weight) {
        double low = low(shape);
        double term = 1;
        double lost = 0;
        double size = 1;
        double sum = weight.applyAsDouble(k);
        double terms = 0;
        for (double j = k - 1; j >= low && term > NEGLIGIBLE * size && terms < MOST_TERMS; j--) {
            double ratio = ratio(j, shape);
            double next = term / ratio;
            lost += Math.fma(-next, ratio, term) / term - lostByRatio(j, shape);
            term = next;
            size += term;
            sum += (term + term * lost) * weight.applyAsDouble(j);
            terms++;
        }
        return terms < MOST_TERMS ? sum : smoothly(k, low, shape, weight);
    }

    /** Σ P(j) w(j)/P(k) over j ≥ k. */
    final double upwards(double k, double[] shape, DoubleUnaryOperator weight) {
        double high = high(shape);
        double term = 1;
        double lost = 0;
        double size = 1;
        double sum = weight.applyAsDouble(k);
        double terms = 0;
        for (double j = k + 1; j <= high && term > NEGLIGIBLE * size && terms < MOST_TERMS; j++) {
            double ratio = ratio(j - 1, shape);
            double next = term * ratio;
            if (next > 0) {
                lost += Math.fma(term, ratio, -next) / next + lostByRatio(j - 1, shape);
            }
            term = next;
            size += term;
            sum += (term + term * lost) * weight.applyAsDouble(j);
            terms++;
        }
        return terms < MOST_TERMS ? sum : smoothly(k, high, shape, weight);
    }

    /** The same of so many that the probabilities change little from one to the next. */
    private double smoothly(double k, double end, double[] shape, DoubleUnaryOperator weight) {
        double log = logMass(k, shape);
        return SmoothSum.outwards(k, end, j -> Math.exp(logMass(j, shape) - log) * weight.applyAsDouble(j));
    }

    private static double one(double k) {
        return 1;
    }

    private double logDirectLower(double k, double[] shape) {
        return logMass(k, shape) + Math.log(downwards(k, shape, SummedLaw::one));
    }

    private double logDirectUpper(double k, double[] shape) {
        return k >= high(shape)
                ? Double.NEGATIVE_INFINITY
                : logMass(k + 1, shape) + Math.log(upwards(k + 1, shape, SummedLaw::one));
    }

    /** Whether P(X ≤ k) is the smaller of the two. */
    private boolean isLower(double k, double[] shape) {
        return k < middle(shape) ? logDirectLower(k, shape) <= LOG_HALF : logDirectUpper(k, shape) > LOG_HALF;
    }

    private double directLower(double k, double[] shape) {
        return mass(k, shape) * downwards(k, shape, SummedLaw::one);
    }

    private double directUpper(double k, double[] shape) {
        return k >= high(shape) ? 0 : mass(k + 1, shape) * upwards(k + 1, shape, SummedLaw::one);
    }

    @Override
    protected final double lower(double k, double[] shape) {
        return isLower(k, shape) ? directLower(k, shape) : 1 - directUpper(k, shape);
    }

    @Override
    protected final double upper(double k, double[] shape) {
        return isLower(k, shape) ? 1 - directLower(k, shape) : directUpper(k, shape);
    }

    @Override
    protected final double logLower(double k, double[] shape) {
        return isLower(k, shape) ? logDirectLower(k, shape) : Math.log1p(-directUpper(k, shape));
    }

    @Override
    protected final double logUpper(double k, double[] shape) {
        return isLower(k, shape) ? Math.log1p(-directLower(k, shape)) : logDirectUpper(k, shape);
    }

    /** ∂ log P(k)/∂shape[parameter]. */
    abstract double score(int parameter, double k, double[] shape);

    /** E[score | X ≤ k], or what follows from E[score | X &gt; k], since the mean of all scores is 0. */
    @Override
    protected final double logLowerSlope(int parameter, double k, double[] shape) {
        return isLower(k, shape)
                ? meanBelow(parameter, k, shape)
                : -odds(directUpper(k, shape)) * meanAbove(parameter, k, shape);
    }

    @Override
    protected final double logUpperSlope(int parameter, double k, double[] shape) {
        return isLower(k, shape)
                ? -odds(directLower(k, shape)) * meanBelow(parameter, k, shape)
                : meanAbove(parameter, k, shape);
    }

    private static double odds(double p) {
        return p / (1 - p);
    }

    private double meanBelow(int parameter, double k, double[] shape) {
        return downwards(k, shape, j -> score(parameter, j, shape)) / downwards(k, shape, SummedLaw::one);
    }

    private double meanAbove(int parameter, double k, double[] shape) {
        return k >= high(shape)
                ? score(parameter, k, shape)
                : upwards(k + 1, shape, j -> score(parameter, j, shape)) / upwards(k + 1, shape, SummedLaw::one);
    }
}
