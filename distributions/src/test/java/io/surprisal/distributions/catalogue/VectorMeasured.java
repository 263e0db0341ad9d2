package io.surprisal.distributions.catalogue;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An element that a family of vectors computed for a line of its grid, and how far it may be off: 1e-14·max(1, |value|) plus 2⁻⁵² times the
 * sensitivity, and 1e-12 in place of 1e-14 for parameters outside the ordinary; in FLOAT32 16 units of 2⁻²³ in place of 1e-14, and 2⁻²³ times the sensitivity.
 */
record VectorMeasured(VectorLine line, int element, DType dtype, double computed) implements Measurement {
    static List<VectorMeasured> all(VectorForm form, Backend backend, DType dtype) {
        List<VectorMeasured> results = new ArrayList<>();
        for (VectorLine line : VectorLine.all(form)) {
            if (line.fits(dtype)) {
                Scope.run(() -> {
                    double[] values = line.computed(backend, dtype);
                    if (values.length != line.values().size()) {
                        throw new AssertionError(line + ": " + values.length + " elements");
                    }
                    for (int i = 0; i < values.length; i++) {
                        results.add(new VectorMeasured(line, i, dtype, values[i]));
                    }
                });
            }
        }
        return results;
    }

    private double size() {
        return Math.max(1, Math.abs(line.values().get(element).doubleValue()));
    }

    @Override
    public double error() {
        return Double.isFinite(computed)
                ? new BigDecimal(computed)
                        .subtract(line.values().get(element))
                        .abs()
                        .doubleValue()
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double bound() {
        boolean isSingle = dtype == DType.FLOAT32;
        double unit = isSingle ? 0x1p-23 : 0x1p-52;
        double relative = line.isBeyond() ? 1e-12 : 1e-14;
        return (isSingle ? 16 * unit : relative) * size()
                + unit * line.sensitivities().get(element);
    }

    @Override
    public double ulps() {
        return error() / (dtype == DType.FLOAT32 ? Math.ulp((float) size()) : Math.ulp(size()));
    }

    @Override
    public String toString() {
        return line + "[" + element + "]: computed " + computed + ", exact "
                + line.values().get(element) + ", error " + error() + ", allowed " + bound();
    }
}
