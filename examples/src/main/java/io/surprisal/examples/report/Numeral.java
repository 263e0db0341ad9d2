package io.surprisal.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a reader wants them: four digits, and signs where there is no number. */
public final class Numeral {
    private static final MathContext DIGITS = new MathContext(4);

    private Numeral() {}

    /**
     * {@return a number rounded to four significant digits}
     *
     * @param value the number
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size >= 1e6 || size < 1e-4)) {
            return String.format(Locale.ROOT, "%.3e", value).replace('-', '−');
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.toPlainString().replace('-', '−');
    }
}
