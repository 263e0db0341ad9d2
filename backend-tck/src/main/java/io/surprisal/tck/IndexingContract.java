package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking along an axis and its adjoint, with indices that repeat and broadcast. */
abstract class IndexingContract extends ContractGroup {
    private static final List<Shape> SHAPES =
            List.of(Shape.of(1), Shape.of(9), Shape.of(33, 5), Shape.of(4, 1, 6), Shape.of(2, 3, 4, 5));

    IndexingContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void gathersAlongEveryAxis(DType dtype) {
        eachPattern((shape, axis, indices) -> {
            HostArray a = Samples.of(61).ordinary(dtype, shape);
            agrees("gather along axis " + axis, Bound.exact(), x -> x.get(0).gather(x.get(1), axis), a, indices);
        });
    }

    /** Whole numbers, so that the sums are exact in every order. */
    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void scatterAddsAlongEveryAxis(DType dtype) {
        eachPattern((shape, axis, indices) -> {
            HostArray a = Samples.of(62).whole(dtype, shape);
            HostArray updates =
                    Samples.of(63).whole(dtype, shape.with(axis, indices.shape().at(axis)));
            agrees(
                    "scatterAdd along axis " + axis,
                    Bound.exact(),
                    x -> x.get(0).scatterAdd(x.get(1), x.get(2), axis),
                    a,
                    indices,
                    updates);
        });
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void manyDuplicatesAddUp(DType dtype) {
        Shape rows = Shape.of(5003, 3);
        HostArray a = Samples.of(64).whole(dtype, Shape.of(4, 3));
        HostArray indices = Samples.of(65).indices(Shape.of(5003, 1), 4);
        HostArray updates = Samples.of(66).whole(dtype, rows);
        agrees("scatterAdd", Bound.exact(), x -> x.get(0).scatterAdd(x.get(1), x.get(2), 0), a, indices, updates);
        HostArray same = HostArray.zeros(Shape.of(5003, 1), DType.INT64);
        agrees("scatterAdd", Bound.exact(), x -> x.get(0).scatterAdd(x.get(1), x.get(2), 0), a, same, updates);
    }

    @Test
    final void realsThatAddUpRoundOnceEach() {
        HostArray a = Samples.of(67).ordinary(DType.FLOAT32, Shape.of(3));
        HostArray indices = Samples.of(68).indices(Shape.of(1000), 3);
        HostArray updates = Samples.of(69).ordinary(DType.FLOAT32, Shape.of(1000));
        HostArray magnitudes =
                expected(x -> x.get(0).abs().scatterAdd(x.get(1), x.get(2).abs(), 0), a, indices, updates);
        agrees(
                "scatterAdd",
                Bound.roundings(1000, magnitudes),
                x -> x.get(0).scatterAdd(x.get(1), x.get(2), 0),
                a,
                indices,
                updates);
    }

    @Test
    final void scatterAddLeavesItsArgumentAsItWas() {
        HostArray a = Samples.of(70).whole(DType.FLOAT32, Shape.of(4));
        HostArray indices = Samples.of(71).indices(Shape.of(9), 4);
        HostArray updates = Samples.of(72).whole(DType.FLOAT32, Shape.of(9));
        agrees(
                "scatterAdd minus its argument",
                Bound.exact(),
                x -> x.get(0).scatterAdd(x.get(1), x.get(2), 0).minus(x.get(0)),
                a,
                indices,
                updates);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void selectionsBuiltOnGather(DType dtype) {
        HostArray a = Samples.of(73).ordinary(dtype, Shape.of(20, 7, 3));
        HostArray indices = Samples.of(74).indices(Shape.of(65), 7);
        agrees("indexSelect", Bound.exact(), x -> x.get(0).indexSelect(x.get(1), 1), a, indices);
        agrees("select", Bound.exact(), x -> x.get(0).select(-1, 2), a);
        agrees(
                "gather of a transpose",
                Bound.exact(),
                x -> x.get(0).transpose(1, 2, 0).indexSelect(x.get(1), 0),
                a,
                indices);
        HostArray square = Samples.of(75).ordinary(dtype, Shape.of(2, 5, 5));
        agrees("diagonal", Bound.exact(), x -> x.get(0).diagonal(), square);
    }

    @Test
    final void specialElementsAreTakenAsTheyAre() {
        for (DType dtype : Domains.FLOATING) {
            HostArray a = Grid.unary(dtype);
            HostArray indices = Samples.of(76).indices(Shape.of(1001), a.shape().size());
            agrees("gather", Bound.exact(), x -> x.get(0).gather(x.get(1), 0), a, indices);
        }
    }

    /** Fewer and more indices than the axis is long; every other axis full or 1. */
    private static void eachPattern(Pattern test) {
        for (Shape shape : SHAPES) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                for (int ones = 0; ones < 1 << shape.rank(); ones++) {
                    for (int count : new int[] {1, shape.at(axis) + 3}) {
                        int[] dims = shape.dims();
                        for (int other = 0; other < dims.length; other++) {
                            dims[other] = (ones >> other & 1) == 1 ? 1 : dims[other];
                        }
                        dims[axis] = count;
                        test.check(shape, axis, Samples.of(ones).indices(Shape.of(dims), shape.at(axis)));
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface Pattern {
        void check(Shape shape, int axis, HostArray indices);
    }
}
