package io.surprisal.special;

/**
 * Both tails of the noncentral χ distribution by quadrature of its density t(t/α)^μ exp(−(t² + α²)/2) I_μ(αt), μ = ν − 1, with
 * the uniform expansion of I_μ ({@link DebyeExpansion}), for √(μ² + α²β²) ≥ 100.
 *
 * <p>With r = √(μ² + α²t²), q = μ + r and w = t²/q the density is t (2πr)^−½ exp(F) Σ Uₖ/μᵏ, where
 * F = −q(w − 1)²/(2w) + μ(log w + 1/w − 1) is free of the large terms that cancel near the mode w = 1.
 *
 * <p>All of the tail lies within a few units of β, which for large β are few ulp of t. So the excess t² − α² − 2μ, of which w − 1
 * is a multiple, is formed once at β, where (β − α)(β + α) keeps the digits that products round off, and moved from there by the
 * distance. Lengths are counted in a power of two for which no square overflows, and μ in its square. From about β = 10¹⁷ on
 * nothing is left of F but the normal distribution's −z²/2.
 */
final class MarcumQuadrature {
    private static final double SMALLEST_RADIUS = 100;
    private static final double NEGLIGIBLE = 38;

    /** Where |w − 1| is below it, F is −½q(w − 1)²(1 − μ/q) to all digits. */
    private static final double NORMAL = 0x1p-56;

    /** Squares of lengths up to 2⁴⁰⁰, and their products, are in range. */
    private static final int LARGEST_EXPONENT = 400;

    /** Where one length is this large and far from the other, the logarithm of the tail between them overflows. */
    private static final double OVERFLOWING = 1e160;

    private final double order;
    private final double trueAlpha;
    private final double unit;
    private final double mu;
    private final double alpha;
    private final double beta;
    private final double excess;

    private MarcumQuadrature(double order, double alpha, double beta) {
        int exponent = Math.getExponent(Math.max(Math.max(alpha, beta), Math.sqrt(order)));
        this.order = order;
        this.trueAlpha = alpha;
        this.unit = Math.scalb(1.0, Math.max(0, exponent - LARGEST_EXPONENT));
        this.mu = (order - 1) / unit / unit;
        this.alpha = alpha / unit;
        this.beta = beta / unit;
        double muLost = sumError(order, -1, order - 1) / unit / unit;
        this.excess = excess(this.mu, muLost, this.alpha, this.beta);
    }

    static boolean holds(double order, double alpha, double beta) {
        double product = alpha * beta;
        return Math.hypot(order - 1, product) >= SMALLEST_RADIUS && (order >= 1 || product >= SMALLEST_RADIUS);
    }

    /** log Q for direction 1, log P for direction −1: the tail that does not hold the mean. */
    static double logTail(double order, double alpha, double beta, int direction) {
        double outer = direction > 0 ? beta : alpha;
        double inner = direction > 0 ? alpha : beta;
        return outer > OVERFLOWING && outer > 2 * inner
                ? Double.NEGATIVE_INFINITY
                : new MarcumQuadrature(order, alpha, beta).logTail(direction);
    }

    private double logTail(int direction) {
        double start = exponent(0);
        if (start == Double.NEGATIVE_INFINITY) {
            return start;
        }
        double radius = Math.hypot(mu, alpha * beta);
        // dF/dt = (q − t²)/t, and −d²F/dt² ≥ 1.
        double rate = Math.abs(deviation(beta, radius, excess)) / beta * unit;
        double length = 2 * NEGLIGIBLE / (rate + Math.hypot(rate, Math.sqrt(2 * NEGLIGIBLE)));
        if (direction < 0) {
            length = Math.min(length, beta * unit);
        }
        double sum = 0;
        for (int i = 0; i < 2 * GaussLegendre.PAIRS; i++) {
            double distance = direction * length * GaussLegendre.node(i);
            double t = beta + distance / unit;
            double density =
                    t / Math.sqrt(Math.hypot(mu, alpha * t)) * DebyeExpansion.sum(order - 1, trueAlpha * t * unit);
            sum += GaussLegendre.weight(i) * density * Math.exp(exponent(distance / unit) - start);
        }
        return start - StirlingSeries.HALF_LOG_2_PI + Math.log(length * sum);
    }

    /** F at this distance from β. */
    private double exponent(double distance) {
        double t = beta + distance;
        double radius = Math.hypot(mu, alpha * t);
        double q = mu + radius;
        double deviation = deviation(t, radius, excess + distance * (t + beta));
        double d = deviation / q;
        if (Math.abs(d) < NORMAL) {
            // The logarithm's term is −½μ d²; the squares of such deviations may underflow, but not that of the normal
            // variable.
            double z = unit * deviation / Math.sqrt(q);
            return -0.5 * z * z * (radius / q);
        }
        double w = 1 + d;
        double scaled = Math.abs(d) < 0.5
                ? -0.5 * deviation * (d / w) - mu * LogSpace.log1pmx(-d / w)
                : radius - 0.5 * (t * t + alpha * alpha) + mu * (2 * Math.log(t) - Math.log(q));
        return scaled * unit * unit;
    }

    /** q(w − 1) = t²(t² − α² − 2μ)/(t² − μ + r), from t² − q multiplied by its conjugate. */
    private double deviation(double t, double radius, double excessAtT) {
        double product = alpha * t;
        double rest = mu > 0 ? product * (product / (radius + mu)) : radius - mu;
        return t * t / (t * t + rest) * excessAtT;
    }

    /** β² − α² − 2μ, with the rounding errors of the sum, the differences and the product put back. */
    private static double excess(double mu, double muLost, double alpha, double beta) {
        double difference = beta - alpha;
        double sum = beta + alpha;
        double product = difference * sum;
        double lost = Math.fma(difference, sum, -product)
                + (sumError(beta, -alpha, difference) * sum + sumError(beta, alpha, sum) * difference);
        double excess = product - 2 * mu;
        return excess + (lost - 2 * muLost + sumError(product, -2 * mu, excess));
    }

    /** a + b − sum, where sum is a + b rounded (Knuth). */
    private static double sumError(double a, double b, double sum) {
        double second = sum - a;
        return (a - (sum - second)) + (b - second);
    }
}
