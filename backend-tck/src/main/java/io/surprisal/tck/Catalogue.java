package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One call of every operation that a backend computes, in FLOAT64; the groups on memory, threads and gradients run through it. */
final class Catalogue {
    private static final Shape MATRIX = Shape.of(2, 3);

    private Catalogue() {}

    /** Every operation. */
    static List<Sample> everything() {
        return Stream.of(differentiable(), withoutDerivative())
                .flatMap(List::stream)
                .toList();
    }

    /** Operations from floating tensors to a floating tensor. */
    static List<Sample> differentiable() {
        List<Sample> samples = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            if (Domains.of(op).contains(DType.FLOAT64) && op != UnaryOp.IS_NAN && op != UnaryOp.IS_FINITE) {
                samples.add(Sample.of(op.label(), x -> x.get(0).apply(op), Points.of(op, MATRIX)));
            }
        }
        for (BinaryOp op : BinaryOp.values()) {
            if (Domains.of(op).contains(DType.FLOAT64) && !op.isComparison()) {
                samples.add(Sample.of(op.label(), x -> x.get(0).apply(op, x.get(1)), left(op, MATRIX), right(MATRIX)));
                samples.add(Sample.of(
                        op.label() + " of a matrix and a row",
                        x -> x.get(0).apply(op, x.get(1)),
                        left(op, MATRIX),
                        right(Shape.of(3))));
                samples.add(Sample.of(
                        op.label() + " of a column and a matrix",
                        x -> x.get(0).apply(op, x.get(1)),
                        left(op, Shape.of(2, 1)),
                        right(MATRIX)));
                samples.add(Sample.of(op.label() + " 2.5", x -> x.get(0).apply(op, 2.5), left(op, MATRIX)));
            }
        }
        for (SpecialOp op : SpecialOp.values()) {
            HostArray[] arguments = Points.of(op, Shape.of(3)).toArray(HostArray[]::new);
            samples.add(Sample.of(op.label(), x -> Tensor.special(op, x), arguments));
        }
        for (ReduceOp op : ReduceOp.values()) {
            samples.add(Sample.of(op.label(), x -> x.get(0).reduce(op), Points.between(MATRIX, -2, 2)));
            samples.add(
                    Sample.of(op.label() + " over axis 0", x -> x.get(0).reduce(op, 0), Points.between(MATRIX, -2, 2)));
        }
        samples.addAll(moving());
        samples.addAll(FusedCatalogue.samples());
        return samples;
    }

    private static List<Sample> moving() {
        HostArray a = Points.between(MATRIX, -2, 2);
        HostArray b = Points.between(Shape.of(2, 3), 0.5, 1.5);
        HostArray condition = HostArray.wrap(new boolean[] {true, false, true}, Shape.of(3));
        HostArray indices = HostArray.wrap(new long[] {1, 0, 1, 1}, Shape.of(4, 1));
        HostArray updates = Points.between(Shape.of(4, 3), -1, 1);
        HostArray definite = HostArray.wrap(new double[] {3, 0.5, -0.4, 0.5, 2, 0.3, -0.4, 0.3, 2.5}, Shape.of(3, 3));
        HostArray right = Points.between(Shape.of(3, 2), -1, 1);
        return List.of(
                Sample.of("where", x -> Tensor.where(x.get(0), x.get(1), x.get(2)), condition, a, b),
                Sample.of("cumsum", x -> x.get(0).cumsum(1), a),
                Sample.of("sort", x -> x.get(0).sort(1), a),
                Sample.of("reshape", x -> x.get(0).reshape(3, 2), a),
                Sample.of("transpose", x -> x.get(0).transpose(1, 0), a),
                Sample.of("broadcastTo", x -> x.get(0).broadcastTo(Shape.of(4, 2, 3)), a),
                Sample.of("concat", x -> Tensor.concat(List.of(x.get(0), x.get(1)), 1), a, b),
                Sample.of("reverse", x -> x.get(0).reverse(1), a),
                Sample.of("slice", x -> x.get(0).slice(new int[] {0, 0}, new int[] {2, 3}, new int[] {1, 2}), a),
                Sample.of("pad", x -> x.get(0).pad(new int[] {1, 0}, new int[] {0, 2}, new int[] {1, 1}, 3), a),
                Sample.of("gather", x -> x.get(1).gather(x.get(0), 0), indices, a),
                Sample.of("scatterAdd", x -> x.get(1).scatterAdd(x.get(0), x.get(2), 0), indices, a, updates),
                Sample.of("matmul", x -> x.get(0).matmul(x.get(1)), a, right),
                Sample.of("matmul of transposes", x -> x.get(1).matmul(x.get(0), true, true), a, right),
                Sample.of(
                        "cholesky",
                        x -> x.get(0).plus(x.get(0).matrixTranspose()).cholesky(),
                        definite),
                Sample.of("triangularSolve", x -> x.get(0).triangularSolve(x.get(1), false), definite, right),
                Sample.of(
                        "triangularSolve transposed", x -> x.get(0).triangularSolve(x.get(1), true), definite, right));
    }

    private static List<Sample> withoutDerivative() {
        List<Sample> samples = new ArrayList<>();
        HostArray a = Points.between(MATRIX, -2, 2);
        HostArray integers = Samples.of(101).ordinary(DType.INT32, MATRIX);
        HostArray truths = Samples.of(102).ordinary(DType.BOOL, MATRIX);
        for (BinaryOp op : BinaryOp.values()) {
            HostArray operand = op.isLogical() ? truths : a;
            samples.add(Sample.of(op.label() + " with itself", x -> x.get(0).apply(op, x.get(0)), operand));
        }
        for (DType dtype : DType.values()) {
            samples.add(Sample.of("cast to " + dtype, x -> x.get(0).cast(dtype), a));
        }
        samples.add(Sample.of("not", x -> x.get(0).not(), truths));
        samples.add(Sample.of("isNan", x -> x.get(0).isNaN(), a));
        samples.add(Sample.of("isFinite", x -> x.get(0).isFinite(), a));
        samples.add(Sample.of("argmax", x -> x.get(0).argmax(1), a));
        samples.add(Sample.of("argsort", x -> x.get(0).argsort(1), a));
        samples.add(Sample.of("sum of INT32", x -> x.get(0).sum(0), integers));
        samples.add(Sample.of("div of INT32", x -> x.get(0).div(7), integers));
        samples.add(Sample.of("any", x -> x.get(0).any(1), truths));
        samples.add(Sample.of("full", x -> x.get(0).backend().full(MATRIX, DType.FLOAT32, 2), a));
        return samples;
    }

    /** Powers need positive bases. */
    private static HostArray left(BinaryOp op, Shape shape) {
        return op == BinaryOp.POW ? Points.between(shape, 0.4, 1.9) : Points.between(shape, -1.9, 1.8);
    }

    /** Right of every left operand, so that no extreme ties and no remainder jumps. */
    private static HostArray right(Shape shape) {
        return Points.between(shape, 2.1, 2.9);
    }
}
