package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reference grid of a family, which {@code reference_grids.py} made.
 *
 * @param beyond the bound on relative errors at parameters outside the ordinary
 */
record Grid(List<GridLine> lines, double beyond) {
    static Grid of(Family<?> family) {
        // What a combinator makes is tested on the grid that its name ends with, at ordinary parameters with which its
        // arithmetic is exact.
        String own = family.name().substring(family.name().lastIndexOf(' ') + 1);
        String name = "/io/surprisal/distributions/grids/" + own + ".csv";
        List<GridLine> lines = new ArrayList<>();
        double beyond = 0;
        try (InputStream file = Grid.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError(family
                        + " has no grid. Write its formulas in src/test/python/families and run reference_grids.py.");
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("# beyond ")) {
                    beyond = Double.parseDouble(line.substring("# beyond ".length()));
                } else if (!line.startsWith("#")) {
                    lines.add(GridLine.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (CombinatorFamilies.contains(family)) {
            Set<Point> outside = lines.stream()
                    .filter(line -> line.region() == GridLine.Region.BEYOND)
                    .map(GridLine::point)
                    .collect(Collectors.toSet());
            lines.removeIf(
                    line -> outside.contains(line.point()) || !line.point().isSingle());
        }
        return new Grid(lines, beyond);
    }

    /** Lines that one call computes: of the same parameters and function. */
    Map<String, List<GridLine>> calls() {
        Map<String, List<GridLine>> calls = new LinkedHashMap<>();
        for (GridLine line : lines) {
            calls.computeIfAbsent(line.point() + line.function(), key -> new ArrayList<>())
                    .add(line);
        }
        return calls;
    }
}
