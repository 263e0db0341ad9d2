package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.linalg.LinearSystem;
import io.surprisal.linalg.PositiveDefinite;
import io.surprisal.optim.GlobalNorm;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What linear algebra and optimisation make of tensors; matrices are made positive definite of any square ones. */
final class LinalgRecords {
    private static final SmoothPoints A = between(-0.8, 0.9);
    private static final SmoothPoints B = between(-1.1, 1.2);

    private LinalgRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (Shape shape : List.of(Shape.of(0, 0), Shape.of(1, 1), Shape.of(3, 3), Shape.of(2, 2, 2))) {
            records.add(GradientRecord.of(
                    "PositiveDefinite.factor()", "", x -> definite(x.get(0)).factor(), A.of(shape)));
            records.add(GradientRecord.of(
                    "PositiveDefinite.logDeterminant()",
                    "",
                    x -> definite(x.get(0)).logDeterminant(),
                    A.of(shape)));
            records.add(GradientRecord.of(
                    "PositiveDefinite.inverse()", "", x -> definite(x.get(0)).inverse(), A.of(shape)));
            records.add(GradientRecord.of(
                    "PositiveDefinite.solve(Tensor)",
                    "",
                    x -> definite(x.get(0)).solve(x.get(1)),
                    A.of(shape),
                    B.of(shape)));
        }
        records.add(GradientRecord.of(
                        "LinearSystem.solve(Tensor, Tensor)",
                        "",
                        x -> LinearSystem.solve(x.get(0).matmul(x.get(0), false, true), x.get(1)),
                        B.of(3, 3),
                        A.of(3, 2))
                .differentiated(List.of(1), 2));
        records.add(GradientRecord.of(
                "GlobalNorm.of(Parameters)",
                "",
                x -> GlobalNorm.of(Parameters.of("a", x.get(0)).with("b", x.get(1))),
                B.of(3),
                A.of(2, 2)));
        return records;
    }

    private static PositiveDefinite definite(Tensor x) {
        Tensor root = x.plus(x.backend().eye(x.shape().dim(-1), x.dtype()).times(2));
        return PositiveDefinite.of(root.matmul(root, false, true));
    }
}
