package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.SpecialOp;
import java.util.ArrayList;
import java.util.List;

/** Special functions, each inside its domain. */
final class SpecialRecords {
    private SpecialRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (SpecialOp op : SpecialOp.values()) {
            for (Shape shape : GradientRegistry.SHAPES) {
                GradientRecord called = GradientRecord.of(
                        "special(SpecialOp, List)",
                        op.name(),
                        x -> Tensor.special(op, x),
                        domain(op).stream().map(points -> points.of(shape)).toArray(HostArray[]::new));
                records.add(called.differentiated(variables(op), 2));
            }
        }
        return records;
    }

    private static List<SmoothPoints> domain(SpecialOp op) {
        return switch (op) {
            case ERF, ERFC -> List.of(between(-1.8, 1.7));
            case LOG_GAMMA -> List.of(between(0.3, 4.4));
        };
    }

    private static List<Integer> variables(SpecialOp op) {
        return switch (op) {
            case ERF, ERFC -> List.of(0);
            case LOG_GAMMA -> List.of();
        };
    }
}
