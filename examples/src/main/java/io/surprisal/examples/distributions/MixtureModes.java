package io.surprisal.examples.distributions;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.surprisal.examples.Output;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Numeral;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.Plot;
import io.surprisal.examples.report.Range;
import io.surprisal.tensor.Backend;
import java.util.Arrays;
import java.util.List;

/**
 * The modes of mixtures: how far apart the means of two normal distributions must be for two peaks.
 *
 * @param cases the pairs of distributions
 */
record MixtureModes(List<Case> cases) implements Study {
    private static final double[] DISTANCES = {1, 2, 2.5, 4};
    private static final double END = 5;
    private static final double[] ABSCISSAE = new double[301];

    static {
        Arrays.setAll(ABSCISSAE, i -> END * (i - 150) / 150);
    }

    MixtureModes {
        cases = List.copyOf(cases);
    }

    /** One pair of distributions, how many modes it has at each distance, and from which distance on there are two. */
    record Case(String name, NormalPair pair, List<Integer> modes, double threshold) {
        Case {
            modes = List.copyOf(modes);
        }

        static Case of(String name, NormalPair pair) {
            return new Case(
                    name, pair, Arrays.stream(DISTANCES).mapToObj(pair::modes).toList(), pair.threshold());
        }
    }

    static MixtureModes of(Backend backend) {
        return new MixtureModes(List.of(
                Case.of("equal weights and scales", new NormalPair(backend, 0.5, 1, 1)),
                Case.of("weights 0.8 and 0.2", new NormalPair(backend, 0.8, 1, 1)),
                Case.of("scales 1 and 0.5", new NormalPair(backend, 0.5, 1, 0.5))));
    }

    @Override
    public String name() {
        return "mixture_modes";
    }

    @Override
    public void addTo(Page page) {
        page.topic(
                "The modes of mixtures",
                "A mixture of two normal distributions need not have two peaks. With equal weights and equal scales σ it has one as long as"
                        + " the means are at most 2σ apart, for there the two inflections meet and the sum is still concave between them"
                        + " (first chart). A light component shows later, and a narrow one earlier (second and third chart). Ashman's D,"
                        + " the distance divided by the root mean square of the scales, is a rule of thumb: D > 2 decides exactly only"
                        + " when all is equal.",
                Page.panels(cases.stream().map(MixtureModes::panel).toList()));
    }

    private static Element panel(Case each) {
        double top = 0;
        for (double distance : DISTANCES) {
            top = Math.max(
                    top,
                    Arrays.stream(each.pair().densities(distance, ABSCISSAE))
                            .max()
                            .orElseThrow());
        }
        Plot plot = Plot.of(
                "Densities of a mixture of two normal distributions, " + each.name() + ", at growing distances",
                Range.between("x, " + each.name(), -END, END),
                Range.between("density", 0, 1.06 * top));
        for (int i = 0; i < DISTANCES.length; i++) {
            plot.curve(ABSCISSAE, each.pair().densities(DISTANCES[i], ABSCISSAE), "c" + i)
                    .named(
                            "c" + i,
                            "distance " + Numeral.of(DISTANCES[i]) + ": "
                                    + inWords(each.modes().get(i)));
        }
        return plot.figure(Element.of(
                        "p",
                        "Two modes from a distance of " + Numeral.of(each.threshold()) + " on, where D is "
                                + Numeral.of(each.pair().ashman(each.threshold())) + ".")
                .with("class", "notes"));
    }

    private static String inWords(int modes) {
        return modes == 1 ? "one mode" : "two modes";
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        for (Case each : cases) {
            JsonObject figures = new JsonObject();
            JsonArray distances = new JsonArray();
            JsonArray modes = new JsonArray();
            Arrays.stream(DISTANCES).forEach(distances::add);
            each.modes().forEach(modes::add);
            figures.add("distances", distances);
            figures.add("modes", modes);
            Output.add(figures, "threshold", each.threshold());
            Output.add(figures, "ashman_at_threshold", each.pair().ashman(each.threshold()));
            json.add(each.name(), figures);
        }
        return json;
    }
}
