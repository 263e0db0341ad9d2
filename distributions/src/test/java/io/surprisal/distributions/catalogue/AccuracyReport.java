package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page docs/accuracy.md: for each family and function how far the grid's values are missed. */
final class AccuracyReport {
    private AccuracyReport() {}

    static String of(Backend backend) {
        var page = new StringBuilder("""
                # Accuracy of the families

                Errors against the reference grids (mpmath, 60 digits; `distributions/src/test/python`), on the reference backend, in units of
                the last place of the value, or of 1 where logarithms of densities, entropies and moments are smaller than 1. Largest and root mean
                square, then the largest share of what the rule allows: 1e-14 in the bulk and 1e-13 in the tails, 16 units in FLOAT32, each plus
                the condition number times the unit. Exact values at edges are exact and left out.

                Regenerate: `./mvnw -pl distributions -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=FamilyPagesTest -Dsurprisal.docs.write=true verify`.

                | family | function | points | FLOAT64 max | RMS | of allowed | FLOAT32 max | RMS | of allowed |
                |---|---|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (Family<?> family : Families.univariate()) {
            append(
                    page,
                    family.name(),
                    byFunction(Measured.all(family, backend, DType.FLOAT64)),
                    byFunction(Measured.all(family, backend, DType.FLOAT32)));
        }
        for (VectorForm form : VectorForm.all()) {
            append(
                    page,
                    form.grid(),
                    ofVectors(VectorMeasured.all(form, backend, DType.FLOAT64)),
                    ofVectors(VectorMeasured.all(form, backend, DType.FLOAT32)));
        }
        BeyondReport.append(page, backend);
        return page.toString();
    }

    private static <M extends Measurement> void append(
            StringBuilder page, String name, Map<String, List<M>> doubles, Map<String, List<M>> singles) {
        doubles.forEach((function, measured) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s |%n",
                name,
                function,
                measured.size(),
                columns(measured),
                columns(singles.getOrDefault(function, List.of())))));
    }

    private static Map<String, List<VectorMeasured>> ofVectors(List<VectorMeasured> all) {
        Map<String, List<VectorMeasured>> byFunction = new LinkedHashMap<>();
        for (VectorMeasured measured : all) {
            String function = measured.line().function() + (measured.line().isBeyond() ? ", beyond the ordinary" : "");
            byFunction.computeIfAbsent(function, f -> new ArrayList<>()).add(measured);
        }
        return byFunction;
    }

    private static Map<String, List<Measured>> byFunction(List<Measured> all) {
        Map<FamilyFunction, List<Measured>> byFunction = new EnumMap<>(FamilyFunction.class);
        for (Measured measured : all) {
            if (measured.line().region() != GridLine.Region.EDGE) {
                byFunction
                        .computeIfAbsent(FamilyFunction.named(measured.line().function()), f -> new ArrayList<>())
                        .add(measured);
            }
        }
        Map<String, List<Measured>> byName = new LinkedHashMap<>();
        byFunction.forEach((function, measured) -> byName.put(function.method(), measured));
        return byName;
    }

    private static String columns(List<? extends Measurement> measured) {
        double max = 0;
        double squares = 0;
        double share = 0;
        for (Measurement one : measured) {
            max = Math.max(max, one.ulps());
            squares += one.ulps() * one.ulps();
            share = Math.max(share, one.error() == 0 ? 0 : one.error() / one.bound());
        }
        return String.format(
                Locale.ROOT,
                "%.3g | %.3g | %.0f %%",
                max,
                Math.sqrt(squares / Math.max(1, measured.size())),
                100 * share);
    }
}
