package io.surprisal.special;

/**
 * Both tails of the noncentral χ distribution by quadrature of its density t(t/α)^μ exp(−(t² + α²)/2) I_μ(αt), μ = ν − 1, with
 * the uniform expansion of I_μ ({@link DebyeExpansion}), for √(μ² + α²β²) ≥ 100.
 *
 * <p>With r = √(μ² + α²t²), q = μ + r and w = t²/q the density is t (2πr)^−½ exp(F) Σ Uₖ/μᵏ, where
 * F = −q(w − 1)²/(2w) + μ(log w + 1/w − 1) is free of the large terms that cancel near the mode w = 1.
 */
final class MarcumQuadrature {
    private static final double SMALLEST_RADIUS = 100;
    private static final double NEGLIGIBLE = 38;

    private MarcumQuadrature() {}

    static boolean holds(double order, double alpha, double beta) {
        double product = alpha * beta;
        return Math.hypot(order - 1, product) >= SMALLEST_RADIUS && (order >= 1 || product >= SMALLEST_RADIUS);
    }

    /** log Q for direction 1, log P for direction −1. */
    static double logTail(double order, double alpha, double beta, int direction) {
        double mu = order - 1;
        double radius = Math.hypot(mu, alpha * beta);
        // dF/dt = (q − t²)/t, and −d²F/dt² ≥ 1.
        double rate = Math.abs(deviation(mu, alpha, beta, radius)) * ((mu + radius) / beta);
        double length = 2 * NEGLIGIBLE / (rate + Math.hypot(rate, Math.sqrt(2 * NEGLIGIBLE)));
        if (direction < 0) {
            length = Math.min(length, beta);
        }
        double start = exponent(mu, alpha, beta);
        double sum = 0;
        for (int i = 0; i < 2 * GaussLegendre.PAIRS; i++) {
            double t = beta + direction * length * GaussLegendre.node(i);
            double density = t / Math.sqrt(Math.hypot(mu, alpha * t)) * DebyeExpansion.sum(mu, alpha * t);
            sum += GaussLegendre.weight(i) * density * Math.exp(exponent(mu, alpha, t) - start);
        }
        return start - StirlingSeries.HALF_LOG_2_PI + Math.log(length * sum);
    }

    /** F. */
    private static double exponent(double mu, double alpha, double t) {
        double radius = Math.hypot(mu, alpha * t);
        double q = mu + radius;
        double d = deviation(mu, alpha, t, radius);
        double w = 1 + d;
        if (Math.abs(d) < 0.5) {
            return -0.5 * q * d * (d / w) - mu * LogSpace.log1pmx(-d / w);
        }
        return radius - 0.5 * (t * t + alpha * alpha) + mu * (2 * Math.log(t) - Math.log(q));
    }

    /** w − 1 = t²(t² − α² − 2μ)/(q(t² − μ + r)), from t² − q multiplied by its conjugate. */
    private static double deviation(double mu, double alpha, double t, double radius) {
        double square = t * t;
        return square / (mu + radius) * (((t - alpha) * (t + alpha) - 2 * mu) / (square - mu + radius));
    }
}
