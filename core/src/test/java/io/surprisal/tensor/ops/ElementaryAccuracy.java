package io.surprisal.tensor.ops;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Prints arguments and values for {@code src/test/python/elementary_accuracy.py} to judge; not a test by itself. */
final class ElementaryAccuracy {
    private static final int POINTS = 30_000;

    private ElementaryAccuracy() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        // Magnitudes from e⁻²⁰ to e²⁰, and where a function saturates both its slope and its tails.
        DoubleUnaryOperator wide = i -> (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble() * 40 - 20);
        DoubleUnaryOperator tails = i -> (random.nextDouble() * 2 - 1) * (i % 2 == 0 ? 40 : 700);
        DoubleUnaryOperator unit = i -> i % 2 == 0 ? Math.exp(-random.nextDouble() * 20) : random.nextDouble() * 2 - 1;
        Map<String, DoubleUnaryOperator> functions = Map.of(
                "asinh", ElementaryFunctions::asinh,
                "acosh", ElementaryFunctions::acosh,
                "atanh", ElementaryFunctions::atanh,
                "sigmoid", ElementaryFunctions::sigmoid,
                "softplus", ElementaryFunctions::softplus);
        Map<String, DoubleUnaryOperator> points = Map.of(
                "asinh", wide,
                "acosh", i -> 1 + Math.abs(wide.applyAsDouble(i)),
                "atanh", unit,
                "sigmoid", tails,
                "softplus", tails);
        functions.forEach((name, function) -> {
            for (int i = 0; i < POINTS; i++) {
                double x = points.getOrDefault(name, wide).applyAsDouble(i);
                System.out.printf(Locale.ROOT, "%s %s %s%n", name, x, function.applyAsDouble(x));
            }
        });
    }
}
