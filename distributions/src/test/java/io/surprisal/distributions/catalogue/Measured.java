package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a family computed for a line of its grid, and how far it may be off.
 *
 * <p>The rule: logarithms of densities, entropies and moments are within 1e-14·max(1, |value|); cumulative probabilities, quantiles and
 * their logarithms within 1e-14 of the value in the bulk and 1e-13 in the tails; all plus 2⁻⁵² times the sensitivity. FLOAT32: 16 units of
 * 2⁻²³ in place of both, and 2⁻²³ times the sensitivity. Exact values are exact, to the dtype's rounding.
 */
record Measured(GridLine line, DType dtype, double computed, double bound) implements Measurement {
    private static final double BULK = 1e-14;
    private static final double TAIL = 1e-13;
    private static final double SINGLE = 16 * 0x1p-23;

    static List<Measured> all(Family<?> family, Backend backend, DType dtype) {
        Grid grid = Grid.of(family);
        List<Measured> results = new ArrayList<>();
        for (List<GridLine> call : grid.calls().values()) {
            List<GridLine> lines =
                    call.stream().filter(line -> fits(line, dtype)).toList();
            if (lines.isEmpty() || !isOf(family, backend, dtype, lines)) {
                continue;
            }
            Scope.run(() -> {
                double[] values = values(family, backend, dtype, lines);
                for (int i = 0; i < lines.size(); i++) {
                    GridLine line = lines.get(i);
                    results.add(new Measured(line, dtype, values[i], bound(line, dtype, grid.beyond())));
                }
            });
        }
        return results;
    }

    /** What combinators make has no closed form for some statistics. */
    private static boolean isOf(Family<?> family, Backend backend, DType dtype, List<GridLine> lines) {
        if (!CombinatorFamilies.contains(family)) {
            return true;
        }
        if (lines.get(0).function().equals("mode")) {
            // A mirrored distribution has the greatest of several modes.
            return false;
        }
        boolean[] isOf = new boolean[1];
        Scope.run(() -> {
            var distribution = (Univariate) family.of(lines.get(0).point().tensors(family, backend, dtype));
            isOf[0] = FamilyFunction.named(lines.get(0).function()).isOf(distribution);
        });
        return isOf[0];
    }

    private static double[] values(Family<?> family, Backend backend, DType dtype, List<GridLine> lines) {
        Tensor[] parameters = lines.get(0).point().tensors(family, backend, dtype);
        var distribution = (Univariate) family.of(parameters);
        double[] x = lines.stream().mapToDouble(GridLine::argument).toArray();
        FamilyFunction function = FamilyFunction.named(lines.get(0).function());
        return function.of(
                        distribution,
                        backend.of(HostArray.wrap(x, Shape.of(x.length))).cast(dtype))
                .orElseThrow(() -> new AssertionError(family + " has no " + function.method() + ", but its grid has."))
                .broadcastTo(Shape.of(x.length))
                .toDoubles();
    }

    /** Whether the dtype holds the line's numbers: all of them exactly, but for the value, which is neither too large nor too small. */
    private static boolean fits(GridLine line, DType dtype) {
        if (dtype == DType.FLOAT64) {
            return true;
        }
        boolean exact = line.point().isSingle() && (Double.isNaN(line.argument()) || isSingle(line.argument()));
        double size = Math.abs(line.value());
        return exact && (size == 0 || !Double.isFinite(size) || (size > 1e-37 && size < 1e38));
    }

    private static boolean isSingle(double value) {
        return (float) value == value;
    }

    private static double bound(GridLine line, DType dtype, double beyond) {
        boolean single = dtype == DType.FLOAT32;
        double unit = single ? 0x1p-23 : 0x1p-52;
        double size = line.isRelative() ? Math.abs(line.value()) : Math.max(1, Math.abs(line.value()));
        if (!Double.isFinite(size)) {
            return 0;
        }
        double relative = switch (line.region()) {
            case BULK -> BULK;
            case TAIL -> TAIL;
            case EDGE -> 0.5 * 0x1p-52;
            case BEYOND -> beyond;
        };
        double allowed =
                single ? Math.max(line.region() == GridLine.Region.EDGE ? 0.5 * unit : SINGLE, relative) : relative;
        return allowed * size + unit * line.sensitivity();
    }

    @Override
    public double error() {
        return line.errorOf(computed);
    }

    @Override
    public double ulps() {
        double size = line.isRelative() ? Math.abs(line.value()) : Math.max(1, Math.abs(line.value()));
        if (!Double.isFinite(size)) {
            return error();
        }
        double unit = dtype == DType.FLOAT32 ? Math.ulp((float) size) : Math.ulp(size);
        return error() / unit;
    }

    @Override
    public String toString() {
        return line + ": computed " + computed + ", error " + error() + ", allowed " + bound;
    }
}
