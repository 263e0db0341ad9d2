package io.surprisal.examples.distributions;

import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The parameters of a distribution from words such as {@code mean=0} and {@code probabilities=0.2,0.8}, and which of a family's parametrisations
 * they are.
 *
 * @param family the parametrisation
 * @param values the values by name
 */
record ParameterValues(Family<?> family, Map<String, double[]> values) {
    /**
     * {@return the values by name}
     *
     * @param forms the parametrisations of one family
     * @throws IllegalArgumentException if a word is not {@code name=numbers}, or a name is unknown or given twice
     */
    static ParameterValues parse(List<Family<?>> forms, List<String> words) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException(
                        "'" + word + "' is not a parameter. Write name=number; the family is " + inWords(forms) + ".");
            }
            String name = word.substring(0, sign);
            requireKnown(forms, name);
            double[] numbers = numbers(name, word.substring(sign + 1));
            if (values.put(name, numbers) != null) {
                throw new IllegalArgumentException(
                        forms.get(0).name() + ": " + name + " is given twice. Give it once.");
            }
        }
        Family<?> family = formOf(forms, values);
        values.forEach((name, numbers) -> requireOneWhereOneIsMeant(family, name, numbers));
        return new ParameterValues(family, values);
    }

    /** That of just these names; otherwise the first, which tells what is missing. */
    private static Family<?> formOf(List<Family<?>> forms, Map<String, double[]> values) {
        return forms.stream()
                .filter(form -> values.keySet().equals(new TreeSet<>(names(form))))
                .findFirst()
                .or(() -> forms.stream()
                        .filter(form -> names(form).containsAll(values.keySet()))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(forms.get(0).name() + ": "
                        + String.join(", ", values.keySet()) + " do not go together. The parameters are those of "
                        + inWords(forms) + "."));
    }

    private static List<String> names(Family<?> form) {
        return form.parameters().stream().map(Parameter::name).toList();
    }

    private static String inWords(List<Family<?>> forms) {
        return String.join(" or ", forms.stream().map(Family::toString).toList());
    }

    private static void requireKnown(List<Family<?>> forms, String name) {
        List<String> known =
                forms.stream().flatMap(form -> names(form).stream()).toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException(forms.get(0).name() + ": there is no parameter '" + name + "'."
                    + NearestName.question(name, known) + " The family is " + inWords(forms) + ".");
        }
    }

    /**
     * {@return numbers with commas between}
     *
     * @param name what they are, for messages
     * @throws IllegalArgumentException if a part is not a number
     */
    static double[] numbers(String name, String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            numbers.add(number(name, part.strip()));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(String name, String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> parsed(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + ": " + (text.isEmpty() ? "a number is missing" : "'" + text + "' is not a number")
                            + ". Write 0.5, -1e-300 or inf, and commas between several.",
                    e);
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
