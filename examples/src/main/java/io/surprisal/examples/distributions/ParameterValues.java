package io.surprisal.examples.distributions;

import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters of a distribution from words such as {@code mean=0} and {@code probabilities=0.2,0.8}. */
final class ParameterValues {
    private ParameterValues() {}

    /**
     * {@return the values by name}
     *
     * @throws IllegalArgumentException if a word is not {@code name=numbers}, or a name is given twice
     */
    static Map<String, double[]> parse(Family<?> family, List<String> words) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException(
                        "'" + word + "' is not a parameter. Write name=number; the family is " + family + ".");
            }
            String name = word.substring(0, sign);
            double[] numbers = numbers(word.substring(sign + 1));
            requireOneWhereOneIsMeant(family, name, numbers);
            if (values.put(name, numbers) != null) {
                throw new IllegalArgumentException(family.name() + ": " + name + " is given twice. Give it once.");
            }
        }
        return values;
    }

    /**
     * {@return numbers with commas between}
     *
     * @throws IllegalArgumentException if a part is not a number
     */
    static double[] numbers(String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(ParameterValues::number)
                .toArray();
    }

    private static double number(String text) {
        try {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> parsed(text.strip());
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number. Write 0.5, -1e-300 or inf, and commas between several.", e);
        }
    }

    /** Java takes 1d and 2f for numbers; a reader would take them for slips. */
    private static double parsed(String text) {
        if (text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    /** Otherwise the values of a batch would be printed without saying which belongs to which. */
    private static void requireOneWhereOneIsMeant(Family<?> family, String name, double[] numbers) {
        for (Parameter parameter : family.parameters()) {
            boolean isNumber = parameter.constraint().eventRank() == 0;
            if (isNumber && parameter.name().equals(name) && numbers.length != 1) {
                throw new IllegalArgumentException(family.name() + ": " + name + " is one number, but " + numbers.length
                        + " were given. Ask for one distribution at a time.");
            }
        }
    }
}
