package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.ReduceOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.api.ops.impl.reduce.same.Min;
import org.nd4j.linalg.api.ops.impl.reduce.same.Prod;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/** Reductions, running sums and the place of the largest. */
final class ReductionKernels {
    private ReductionKernels() {}

    static INDArray reduce(ReduceOp op, INDArray a, int[] axes, Shape out) {
        try (Workbench bench = Workbench.open()) {
            return bench.keep(
                    switch (op) {
                        case SUM -> sum(bench, a, axes, out);
                        case PRODUCT -> product(bench, a, axes, out);
                        case MAX, MIN -> extreme(bench, op, a, axes, out);
                    });
        }
    }

    /** ND4J sums in the type of the elements, one after the other: in single precision 2²⁴ ones is as far as it counts. */
    private static INDArray sum(Workbench bench, INDArray a, int[] axes, Shape out) {
        if (a.dataType() == DataType.DOUBLE) {
            return PairwiseSum.over(bench, a, axes, out);
        }
        boolean floating = a.dataType().isFPType();
        DataType wide = floating ? DataType.DOUBLE : DataType.INT64;
        INDArray sums = bench.make(wide, out);
        Nd4j.getExecutioner().exec(new Sum(bench.cast(a, wide), sums, true, axes));
        return floating ? bench.cast(sums, a.dataType()) : sums;
    }

    private static INDArray product(Workbench bench, INDArray a, int[] axes, Shape out) {
        DataType wide = a.dataType().isFPType() ? DataType.DOUBLE : DataType.INT64;
        INDArray products = bench.make(wide, out);
        Nd4j.getExecutioner().exec(new Prod(bench.cast(a, wide), products, true, axes));
        return a.dataType().isFPType() ? bench.cast(products, a.dataType()) : products;
    }

    /** ND4J skips NaN, and has no such reduction of BOOL. */
    private static INDArray extreme(Workbench bench, ReduceOp op, INDArray a, int[] axes, Shape out) {
        if (a.dataType() == DataType.BOOL) {
            INDArray numbers = bench.cast(a, DataType.INT32);
            return bench.cast(plainExtreme(bench, op, numbers, axes, out), DataType.BOOL);
        }
        INDArray value = plainExtreme(bench, op, a, axes, out);
        return a.dataType().isFPType() ? withNan(bench, value, a, axes, out) : value;
    }

    /** −0 is added where there is no NaN, and −0/0 where there is one. */
    private static INDArray withNan(Workbench bench, INDArray value, INDArray a, int[] axes, Shape out) {
        INDArray isNumber = bench.cast(bench.mask("equals", a, a), a.dataType());
        INDArray allNumbers = plainExtreme(bench, ReduceOp.MIN, isNumber, axes, out);
        INDArray marker = bench.alike("divide", bench.fullLike(value, -0.0), allNumbers);
        return bench.alike("add", value, marker);
    }

    private static INDArray plainExtreme(Workbench bench, ReduceOp op, INDArray a, int[] axes, Shape out) {
        INDArray value = bench.make(a.dataType(), out);
        Nd4j.getExecutioner().exec(op == ReduceOp.MAX ? new Max(a, value, true, axes) : new Min(a, value, true, axes));
        return value;
    }

    /** Running sums of a floating array, carried in double precision. */
    static INDArray cumsum(INDArray a, int axis) {
        try (Workbench bench = Workbench.open()) {
            INDArray wide = bench.cast(a, DataType.DOUBLE);
            INDArray sums = bench.makeLike(wide);
            Nd4j.exec(DynamicCustomOp.builder("cumsum")
                    .addInputs(wide)
                    .addIntegerArguments(0, 0, axis)
                    .addOutputs(sums)
                    .build());
            return bench.keep(bench.cast(sums, a.dataType()));
        }
    }

    /** The first NaN where there is one, else the first of the largest. ND4J skips NaN. */
    static INDArray argmax(INDArray a, int axis, Shape out) {
        try (Workbench bench = Workbench.open()) {
            INDArray largest = plainArgmax(bench, a, axis, out);
            if (!a.dataType().isFPType()) {
                return bench.keep(largest);
            }
            INDArray nan = bench.cast(bench.mask("not_equals", a, a), DataType.INT32);
            INDArray firstNan = plainArgmax(bench, nan, axis, out);
            INDArray anyNan = plainExtreme(bench, ReduceOp.MAX, nan, new int[] {axis}, out);
            return bench.keep(Selection.ofIntegers(bench, bench.cast(anyNan, DataType.BOOL), firstNan, largest));
        }
    }

    private static INDArray plainArgmax(Workbench bench, INDArray a, int axis, Shape out) {
        INDArray result = bench.make(DataType.INT64, out);
        Nd4j.exec(DynamicCustomOp.builder("argmax")
                .addInputs(a)
                .addIntegerArguments(axis)
                .addBooleanArguments(true)
                .addOutputs(result)
                .build());
        return result;
    }
}
