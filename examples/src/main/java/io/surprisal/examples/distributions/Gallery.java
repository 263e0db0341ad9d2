package io.surprisal.examples.distributions;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.surprisal.distributions.catalogue.Families;
import io.surprisal.examples.Output;
import io.surprisal.examples.report.Numeral;
import io.surprisal.examples.report.Page;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Every family of the catalogue, and the studies.
 *
 * @param topics the families by name
 * @param studies the studies
 */
record Gallery(List<FamilyTopic> topics, List<Study> studies) {
    /** Draws of each distribution: a histogram of 40 columns is smooth, and a sampler that is 0.02 off is found. */
    private static final int DRAWS = 20_000;

    private static final String COUNT = String.format(Locale.ROOT, "%,d", DRAWS);

    Gallery {
        topics = List.copyOf(topics);
        studies = List.copyOf(studies);
    }

    static Gallery of(Backend backend, RandomKey key, PrintWriter progress) {
        List<FamilyTopic> topics = Families.univariate().stream()
                .map(family -> FamilyTopic.of(family, backend, key, DRAWS))
                .toList();
        progress.println(topics.size() + " families are drawn; now the studies.");
        return new Gallery(topics, List.of(CentralLimit.of(backend, key), MixtureModes.of(backend), Coin.of(backend)));
    }

    private List<CdfGap> gaps() {
        return topics.stream().flatMap(topic -> topic.gaps().stream()).toList();
    }

    CdfGap largestGap() {
        return gaps().stream().max(Comparator.comparing(CdfGap::distance)).orElseThrow();
    }

    String html(long seed) {
        Page page = Page.of(
                        "Distributions of numbers",
                        "Every family of the library at a few parameters, and three small studies. All draws have seed "
                                + seed + ": the same seed gives this page again.")
                .figures(figures());
        page.chapter("Studies", "What one can find out with a few lines of code and some draws.");
        studies.forEach(study -> study.addTo(page));
        chapter(
                page,
                "Continuous families",
                topic -> !topic.isDiscrete(),
                "The curve is the density, the shade a histogram of ");
        chapter(
                page,
                "Discrete families",
                FamilyTopic::isDiscrete,
                "Dots are probabilities, columns the frequencies among ");
        return page.html();
    }

    private Map<String, String> figures() {
        CdfGap largest = largestGap();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("families", Integer.toString(topics.size()));
        figures.put("distributions drawn", Integer.toString(gaps().size()));
        figures.put("draws of each", COUNT);
        figures.put("largest cdf gap", Numeral.of(largest.distance()));
        figures.put("its bound, at one false alarm in a million", Numeral.of(largest.bound()));
        return figures;
    }

    private void chapter(Page page, String heading, Predicate<FamilyTopic> member, String explanation) {
        page.chapter(
                heading,
                explanation + COUNT
                        + " draws. Charts go from the 0.5 % to the 99.5 % quantile; of heavy tails and infinite peaks they show a part."
                        + " The cdf gap is the largest distance between the cdf and that of the draws.");
        topics.stream().filter(member).forEach(topic -> topic.addTo(page));
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("families", topics.size());
        json.addProperty("distributions", gaps().size());
        json.addProperty("draws_of_each", DRAWS);
        Output.add(json, "largest_cdf_gap", largestGap().distance());
        Output.add(json, "cdf_gap_bound", largestGap().bound());
        JsonObject gaps = new JsonObject();
        for (FamilyTopic topic : topics) {
            JsonArray own = new JsonArray();
            topic.gaps().forEach(gap -> Output.add(own, gap.distance()));
            gaps.add(topic.family().name(), own);
        }
        json.add("cdf_gaps", gaps);
        studies.forEach(study -> json.add(study.name(), study.toJson()));
        return json;
    }
}
