package io.surprisal.random;

/**
 * Binomial samplers: sequential inversion of the cdf for few expected successes, Hörmann's transformed rejection with squeeze (BTRS) for
 * others. Probabilities above ½ count failures instead.
 *
 * @see <a href="https://doi.org/10.1080/00949659308811496">Hörmann, The generation of binomial random variates, Journal of Statistical
 *     Computation and Simulation 46 (1993), algorithm BTRS</a>
 */
final class Binomial {
    private static final double INVERSION_BELOW = 10;

    private Binomial() {}

    /** A sampler for whole trials from 0 to {@link Domain#LARGEST_COUNT} and a probability in [0, 1]. */
    static Rejection.Sampler of(double trials, double probability) {
        if (probability > 0.5) {
            return new Mirrored(trials, of(trials, 1 - probability));
        }
        return trials * probability < INVERSION_BELOW
                ? new Inversion(trials, probability)
                : new TransformedRejection(trials, probability);
    }

    private record Mirrored(double trials, Rejection.Sampler failures) implements Rejection.Sampler {
        @Override
        public double candidate(long first, long second) {
            return trials - failures.candidate(first, second);
        }

        @Override
        public double fallback() {
            return trials - failures.fallback();
        }
    }

    private static final class Inversion implements Rejection.Sampler {
        private final double trials;
        private final double odds;
        private final double mean;
        private final double probabilityOfZero;

        Inversion(double trials, double probability) {
            this.trials = trials;
            odds = probability / (1 - probability);
            mean = trials * probability;
            probabilityOfZero = StrictMath.exp(trials * StrictMath.log1p(-probability));
        }

        @Override
        public double candidate(long first, long second) {
            double u = DoubleDraws.uniform(first);
            double term = probabilityOfZero;
            double cdf = term;
            double count = 0;
            while (u > cdf && count < trials) {
                term *= odds * ((trials - count) / (count + 1));
                count++;
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
            return Math.floor(mean);
        }
    }

    private static final class TransformedRejection implements Rejection.Sampler {
        private final double trials;
        private final double mean;
        private final double meanFailures;
        private final double a;
        private final double b;
        private final double immediate;
        private final double alpha;
        private final double mode;
        private final double logProbabilityOfMode;

        TransformedRejection(double trials, double probability) {
            this.trials = trials;
            mean = trials * probability;
            meanFailures = trials * (1 - probability);
            double deviation = Math.sqrt(mean * (1 - probability));
            b = 1.15 + 2.53 * deviation;
            a = -0.0873 + 0.0248 * b + 0.01 * probability;
            immediate = 0.92 - 4.2 / b;
            alpha = (2.83 + 5.1 / b) * deviation;
            mode = Math.floor((trials + 1) * probability);
            logProbabilityOfMode = logProbability(mode);
        }

        @Override
        public double candidate(long first, long second) {
            double u = DoubleDraws.uniform(first) - 0.5;
            double v = DoubleDraws.uniform(second);
            double edge = 0.5 - Math.abs(u);
            double count = Math.floor((2 * a / edge + b) * u + mean + 0.5);
            if (edge >= 0.07 && v <= immediate) {
                return count;
            }
            if (count < 0 || count > trials) {
                return Double.NaN;
            }
            double logRatio = DoubleLog.log(v * alpha / (a / (edge * edge) + b));
            return logRatio <= logProbability(count) - logProbabilityOfMode ? count : Double.NaN;
        }

        private double logProbability(double count) {
            double failures = trials - count;
            if (count == 0) {
                return -SaddlePoint.deviance(trials, meanFailures) - mean;
            }
            if (failures == 0) {
                return -SaddlePoint.deviance(trials, mean) - meanFailures;
            }
            return SaddlePoint.stirlingError(trials)
                    - SaddlePoint.stirlingError(count)
                    - SaddlePoint.stirlingError(failures)
                    - SaddlePoint.deviance(count, mean)
                    - SaddlePoint.deviance(failures, meanFailures)
                    - 0.5 * (SaddlePoint.LOG_TWO_PI + DoubleLog.log(count) + DoubleLog.log(failures / trials));
        }

        @Override
        public double fallback() {
            return mode;
        }
    }
}
