package io.surprisal.examples.distributions;

import com.google.gson.JsonObject;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Cauchy;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.family.Family;
import io.surprisal.examples.Output;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Histogram;
import io.surprisal.examples.report.Numeral;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.Plot;
import io.surprisal.examples.report.Range;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The central limit theorem: standardised means of n draws against the standard normal distribution, for families with a variance and for one
 * without.
 *
 * @param normal the standard normal distribution
 * @param rows the families
 */
record CentralLimit(Specimen normal, List<Row> rows) implements Study {
    /** How many means of each kind: what is left of the distances by chance is about 0.003. */
    private static final int MEANS = 100_000;

    private static final long KEY = 0xC17;
    private static final double WINDOW = 4;
    private static final int BINS = 50;

    CentralLimit {
        rows = List.copyOf(rows);
    }

    /** A family whose means are formed, and what is to be seen. */
    private record Subject(Family<?> family, String parameters, String remark) {}

    /** The means of one family, by n. */
    record Row(String family, String remark, List<StandardisedMeans> means, List<CdfGap> gaps) {
        Row {
            means = List.copyOf(means);
            gaps = List.copyOf(gaps);
        }
    }

    private static final List<Subject> SUBJECTS = List.of(
            new Subject(Uniform.FAMILY, "low=0 high=1", "Symmetric, without tails: five draws are as good as normal."),
            new Subject(Exponential.FAMILY, "rate=1", "Skewed to the right; the skewness of the mean falls like 1/√n."),
            new Subject(
                    Bernoulli.FAMILY,
                    "probability=0.2",
                    "Skewed, and on a lattice whose steps shrink like 1/√n, so the distance cannot fall faster."),
            new Subject(
                    Cauchy.FAMILY,
                    "location=0 scale=1",
                    "No variance, not even a mean, and so no theorem: the mean of n draws has the distribution of one draw."
                            + " It is shown as it is, not standardised."));

    static CentralLimit of(Backend backend, RandomKey key) {
        Specimen normal = Specimen.of(Normal.FAMILY, "mean=0 scale=1", backend);
        List<Row> rows = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            Univariate distribution =
                    Specimen.of(subject.family(), subject.parameters(), backend).distribution();
            List<StandardisedMeans> means =
                    StandardisedMeans.of(distribution, key.foldIn(KEY).foldIn(rows.size()), MEANS);
            List<CdfGap> gaps =
                    means.stream().map(each -> CdfGap.of(each.sorted(), normal)).toList();
            rows.add(new Row(subject.family().name(), subject.remark(), means, gaps));
        }
        return new CentralLimit(normal, rows);
    }

    @Override
    public String name() {
        return "central_limit";
    }

    @Override
    public void addTo(Page page) {
        List<Element> content = new ArrayList<>();
        for (Row row : rows) {
            List<Element> panels = new ArrayList<>();
            for (int i = 0; i < row.means().size(); i++) {
                panels.add(panel(row, i));
            }
            content.add(Element.of("h4", row.family()));
            content.add(Element.of("p", row.remark()));
            content.add(Page.panels(panels));
        }
        page.topic(
                "The central limit theorem",
                "The mean of n independent draws, less its expectation and divided by its standard deviation σ/√n, tends to a standard"
                        + " normal variable as n grows, whatever the draws are, if only they have a variance. Each histogram is of "
                        + String.format(Locale.ROOT, "%,d", MEANS)
                        + " such means; the curve is the normal density. The distance is that of Kolmogorov and Smirnov, the largest one"
                        + " between the two cumulative distributions.",
                content.toArray(Element[]::new));
    }

    private Element panel(Row row, int i) {
        StandardisedMeans means = row.means().get(i);
        double[] xs = new double[161];
        Arrays.setAll(xs, k -> WINDOW * (k - 80) / 80);
        Histogram histogram = histogram(means);
        double top = Math.max(0.45, histogram.top());
        String title = "Means of " + means.n() + " draws of " + row.family() + " against the normal density";
        return Plot.small(title, Range.between("", -WINDOW, WINDOW), Range.between("", 0, 1.06 * top))
                .histogram(histogram, "c0")
                .curve(xs, normal.densities(xs), "c1")
                .named("c0", "n = " + means.n())
                .named("c1", "normal")
                .figure(Element.of("ul")
                        .with("class", "notes")
                        .add(Element.of(
                                "li", "distance " + Numeral.of(row.gaps().get(i).distance()))));
    }

    /** A mean of whole numbers has outcomes 1/n apart: each has a column of its own, as wide as the way to the next. */
    private static Histogram histogram(StandardisedMeans means) {
        if (means.step() == 0) {
            return Histogram.of(means.sorted(), -WINDOW, WINDOW, BINS);
        }
        double low = means.sorted()[0] - (Math.ceil((means.sorted()[0] + WINDOW) / means.step()) + 0.5) * means.step();
        int bins = (int) Math.ceil((WINDOW - low) / means.step()) + 1;
        return Histogram.of(means.sorted(), low, low + bins * means.step(), bins);
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        Output.add(json, "chance", rows.get(0).gaps().get(0).bound());
        for (Row row : rows) {
            JsonObject distances = new JsonObject();
            for (int i = 0; i < row.means().size(); i++) {
                Output.add(
                        distances,
                        Integer.toString(row.means().get(i).n()),
                        row.gaps().get(i).distance());
            }
            json.add(row.family(), distances);
        }
        return json;
    }
}
