package io.surprisal.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function against 50-digit values, written by {@code src/test/python/special_references.py} (mpmath 1.3.0).
 *
 * <p>The bar is |error| ≤ (tolerance + 2⁻⁵² · κ)|value|, with the condition number κ in all arguments that the script computes;
 * a result below the smallest normal number may be off by two units of the smallest subnormal one as well.
 */
class ReferenceVectorsTest {
    /** Nine ulp of a value just above a power of two. */
    private static final double TOLERANCE = 2e-15;

    /** Functions whose worst case, stated in their documentation, is above {@link #TOLERANCE}. */
    private static final Map<String, Double> WIDER = Map.of();

    @TestFactory
    Stream<DynamicTest> agreesWithFiftyDigitReferences() {
        return Stream.of(
                        "logspace",
                        "error_function",
                        "normal",
                        "gamma",
                        "polygamma",
                        "zeta",
                        "exponential_integral",
                        "bessel",
                        "owens_t",
                        "incomplete_gamma",
                        "incomplete_beta",
                        "marcum")
                .map(family -> DynamicTest.dynamicTest(family, () -> checkFamily(family)));
    }

    private static void checkFamily(String family) {
        Map<String, String> worst = new TreeMap<>();
        Map<String, Double> excess = new TreeMap<>();
        int rows = 0;
        try (BufferedReader lines = open(family)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows++;
                    record(line, worst, excess);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(rows).isGreaterThan(50);
        excess.forEach((name, used) -> assertThat(used)
                .as("share of the tolerance used by %s", worst.get(name))
                .isLessThanOrEqualTo(1));
    }

    private static void record(String line, Map<String, String> worst, Map<String, Double> excess) {
        String[] fields = line.split("\t");
        double[] arguments = Arrays.stream(fields[1].split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double actual = Objects.requireNonNull(ReferenceFunctions.ALL.get(fields[0]), fields[0])
                .at(arguments);
        double used = shareOfTolerance(fields, actual);
        if (used > excess.getOrDefault(fields[0], -1.0)) {
            excess.put(fields[0], used);
            worst.put(fields[0], fields[0] + Arrays.toString(arguments) + " = " + actual + ", expected " + fields[2]);
        }
    }

    private static double shareOfTolerance(String[] fields, double actual) {
        if (!Double.isFinite(actual)) {
            return Double.POSITIVE_INFINITY;
        }
        BigDecimal expected = new BigDecimal(fields[2]);
        double error = new BigDecimal(actual).subtract(expected).abs().doubleValue();
        double size = Math.abs(expected.doubleValue());
        double allowed = (WIDER.getOrDefault(fields[0], TOLERANCE) + 0x1p-52 * Double.parseDouble(fields[3])) * size;
        double subnormal = size < Double.MIN_NORMAL ? 2 * Double.MIN_VALUE : 0;
        return error == 0 ? 0 : error / (allowed + subnormal);
    }

    private static BufferedReader open(String family) {
        InputStream stream = ReferenceVectorsTest.class.getResourceAsStream(family + ".tsv");
        return new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream, family), StandardCharsets.UTF_8));
    }
}
