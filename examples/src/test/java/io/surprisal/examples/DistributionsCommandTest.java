package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.surprisal.distributions.catalogue.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributionsCommandTest {
    private Path folder;
    private String page;
    private JsonObject result;

    @BeforeAll
    void draw(@TempDir Path first) throws IOException {
        folder = first;
        Run run = run(folder, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        result = run.json();
        page = Files.readString(folder.resolve("gallery.html"));
    }

    private static Run run(Path folder, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "distributions";
        arguments[1] = "--output";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Run.of(arguments);
    }

    @Test
    void showsEveryFamilyOfTheCatalogue() {
        assertThat(result.get("families").getAsInt())
                .isEqualTo(Families.univariate().size());
        assertThat(Families.univariate())
                .allSatisfy(family -> assertThat(page)
                        .contains(
                                "id=\"" + family.name().toLowerCase(Locale.ROOT) + "\"",
                                "aria-label=\"" + family.name() + ": cumulative probabilities\""));
    }

    @Test
    void isOneFileThatNeedsNothingElse() {
        assertThat(page).contains("default-src 'none'", "prefers-color-scheme: dark", "<svg");
        assertThat(page).doesNotContain("http://", "https://", "<script", "NaN", "Infinity");
        assertThat(page.length()).isLessThan(3_000_000);
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("gallery.html"));
    }

    @Test
    void everySampleIsWithinTheBoundOfItsCdf() {
        double largest = result.get("largest_cdf_gap").getAsDouble();
        assertThat(largest).isPositive().isLessThan(result.get("cdf_gap_bound").getAsDouble());
        assertThat(result.getAsJsonObject("cdf_gaps").keySet()).hasSameSizeAs(Families.univariate());
    }

    @Test
    void meansTendToTheNormalDistributionIfThereIsAVariance() {
        JsonObject study = result.getAsJsonObject("central_limit");
        for (String family : new String[] {"Uniform", "Exponential", "Bernoulli"}) {
            JsonObject distances = study.getAsJsonObject(family);
            assertThat(distances.get("2").getAsDouble())
                    .isLessThan(distances.get("1").getAsDouble());
            assertThat(distances.get("5").getAsDouble())
                    .isLessThan(distances.get("2").getAsDouble());
            assertThat(distances.get("30").getAsDouble())
                    .isLessThan(distances.get("5").getAsDouble());
        }
        // mpmath: sup |Φ(x) − F(x)| = 0.12558 for the Cauchy distribution; 0.1587 = Φ(−1) for the exponential one.
        double chance = study.get("chance").getAsDouble();
        for (String n : new String[] {"1", "2", "5", "30"}) {
            assertThat(study.getAsJsonObject("Cauchy").get(n).getAsDouble()).isCloseTo(0.12558, within(chance));
        }
        assertThat(study.getAsJsonObject("Exponential").get("1").getAsDouble()).isCloseTo(0.15866, within(chance));
    }

    @Test
    void twoNormalDistributionsHaveTwoModesFromTwoStandardDeviationsOn() {
        JsonObject study = result.getAsJsonObject("mixture_modes");
        JsonObject equal = study.getAsJsonObject("equal weights and scales");
        assertThat(equal.get("distances")).hasToString("[1.0,2.0,2.5,4.0]");
        assertThat(equal.get("modes")).hasToString("[1,1,2,2]");
        // Exactly 2; how near the search comes is bounded by the rounding of a log-density that is flat to third order.
        assertThat(equal.get("threshold").getAsDouble()).isCloseTo(2, within(1e-4));
        // mpmath: where the density's derivative has a double root.
        assertThat(study.getAsJsonObject("weights 0.8 and 0.2").get("threshold").getAsDouble())
                .isCloseTo(2.98067534071, within(1e-4));
        assertThat(study.getAsJsonObject("scales 1 and 0.5").get("threshold").getAsDouble())
                .isCloseTo(1.62518239189, within(1e-4));
    }

    @Test
    void theLikelihoodDoesNotIntegrateToOne() {
        JsonObject study = result.getAsJsonObject("coin");
        assertThat(study.get("sum_of_probabilities").getAsDouble()).isCloseTo(1, within(1e-13));
        assertThat(study.get("likelihood_integral").getAsDouble()).isCloseTo(1.0 / 11, within(1e-10));
        assertThat(study.get("maximum_likelihood_estimate").getAsDouble()).isCloseTo(0.7, within(1e-12));
        // (½)¹⁰/(0.7⁷ 0.3³)
        assertThat(study.get("likelihood_ratio_of_fair_coin").getAsDouble()).isCloseTo(0.43918753, within(1e-8));
        // scipy: the roots of 2(ℓ(0.7) − ℓ(p)) = chi2.ppf(0.95, 1).
        assertThat(study.get("interval_low").getAsDouble()).isCloseTo(0.393460969096, within(1e-9));
        assertThat(study.get("interval_high").getAsDouble()).isCloseTo(0.915441345018, within(1e-9));
    }

    @Test
    void oneSeedGivesTheSameBytesAlsoOnAnotherBackend(@TempDir Path second) throws IOException {
        Run run = run(second, "--backend", "reference");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("families and 3 studies are in", "gallery.html", "within the bound of");
        assertThat(second.resolve("gallery.html")).hasSameBinaryContentAs(folder.resolve("gallery.html"));
    }

    @Test
    void refusesAFileInPlaceOfTheFolder(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "in the way");
        refused(run(file), "--output: the folder \"" + file + "\" is a file");
        refused(run(file.resolve("below")), "lies below the file " + file);
        assertThat(file).hasContent("in the way");
        Files.createDirectories(other.resolve("out").resolve("gallery.html"));
        refused(run(other.resolve("out")), "has a folder in the place of the file gallery.html. Name one");
    }

    @Test
    void makesNothingWhereItCannotBegin(@TempDir Path other) {
        refused(run(other.resolve("new"), "--backend", "abacus"), "abacus");
        assertThat(other.resolve("new")).doesNotExist();
    }

    @Test
    void wrongUsageNamesTheOption() {
        Run run = Run.of("distributions");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--output");
        assertThat(Run.of("distributions", "--output", "x", "--seed", "often").err())
                .contains("'often' is not a whole number.");
    }

    private static void refused(Run run, String part) {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(part).doesNotContain("\tat ");
    }
}
