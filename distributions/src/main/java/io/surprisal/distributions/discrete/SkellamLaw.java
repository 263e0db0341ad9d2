package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.special.BesselI;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.special.LogSpace;
import io.surprisal.special.MarcumQ;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * The tails are Marcum's Q-functions: P(X &gt; k) = 1 − Q_{k+1}(√2μ₂, √2μ₁) for k ≥ 0, and by symmetry P(X ≤ k) = 1 − Q_{−k}(√2μ₁, √2μ₂) for k
 * &lt; 0.
 *
 * <p>With r = √(k² + 4μ₁μ₂), A = (r + k)/2 and B = (r − k)/2 the leading term of Debye's expansion of I_k turns the probability into those of A
 * and B in the two Poisson distributions, so that nothing large cancels.
 */
final class SkellamLaw extends CountLaw {
    static final SkellamLaw INSTANCE = new SkellamLaw();

    /** Of (k, μ₁, μ₂). */
    static final ElementFunction LOG_MASS = ElementFunction.of("Skellam log-probability", SkellamLaw::logMass)
            .withSlopes(
                    WholeParameter.STILL,
                    (x, y) -> ratio(x.get(0).minus(1), x.get(1), x.get(2), y),
                    (x, y) -> ratio(x.get(0).plus(1), x.get(1), x.get(2), y));

    /** Of (μ₁, μ₂). */
    static final ElementFunction ENTROPY = ElementFunction.of(
                    "Skellam entropy", (a, b) -> -mean(a, b, k -> logMass(k, a, b)))
            .withSlopes(
                    (x, y) -> SkellamLaw.ENTROPY_IN_FIRST.of(x.get(0), x.get(1)),
                    (x, y) -> SkellamLaw.ENTROPY_IN_SECOND.of(x.get(0), x.get(1)));

    /** Of (μ₁, μ₂). */
    static final ElementFunction MODE =
            ElementFunction.of("Skellam mode", SkellamLaw::mode).withSlopes(WholeParameter.STILL, WholeParameter.STILL);

    private static final ElementFunction ENTROPY_IN_FIRST = ElementFunction.of(
            "Skellam entropy slope", (a, b) -> mean(a, b, k -> logMass(k, a, b) - logMass(k + 1, a, b)));

    private static final ElementFunction ENTROPY_IN_SECOND = ElementFunction.of(
            "Skellam entropy slope", (a, b) -> mean(a, b, k -> logMass(k, a, b) - logMass(k - 1, a, b)));

    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** How much smaller than A B may be for A − k to be it. */
    private static final double COMPARABLE = 1e-10;

    /** The logarithm of a tail that is summed for its value, since the exponential would lose digits. */
    private static final double SMALLER = -0.6931471805599453;

    /** Up to which rates a far tail is summed. */
    private static final double SUMMED = 1e8;
    /** What lies farther from the likeliest term than so many deviations, and a few counts, is lost beside it. */
    private static final double DEVIATIONS = 10;

    /** Probabilities below it may have lost digits, and are no neighbours' factors. */
    private static final double NORMAL = 1e-290;

    private SkellamLaw() {
        super("Skellam", 2);
    }

    /** P(other)/P(k) − 1, with log P(k) given. */
    private static Tensor ratio(Tensor other, Tensor first, Tensor second, Tensor log) {
        return LOG_MASS.of(other, first, second).minus(log).expm1();
    }

    static double logMass(double k, double a, double b) {
        if (k < 0) {
            return logMass(-k, b, a);
        }
        if (Double.isInfinite(k)) {
            return Double.NEGATIVE_INFINITY;
        }
        double x = 2 * Math.sqrt(a) * Math.sqrt(b);
        double radius = Math.hypot(k, x);
        double first = 0.5 * k + 0.5 * radius;
        // A − B = k keeps the rounding of A from counting; where B is very small its own digits count.
        double product = a / first * b;
        double second = product > COMPARABLE * first ? first - k : product;
        return deviance(first, a)
                + deviance(second, b)
                - (0.5 * Math.log(radius) + HALF_LOG_TWO_PI)
                + BesselI.logDebyeQuotient(k, x);
    }

