package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Products, factors and triangular solutions, batched and with repeated batches. */
final class MatrixRecords {
    private static final SmoothPoints A = between(-1.3, 1.4);
    private static final SmoothPoints B = between(-0.9, 1.2);

    private MatrixRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        products(records);
        for (Shape shape : List.of(Shape.of(0, 0), Shape.of(1, 1), Shape.of(3, 3), Shape.of(2, 2, 2))) {
            records.add(GradientRecord.of("cholesky()", "", x -> x.get(0).cholesky(), definite(shape)));
            for (boolean transpose : new boolean[] {false, true}) {
                solve(records, transpose, definite(shape), B.of(shape));
            }
            records.add(GradientRecord.of("diagonal()", "", x -> x.get(0).diagonal(), A.of(shape)));
        }
        for (boolean transpose : new boolean[] {false, true}) {
            solve(records, transpose, definite(Shape.of(3, 3)), B.of(3, 1));
            solve(records, transpose, definite(Shape.of(3, 3)), B.of(3, 0));
            solve(records, transpose, definite(Shape.of(2, 2)), B.of(2, 2, 3));
            solve(records, transpose, definite(Shape.of(2, 2, 2)), B.of(2, 3));
            solve(records, transpose, definite(Shape.of(2, 1, 2, 2)), B.of(1, 2, 2, 1));
        }
        for (Shape shape : List.of(Shape.of(0), Shape.of(1), Shape.of(3), Shape.of(5, 0), Shape.of(1, 3, 1))) {
            records.add(GradientRecord.of("diagonalMatrix()", "", x -> x.get(0).diagonalMatrix(), A.of(shape)));
        }
        for (Shape shape : List.of(Shape.of(5, 0), Shape.of(3, 3), Shape.of(2, 3), Shape.of(1, 5, 1))) {
            records.add(GradientRecord.of("lowerTriangle()", "", x -> x.get(0).lowerTriangle(), A.of(shape)));
        }
        return records;
    }

    private static void products(List<GradientRecord> records) {
        int[][][] batches = {{{}, {}}, {{2}, {2}}, {{2}, {}}, {{}, {2}}, {{2, 1}, {3}}, {{1}, {0}}};
        int[][] sizes = {{2, 3, 2}, {1, 1, 1}, {0, 2, 3}, {2, 0, 3}, {2, 3, 0}};
        for (int[] size : sizes) {
            for (int[][] batch : batches) {
                Shape left = Shape.of(batch[0]);
                Shape right = Shape.of(batch[1]);
                records.add(GradientRecord.of(
                        "matmul(Tensor)",
                        "",
                        x -> x.get(0).matmul(x.get(1)),
                        A.of(left.then(Shape.of(size[0], size[1]))),
                        B.of(right.then(Shape.of(size[1], size[2])))));
                for (boolean first : new boolean[] {false, true}) {
                    for (boolean second : new boolean[] {false, true}) {
                        records.add(GradientRecord.of(
                                "matmul(Tensor, boolean, boolean)",
                                (first ? "transposed" : "plain") + " × " + (second ? "transposed" : "plain"),
                                x -> x.get(0).matmul(x.get(1), first, second),
                                A.of(left.then(matrix(size[0], size[1], first))),
                                B.of(right.then(matrix(size[1], size[2], second)))));
                    }
                }
            }
        }
    }

    private static Shape matrix(int rows, int columns, boolean transposed) {
        return transposed ? Shape.of(columns, rows) : Shape.of(rows, columns);
    }

    private static void solve(List<GradientRecord> records, boolean transpose, HostArray lower, HostArray b) {
        records.add(GradientRecord.of(
                "triangularSolve(Tensor, boolean)",
                transpose ? "transposed" : "",
                x -> x.get(0).triangularSolve(x.get(1), transpose),
                lower,
                b));
    }

    /** Small off the diagonal, about 2 on it; above the diagonal stand other numbers, which factors and solutions never read. */
    private static HostArray definite(Shape shape) {
        double[] values = between(-0.4, 0.45).of(shape).toDoubles();
        int n = shape.dim(-1);
        for (int i = 0; i < values.length; i++) {
            int row = i / n % n;
            values[i] += row == i % n ? 2 : 0;
        }
        return HostArray.wrap(values, shape);
    }
}
