package io.surprisal.examples.distributions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The name that a misspelt one is probably meant to be. */
final class NearestName {
    private NearestName() {}

    /** {@return a question that names the nearest of several names, with a space before it; nothing where none is near} */
    static String question(String wrong, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(wrong, name) <= Math.max(wrong.length(), name.length()) / 4)
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** How many letters are to be put in, taken out, exchanged with the next or replaced (optimal string alignment), whatever their case. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] distance) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + (isSame ? 0 : 1));
        boolean isExchanged =
                i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isExchanged ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
