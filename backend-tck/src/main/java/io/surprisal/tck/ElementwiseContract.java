package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions of each element and of pairs of elements, over the whole range of each type. */
abstract class ElementwiseContract extends ContractGroup {
    /** Around the widths of vector registers and the sizes of blocks; the last is split among threads. */
    private static final int[] LENGTHS = {1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 1000, 4097};

    private static final int LARGE = 60_007;

    ElementwiseContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(UnaryOp.class)
    final void functionsOfOneArgument(UnaryOp op) {
        for (DType dtype : Domains.of(op)) {
            agrees(op.label(), tolerances().of(op, dtype), x -> x.get(0).apply(op), Grid.unary(dtype));
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    final void functionsOfTwoArguments(BinaryOp op) {
        for (DType dtype : Domains.of(op)) {
            HostArray a = Grid.binary(dtype, true);
            HostArray b = divisors(op, Grid.binary(dtype, false));
            agrees(op.label(), tolerances().of(op, dtype), x -> x.get(0).apply(op, x.get(1)), a, b);
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    final void numbersOnTheRight(BinaryOp op) {
        for (DType dtype : Domains.of(op)) {
            if (dtype == DType.BOOL) {
                continue;
            }
            double[] numbers = dtype.isFloating()
                    ? new double[] {0, -0.0, 1, -1, 0.5, 2, 3, -2.5, 1000, Double.NaN, Double.POSITIVE_INFINITY}
                    : new double[] {1, -1, 2, 3, -7, Integer.MAX_VALUE};
            for (double number : numbers) {
                HostArray a = Grid.unary(dtype);
                agrees(
                        op.label() + " " + number,
                        tolerances().of(op, dtype),
                        x -> x.get(0).apply(op, number),
                        a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UnaryOp.class)
    final void everyLengthOfOneArgument(UnaryOp op) {
        for (DType dtype : Domains.of(op)) {
            for (int length : lengths(dtype)) {
                HostArray a = Samples.of(length).ordinary(dtype, Shape.of(length));
                agrees(op.label(), tolerances().of(op, dtype), x -> x.get(0).apply(op), a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    final void everyLengthOfTwoArguments(BinaryOp op) {
        for (DType dtype : Domains.of(op)) {
            for (int length : lengths(dtype)) {
                HostArray a = Samples.of(length).ordinary(dtype, Shape.of(length));
                HostArray b = divisors(op, Samples.of(~length).ordinary(dtype, Shape.of(length)));
                agrees(op.label(), tolerances().of(op, dtype), x -> x.get(0).apply(op, x.get(1)), a, b);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    final void anArrayMeetsItself(BinaryOp op) {
        for (DType dtype : Domains.of(op)) {
            HostArray a = divisors(op, Grid.unary(dtype));
            agrees(
                    op.label() + " with itself",
                    tolerances().of(op, dtype),
                    x -> x.get(0).apply(op, x.get(0)),
                    a);
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void casts(DType from) {
        HostArray a = Grid.unary(from);
        for (DType to : DType.values()) {
            agrees("cast to " + to, Bound.exact(), x -> x.get(0).cast(to), a);
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void whereTakesOneSide(DType dtype) {
        HostArray a = Grid.unary(dtype);
        HostArray b = Samples.of(3).ordinary(dtype, a.shape());
        HostArray condition = Samples.of(4).ordinary(DType.BOOL, a.shape());
        agrees("where", Bound.exact(), x -> Tensor.where(x.get(0), x.get(1), x.get(2)), condition, a, b);
    }

    /** Every 251st FLOAT32, about 17 million of them. */
    @Test
    @Tag("nightly")
    final void functionsOfOneArgumentOverAllFloats() {
        int block = 1 << 20;
        for (long first = 0; first < 1L << 32; first += 251L * block) {
            float[] elements = new float[block];
            for (int i = 0; i < block; i++) {
                elements[i] = Float.intBitsToFloat((int) (first + 251L * i));
            }
            HostArray a = HostArray.wrap(elements, Shape.of(block));
            for (UnaryOp op : UnaryOp.values()) {
                if (Domains.of(op).contains(DType.FLOAT32)) {
                    agrees(
                            op.label(),
                            tolerances().of(op, DType.FLOAT32),
                            x -> x.get(0).apply(op),
                            a);
                }
            }
        }
    }

    /** The large one in FLOAT32 only, to which large arrays mostly belong. */
    private static int[] lengths(DType dtype) {
        int[] lengths = Arrays.copyOf(LENGTHS, LENGTHS.length + (dtype == DType.FLOAT32 ? 1 : 0));
        lengths[lengths.length - 1] = dtype == DType.FLOAT32 ? LARGE : lengths[lengths.length - 1];
        return lengths;
    }

    /** Integer divisors without 0, which core refuses before a kernel is called; other right sides as they are. */
    private static HostArray divisors(BinaryOp op, HostArray b) {
        if (!b.dtype().isInteger() || (op != BinaryOp.DIV && op != BinaryOp.REMAINDER)) {
            return b;
        }
        double[] nonZero = Arrays.stream(b.toDoubles()).map(x -> x == 0 ? 5 : x).toArray();
        return Elements.of(b.dtype(), b.shape(), nonZero);
    }
}
