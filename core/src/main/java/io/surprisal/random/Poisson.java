package io.surprisal.random;

/**
 * Poisson samplers: sequential inversion of the cdf for small rates, Hörmann's transformed rejection with squeeze (PTRS) for others.
 *
 * @see <a href="https://doi.org/10.1016/0167-6687(93)90997-4">Hörmann, The transformed rejection method for generating Poisson random
 *     variables, Insurance: Mathematics and Economics 12 (1993), algorithm PTRS</a>
 */
final class Poisson {
    private static final double INVERSION_BELOW = 10;

    private Poisson() {}

    /** A sampler for a rate from 0 to {@link Domain#LARGEST_COUNT}. */
    static Rejection.Sampler of(double rate) {
        return rate < INVERSION_BELOW ? new Inversion(rate) : new TransformedRejection(rate);
    }

    private static final class Inversion implements Rejection.Sampler {
        private final double rate;
        private final double probabilityOfZero;

        Inversion(double rate) {
            this.rate = rate;
            probabilityOfZero = StrictMath.exp(-rate);
        }

        @Override
        public double candidate(long first, long second) {
            double u = DoubleDraws.uniform(first);
            double term = probabilityOfZero;
            double cdf = term;
            double count = 0;
            while (u > cdf) {
                count++;
                term *= rate / count;
                double next = cdf + term;
                if (next == cdf) {
                    // The rest of the mass is below the rounding of the sum.
                    return count;
                }
                cdf = next;
            }
            return count;
        }

        @Override
        public double fallback() {
            return Math.floor(rate);
        }
    }

    private static final class TransformedRejection implements Rejection.Sampler {
        private final double rate;
        private final double a;
        private final double b;
        private final double logInverseAlpha;
        private final double immediate;

        TransformedRejection(double rate) {
            this.rate = rate;
            b = 0.931 + 2.53 * Math.sqrt(rate);
            a = -0.059 + 0.02483 * b;
            logInverseAlpha = DoubleLog.log(1.1239 + 1.1328 / (b - 3.4));
            immediate = 0.9277 - 3.6224 / (b - 2);
        }

        @Override
        public double candidate(long first, long second) {
            double u = DoubleDraws.uniform(first) - 0.5;
            double v = DoubleDraws.uniform(second);
            double edge = 0.5 - Math.abs(u);
            double count = Math.floor((2 * a / edge + b) * u + rate + 0.43);
            if (edge >= 0.07 && v <= immediate) {
                return count;
            }
            if (count < 0 || (edge < 0.013 && v > edge)) {
                return Double.NaN;
            }
            double logRatio = DoubleLog.log(v) + logInverseAlpha - DoubleLog.log(a / (edge * edge) + b);
            return logRatio <= logProbability(count) ? count : Double.NaN;
        }

        private double logProbability(double count) {
            if (count == 0) {
                return -rate;
            }
            return -SaddlePoint.stirlingError(count)
                    - SaddlePoint.deviance(count, rate)
                    - 0.5 * (SaddlePoint.LOG_TWO_PI + DoubleLog.log(count));
        }

        @Override
        public double fallback() {
            return Math.floor(rate);
        }
    }
}
