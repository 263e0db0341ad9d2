package io.surprisal.examples.distributions;

import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Numeral;
import io.surprisal.examples.report.Page;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the gallery shows of one family.
 *
 * @param family the family
 * @param specimens its distributions
 * @param draws draws of each, in order of size
 * @param gaps how far the draws of each are from its cdf
 */
record FamilyTopic(Family<?> family, List<Specimen> specimens, List<double[]> draws, List<CdfGap> gaps) {
    FamilyTopic {
        specimens = List.copyOf(specimens);
        draws = List.copyOf(draws);
        gaps = List.copyOf(gaps);
    }

    /** The key of a family's draws depends on its name, so that a family more leaves the others as they were. */
    static FamilyTopic of(Family<?> family, Backend backend, RandomKey key, int count) {
        RandomKey own = key.foldIn(family.name().hashCode());
        List<Specimen> specimens = GalleryParameters.of(family).stream()
                .map(parameters -> Specimen.of(family, parameters, backend))
                .toList();
        List<double[]> draws = new ArrayList<>();
        List<CdfGap> gaps = new ArrayList<>();
        for (int i = 0; i < specimens.size(); i++) {
            draws.add(specimens.get(i).sortedDraws(own.foldIn(i), count));
            gaps.add(CdfGap.of(draws.get(i), specimens.get(i)));
        }
        return new FamilyTopic(family, specimens, draws, gaps);
    }

    boolean isDiscrete() {
        return specimens.get(0).isDiscrete();
    }

    void addTo(Page page) {
        List<Element> panels = new ArrayList<>();
        for (int i = 0; i < specimens.size(); i++) {
            panels.add(DensityPanel.of(
                    family.name(), specimens.get(i), draws.get(i), "c" + i, facts(specimens.get(i), gaps.get(i))));
        }
        panels.add(CumulativePanel.of(family.name(), specimens));
        page.topic(family.name(), rules(), Page.panels(panels));
    }

    private String rules() {
        String parameters = family.parameters().stream().map(FamilyTopic::rule).collect(Collectors.joining(", "));
        return (family.parameters().size() == 1 ? "Parameter: " : "Parameters: ") + parameters + ".";
    }

    private static String rule(Parameter parameter) {
        return parameter.name() + " (" + parameter.constraint().rule() + ")";
    }

    private static Element facts(Specimen specimen, CdfGap gap) {
        Element facts = Element.of("ul").with("class", "notes").add(Element.of("li", specimen.support()));
        for (String label : List.of("mean", "variance", "entropy")) {
            specimen.statistic(label).ifPresent(value -> facts.add(Element.of("li", label + " " + Numeral.of(value))));
        }
        return facts.add(Element.of("li", "cdf gap " + Numeral.of(gap.distance())));
    }
}
