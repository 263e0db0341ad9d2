package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy's broadcasting inside the kernels: every pattern of lengths, of either operand. */
abstract class BroadcastingContract extends ContractGroup {
    private static final Shape FULL = Shape.of(2, 3, 4, 5);
    private static final int[][][] PAIRS = {
        {{}, {7}},
        {{7}, {}},
        {{}, {}},
        {{1}, {1}},
        {{1, 1}, {1}},
        {{33, 129}, {129}},
        {{129}, {33, 129}},
        {{33, 129}, {33, 1}},
        {{33, 1}, {33, 129}},
        {{33, 1}, {1, 129}},
        {{257}, {1}},
        {{1}, {257}},
        {{5, 1, 65}, {7, 1}},
        {{4, 1, 3, 1, 2, 1}, {3, 1, 5, 1, 7}},
        {{65, 1}, {1, 130}},
        {{1, 4099}, {2, 1}},
    };

    BroadcastingContract(BackendContract contract) {
        super(contract);
    }

    /** Each axis of each operand is full or 1, and leading axes of length 1 may be absent: {@code 4ʳ} patterns of rank r. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    final void everyPatternOfTwoOperands(int rank) {
        Shape full = FULL.axes(4 - rank, 4);
        for (int left = 0; left < 1 << rank; left++) {
            for (int right = 0; right < 1 << rank; right++) {
                HostArray a = whole(DType.FLOAT32, pattern(full, left));
                HostArray b = whole(DType.FLOAT32, pattern(full, right));
                minus(a, b);
                minus(a, withoutLeadingOnes(b));
                minus(withoutLeadingOnes(a), b);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    final void everyOperationBroadcasts(BinaryOp op) {
        for (DType dtype : Domains.of(op)) {
            for (int[][] pair : PAIRS) {
                HostArray a = Samples.of(5).ordinary(dtype, Shape.of(pair[0]));
                HostArray b = dtype.isInteger()
                        ? Elements.of(
                                dtype,
                                Shape.of(pair[1]),
                                nonZero(Shape.of(pair[1]).size()))
                        : Samples.of(6).ordinary(dtype, Shape.of(pair[1]));
                agrees(op.label(), tolerances().of(op, dtype), x -> x.get(0).apply(op, x.get(1)), a, b);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void whereBroadcastsAllThree(DType dtype) {
        Shape full = FULL.axes(1, 4);
        for (int pattern = 0; pattern < 1 << 9; pattern++) {
            HostArray condition = Samples.of(pattern).ordinary(DType.BOOL, pattern(full, pattern & 7));
            HostArray a = Samples.of(7).ordinary(dtype, pattern(full, pattern >> 3 & 7));
            HostArray b = withoutLeadingOnes(Samples.of(8).ordinary(dtype, pattern(full, pattern >> 6)));
            agrees("where", Bound.exact(), x -> Tensor.where(x.get(0), x.get(1), x.get(2)), condition, a, b);
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void broadcastToRepeats(DType dtype) {
        for (int pattern = 0; pattern < 1 << 4; pattern++) {
            HostArray a = Samples.of(9).ordinary(dtype, pattern(FULL, pattern));
            agrees("broadcastTo " + FULL, Bound.exact(), x -> x.get(0).broadcastTo(FULL), a);
            HostArray shorter = withoutLeadingOnes(a);
            agrees("broadcastTo " + FULL, Bound.exact(), x -> x.get(0).broadcastTo(FULL), shorter);
        }
    }

    @Test
    final void aBroadcastTensorIsAnOrdinaryOperand() {
        HostArray row = whole(DType.FLOAT32, Shape.of(1, 5));
        HostArray matrix = whole(DType.FLOAT32, Shape.of(4, 5));
        agrees("minus after broadcastTo", Bound.exact(), x -> repeated(x.get(0)).minus(x.get(1)), row, matrix);
        agrees(
                "transpose after broadcastTo",
                Bound.exact(),
                x -> repeated(x.get(0)).transpose(1, 0),
                row);
        agrees("sum after broadcastTo", Bound.exact(), x -> repeated(x.get(0)).sum(0), row);
        agrees(
                "reshape after broadcastTo",
                Bound.exact(),
                x -> repeated(x.get(0)).reshape(10, 2),
                row);
    }

    private static Tensor repeated(Tensor row) {
        return row.broadcastTo(Shape.of(4, 5));
    }

    private void minus(HostArray a, HostArray b) {
        agrees("minus", Bound.exact(), x -> x.get(0).minus(x.get(1)), a, b);
    }

    /** Whole numbers that all differ, so that every misplaced element shows. */
    private static HostArray whole(DType dtype, Shape shape) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + i * (double) i;
        }
        return Elements.of(dtype, shape, values);
    }

    private static double[] nonZero(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 1 + i % 13;
        }
        return values;
    }

    /** Axis i keeps its length where bit i is set, and is 1 elsewhere. */
    private static Shape pattern(Shape full, int bits) {
        int[] dims = full.dims();
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = (bits >> axis & 1) == 1 ? dims[axis] : 1;
        }
        return Shape.of(dims);
    }

    private static HostArray withoutLeadingOnes(HostArray a) {
        int from = 0;
        while (from < a.shape().rank() && a.shape().at(from) == 1) {
            from++;
        }
        return a.reshape(a.shape().axes(from, a.shape().rank()));
    }
}