    /** x − μ − x log(x/μ), which is at most 0. */
    private static double deviance(double x, double mean) {
        if (x == 0) {
            return -mean;
        }
        double excess = (mean - x) / x;
        // Near −1 it has lost what is left of the mean.
        return excess > -0.99 ? x * LogSpace.log1pmx(excess) : x * Math.log(mean / x) + (x - mean);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return upper(-k - 1, swapped(shape));
    }

    @Override
    protected double upper(double k, double[] shape) {
        double log = marcumUpper(k, shape);
        boolean isSummed = log < SMALLER && !Double.isInfinite(k) && shape[0] + shape[1] < SUMMED;
        return isSummed ? sum(k, shape[0], shape[1]) : Math.exp(log);
    }

    @Override
    protected double logLower(double k, double[] shape) {
        return logUpper(-k - 1, swapped(shape));
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        double log = marcumUpper(k, shape);
        return log < SMALLER || Double.isInfinite(k) ? log : Math.log1p(-lower(k, shape));
    }

    private static double[] swapped(double[] shape) {
        return new double[] {shape[1], shape[0]};
    }

    private static double marcumUpper(double k, double[] shape) {
        if (Double.isInfinite(k)) {
            return k > 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        if (LargeSkellam.holds(shape[0], shape[1])) {
            return LargeSkellam.logUpper(k, shape[0], shape[1]);
        }
        double first = Math.sqrt(2 * shape[0]);
        double second = Math.sqrt(2 * shape[1]);
        return k >= 0 ? MarcumQ.logLower(k + 1, second, first) : MarcumQ.logUpper(-k, first, second);
    }

    /**
     * P(X₁ &gt; k + X₂) = Σ P(X₂ = j) P(X₁ ≥ k + 1 + j) around the likeliest j, from the greatest on downwards, where each probability is its
     * neighbour times a quotient, or plus one.
     */
    private static double sum(double k, double a, double b) {
        double radius = Math.hypot(k, 2 * Math.sqrt(a) * Math.sqrt(b));
        double middle = Math.rint(k < 0 ? 0.5 * (radius - k) : 2 * a / (k + radius) * b);
        double reach = Math.ceil(40 + DEVIATIONS * Math.sqrt(middle));
        double last = middle + reach;
        double ofSecond = mass(last, b);
        double ofFirst = mass(k + last, a);
        double reached = k + 1 + last <= 0 ? 1 : IncompleteGamma.lower(k + 1 + last, a);
        double sum = 0;
        double first = Math.max(0, middle - reach);
        for (double j = last; j >= first; j--) {
            sum += ofSecond * reached;
            ofSecond = ofSecond > NORMAL ? ofSecond * (j / b) : PoissonLaw.mass(j - 1, b);
            reached = k + j <= 0 ? 1 : reached + ofFirst;
            ofFirst = ofFirst > NORMAL ? ofFirst * ((k + j) / a) : mass(k + j - 1, a);
        }
        return sum;
    }

    private static double mass(double k, double rate) {
        return k < 0 ? 0 : PoissonLaw.mass(k, rate);
    }

    /** ∂P(X &gt; k)/∂μ₁ = P(k), ∂P(X &gt; k)/∂μ₂ = −P(k + 1). */
    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return inParameter(parameter, k, shape, logUpper(k, shape));
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return -inParameter(parameter, k, shape, logLower(k, shape));
    }

    private static double inParameter(int parameter, double k, double[] shape, double logTail) {
        return parameter == 0
                ? Math.exp(logMass(k, shape[0], shape[1]) - logTail)
                : -Math.exp(logMass(k + 1, shape[0], shape[1]) - logTail);
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(shape[0] - shape[1]);
    }

    private static double mode(double a, double b) {
        double k = Math.floor(a - b);
        while (logMass(k + 1, a, b) > logMass(k, a, b)) {
            k++;
        }
        while (logMass(k - 1, a, b) > logMass(k, a, b)) {
            k--;
        }
        return k;
    }

    /** E f(X). */
    private static double mean(double a, double b, DoubleUnaryOperator f) {
        double deviation = Math.sqrt(a + b);
        double reach = 40 + 12 * deviation;
        return SmoothSum.of(
                Math.floor(a - b - reach),
                a - b,
                Math.ceil(a - b + reach),
                k -> Math.exp(logMass(k, a, b)) * f.applyAsDouble(k));
    }
}
