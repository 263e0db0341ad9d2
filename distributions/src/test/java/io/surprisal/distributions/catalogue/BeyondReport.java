package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of docs/accuracy.md on parameters outside the ordinary: where each family was measured there, and its worst case. */
final class BeyondReport {
    private static final String INTRODUCTION = """

            ## Beyond ordinary parameters

            The largest error in FLOAT64 at the parameters of the grid that are not ordinary, over all functions and probabilities down to 1e-300,
            less the condition number times 2⁻⁵²: relative, or absolute where logarithms of densities, entropies and moments are smaller than 1.
            Each family's javadoc states it.

            | family | parameters | largest error | in |
            |---|---|---:|---|
            """;

    private BeyondReport() {}

    static void append(StringBuilder page, Backend backend) {
        page.append(INTRODUCTION);
        for (Family<?> family : Families.univariate()) {
            List<Measured> beyond = Measured.all(family, backend, DType.FLOAT64).stream()
                    .filter(measured -> measured.line().region() == GridLine.Region.BEYOND)
                    .toList();
            if (!beyond.isEmpty()) {
                page.append(row(family, beyond));
            }
        }
    }

    private static String row(Family<?> family, List<Measured> beyond) {
        Measured worst = beyond.get(0);
        Set<Point> points = new LinkedHashSet<>();
        for (Measured measured : beyond) {
            points.add(measured.line().point());
            worst = excess(measured) > excess(worst) ? measured : worst;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1e | %s |%n",
                family.name(),
                points.stream().map(Point::toString).collect(Collectors.joining(", ")),
                excess(worst),
                worst.line().function());
    }

    private static double excess(Measured measured) {
        GridLine line = measured.line();
        double size = line.isRelative() ? Math.abs(line.value()) : Math.max(1, Math.abs(line.value()));
        double error = measured.error();
        return error == 0 ? 0 : Math.max(0, error - 0x1p-52 * line.sensitivity()) / size;
    }
}
