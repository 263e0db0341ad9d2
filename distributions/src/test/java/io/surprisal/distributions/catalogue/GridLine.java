package io.surprisal.distributions.catalogue;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a reference grid.
 *
 * @param argument NaN for functions of the parameters alone
 * @param exact null where the value is not finite
 * @param sensitivity Σ |a ∂f/∂a| over argument and parameters
 */
record GridLine(
        Point point,
        String function,
        double argument,
        @Nullable BigDecimal exact,
        double value,
        double sensitivity,
        Region region) {

    /** Where a line stands in its distribution. */
    enum Region {
        /** Between the probabilities 1e-10 and 1 − 1e-10, or a function of ordinary parameters alone. */
        BULK,
        /** On to probability 1e-300. */
        TAIL,
        /** An exact value. */
        EDGE,
        /** Of parameters outside the ordinary. */
        BEYOND
    }

    static GridLine parse(String line) {
        String[] fields = line.split(";", -1);
        String argument = fields[2].trim();
        double value = Double.parseDouble(fields[3].trim());
        return new GridLine(
                Point.parse(fields[0]),
                fields[1].trim(),
                argument.isEmpty() ? Double.NaN : Double.parseDouble(argument),
                Double.isFinite(value) ? new BigDecimal(fields[3].trim()) : null,
                value,
                Double.parseDouble(fields[4].trim()),
                Region.valueOf(fields[5].trim().toUpperCase(Locale.ROOT)));
    }

    /** Whether the line's value is one of the cumulative probabilities or quantiles, whose errors are relative at any size. */
    boolean isRelative() {
        return switch (function) {
            case "logProb", "entropy", "mean", "variance", "mode", "skewness", "kurtosis" -> false;
            default -> true;
        };
    }

    /** |computed − value|; 0 where both are the same infinity or NaN. */
    double errorOf(double computed) {
        if (exact == null || !Double.isFinite(computed)) {
            return Double.compare(computed, value) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return new BigDecimal(computed).subtract(exact).abs().doubleValue();
    }

    @Override
    public String toString() {
        return point + " " + function + (Double.isNaN(argument) ? "" : "(" + argument + ")") + " = " + value + " ["
                + region + ", sensitivity " + sensitivity + "]";
    }
}
