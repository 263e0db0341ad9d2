package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations that move elements: every element arrives, unchanged, at its place. */
abstract class ShapeContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(37),
            Shape.of(3, 5),
            Shape.of(33, 65),
            Shape.of(2, 3, 4),
            Shape.of(7, 1, 129),
            Shape.of(2, 3, 4, 5),
            Shape.of(5, 2, 1, 3));

    ShapeContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void reshapes(DType dtype) {
        HostArray a = Samples.of(41).ordinary(dtype, Shape.of(2, 3, 4, 5));
        for (Shape to : List.of(Shape.of(120), Shape.of(5, 4, 3, 2), Shape.of(1, 120, 1), Shape.of(2, 2, 2, 3, 5))) {
            moves("reshape to " + to, x -> x.reshape(to), a);
        }
        moves("reshape to []", x -> x.reshape(Shape.scalar()), Samples.of(42).ordinary(dtype, Shape.of(1, 1)));
        moves("reshape to [1, 1]", x -> x.reshape(1, 1), Samples.of(43).ordinary(dtype, Shape.scalar()));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void everyPermutationOfAxes(DType dtype) {
        for (Shape shape : SHAPES) {
            HostArray a = Samples.of(44).ordinary(dtype, shape);
            for (int[] permutation : permutations(shape.rank())) {
                moves("transpose " + Arrays.toString(permutation), x -> x.transpose(permutation), a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void everyAxisConcatenates(DType dtype) {
        for (Shape shape : SHAPES) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                int along = axis;
                HostArray a = Samples.of(45).ordinary(dtype, shape);
                HostArray b = Samples.of(46).ordinary(dtype, shape.with(axis, 1));
                HostArray c = Samples.of(47).ordinary(dtype, shape.with(axis, 6));
                agrees("concat along axis " + axis, Bound.exact(), x -> Tensor.concat(x, along), a, b, c);
                agrees("concat along axis " + axis, Bound.exact(), x -> Tensor.concat(x, along), b, a);
                moves("concat with itself along axis " + axis, x -> Tensor.concat(List.of(x, x), along), a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void everySetOfAxesReverses(DType dtype) {
        for (Shape shape : SHAPES) {
            HostArray a = Samples.of(48).ordinary(dtype, shape);
            for (int bits = 1; bits < 1 << shape.rank(); bits++) {
                int[] axes = axes(bits, shape.rank());
                moves("reverse axes " + Arrays.toString(axes), x -> x.reverse(axes), a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void everyStartEndAndStepOfASlice(DType dtype) {
        HostArray a = Samples.of(49).ordinary(dtype, Shape.of(9));
        HostArray rows = Samples.of(50).ordinary(dtype, Shape.of(9, 3));
        for (int start = 0; start < 9; start++) {
            for (int end = start + 1; end <= 9; end++) {
                for (int step = 1; step <= 4; step++) {
                    int[] range = {start, end, step};
                    String call = "slice " + start + " until " + end + " step " + step;
                    moves(call, x -> x.slice(new int[] {range[0]}, new int[] {range[1]}, new int[] {range[2]}), a);
                    moves(
                            call + " of axis 0",
                            x -> x.slice(new int[] {range[0], 1}, new int[] {range[1], 3}, new int[] {range[2], 1}),
                            rows);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void slicesOfSeveralAxes(DType dtype) {
        Samples samples = Samples.of(51);
        for (Shape shape : SHAPES) {
            HostArray a = samples.ordinary(dtype, shape);
            for (int repeat = 0; repeat < 8; repeat++) {
                int[] starts = new int[shape.rank()];
                int[] ends = new int[shape.rank()];
                int[] steps = new int[shape.rank()];
                for (int axis = 0; axis < starts.length; axis++) {
                    starts[axis] = samples.below(shape.at(axis));
                    ends[axis] = starts[axis] + 1 + samples.below(shape.at(axis) - starts[axis]);
                    steps[axis] = 1 + samples.below(3);
                }
                String call = "slice " + Arrays.toString(starts) + " until " + Arrays.toString(ends) + " step "
                        + Arrays.toString(steps);
                moves(call, x -> x.slice(starts, ends, steps), a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void padsBeforeAfterAndBetween(DType dtype) {
        Samples samples = Samples.of(52);
        double value = dtype.isFloating() ? Double.NEGATIVE_INFINITY : 1;
        for (Shape shape : SHAPES) {
            HostArray a = samples.ordinary(dtype, shape);
            for (int repeat = 0; repeat < 8; repeat++) {
                int[] low = counts(samples, shape.rank());
                int[] high = counts(samples, shape.rank());
                int[] interior = counts(samples, shape.rank());
                String call = "pad low " + Arrays.toString(low) + " high " + Arrays.toString(high) + " interior "
                        + Arrays.toString(interior);
                moves(call, x -> x.pad(low, high, interior, value), a);
                moves(call + " with 0", x -> x.pad(low, high, interior, 0), a);
            }
        }
    }

    /** ⟨slice x, y⟩ = ⟨x, pad y⟩: whole numbers make both sums exact. */
    @Test
    final void padIsTheAdjointOfSlice() {
        for (int start = 0; start < 4; start++) {
            for (int step = 1; step <= 4; step++) {
                int first = start;
                int stride = step;
                Tensor x = backend().of(Samples.of(53).whole(DType.FLOAT64, Shape.of(11, 3)));
                Tensor taken = x.slice(new int[] {first, 0}, new int[] {11, 3}, new int[] {stride, 1});
                Tensor y = backend().of(Samples.of(54).whole(DType.FLOAT64, taken.shape()));
                int span = (taken.shape().at(0) - 1) * stride + 1;
                Tensor spread =
                        y.pad(new int[] {first, 0}, new int[] {11 - first - span, 0}, new int[] {stride - 1, 0}, 0);
                assertThat(taken.times(y).sum().item())
                        .as("slice from %d step %d, against its adjoint pad", first, stride)
                        .isEqualTo(x.times(spread).sum().item());
            }
        }
    }

    /** Lazy views are allowed; what they show must not depend on how they were made. */
    @Test
    final void movesOfMovesAreOrdinaryTensors() {
        HostArray a = Samples.of(55).whole(DType.FLOAT32, Shape.of(4, 6, 5));
        moves("slice of a transpose", x -> x.transpose(2, 0, 1).slice(0, 1, 4), a);
        moves("reshape of a transpose", x -> x.transpose(1, 2, 0).reshape(8, 15), a);
        moves("transpose of a slice", x -> x.slice(1, 2, 5).transpose(1, 0, 2), a);
        moves("reshape of a slice", x -> x.slice(2, 1, 4).reshape(-1), a);
        moves("reverse of a slice", x -> x.slice(1, 1, 5).reverse(1, 2), a);
        moves(
                "slice of a broadcast",
                x -> x.slice(0, 0, 1).broadcastTo(Shape.of(3, 6, 5)).slice(0, 1, 2),
                a);
        moves("concat of views", x -> Tensor.concat(List.of(x.reverse(1), x.slice(0, 1, 3)), 0), a);
        moves("pad of a transpose", x -> x.transpose(2, 1, 0).pad(1, 2, 1, 7), a);
        moves(
                "product of a transpose and a slice",
                x -> x.transpose(0, 2, 1).times(x.slice(2, 1, 2).reshape(4, 1, 6)),
                a);
        moves("sign of a transpose", x -> x.transpose(2, 1, 0).sign(), a);
    }

    private void moves(String call, UnaryOperator<Tensor> function, HostArray a) {
        agrees(call, Bound.exact(), x -> function.apply(x.get(0)), a);
    }

    private static int[] counts(Samples samples, int rank) {
        int[] counts = new int[rank];
        Arrays.setAll(counts, i -> samples.below(3));
        return counts;
    }

    private static int[] axes(int bits, int rank) {
        return IntStream.range(0, rank).filter(axis -> (bits >> axis & 1) == 1).toArray();
    }

    private static List<int[]> permutations(int rank) {
        List<int[]> found = new ArrayList<>();
        extend(new int[rank], 0, 0, found);
        return found;
    }

    private static void extend(int[] permutation, int length, int used, List<int[]> found) {
        if (length == permutation.length) {
            found.add(permutation.clone());
        }
        for (int axis = 0; axis < permutation.length; axis++) {
            if ((used >> axis & 1) == 0 && length < permutation.length) {
                permutation[length] = axis;
                extend(permutation, length + 1, used | 1 << axis, found);
            }
        }
    }
}
