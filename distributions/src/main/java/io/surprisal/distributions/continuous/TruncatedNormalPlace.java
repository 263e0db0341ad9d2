package io.surprisal.distributions.continuous;

/**
 * A number in a truncated standard normal distribution, with the lengths that its ends would round off.
 *
 * @param z the number
 * @param low the lower end
 * @param high the upper end
 * @param fromLow z − low
 * @param toHigh high − z
 * @param width high − low
 */
record TruncatedNormalPlace(double z, double low, double high, double fromLow, double toHigh, double width) {
    /** Of x, where the shapes are mean, scale, low and high. */
    static TruncatedNormalPlace of(double x, double[] shape) {
        double scale = shape[1];
        return new TruncatedNormalPlace(
                (x - shape[0]) / scale,
                (shape[2] - shape[0]) / scale,
                (shape[3] - shape[0]) / scale,
                (x - shape[2]) / scale,
                (shape[3] - x) / scale,
                (shape[3] - shape[2]) / scale);
    }

    TruncatedNormalPlace mirrored() {
        return new TruncatedNormalPlace(-z, -high, -low, /* fromLow= */ toHigh, /* toHigh= */ fromLow, width);
    }

    /** The probability of what is below. */
    double lower() {
        // The smaller of two sums may have been rounded down.
        return Math.min(1, quotient());
    }

    private double quotient() {
        if (low >= 0) {
            return MillsRatio.interval(low, fromLow) / MillsRatio.interval(low, width);
        }
        if (high <= 0) {
            return Math.exp(logFarLower());
        }
        double part = z < 0 ? MillsRatio.density(z) * MillsRatio.interval(-z, fromLow) : MillsRatio.around(-low, z);
        return part / MillsRatio.around(-low, high);
    }

    double logLower() {
        double lower = lower();
        if (lower >= 0.5) {
            return Math.log1p(-mirrored().lower());
        }
        if (low >= 0 || (high > 0 && z >= 0)) {
            return Math.log(lower);
        }
        return high <= 0
                ? logFarLower()
                : Math.log(MillsRatio.interval(-z, fromLow) / MillsRatio.around(-low, high))
                        - 0.5 * z * z
                        - MillsRatio.HALF_LOG_TWO_PI;
    }

    /** Where all is below 0: the density at z relative to that at the upper end, times a ratio. */
    private double logFarLower() {
        return 0.5 * toHigh * (z + high)
                + Math.log(MillsRatio.interval(-z, fromLow) / MillsRatio.interval(-high, width));
    }

    double logDensity() {
        if (low >= 0) {
            return -0.5 * fromLow * (z + low) - Math.log(MillsRatio.interval(low, width));
        }
        return high <= 0
                ? 0.5 * toHigh * (z + high) - Math.log(MillsRatio.interval(-high, width))
                : -0.5 * z * z - MillsRatio.HALF_LOG_TWO_PI - Math.log(MillsRatio.around(-low, high));
    }
}
