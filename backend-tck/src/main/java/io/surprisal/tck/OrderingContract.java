package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Running sums, places of extremes and orders along an axis. */
abstract class OrderingContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(2),
            Shape.of(33),
            Shape.of(4099),
            Shape.of(17, 5),
            Shape.of(1, 65),
            Shape.of(3, 130, 2));

    OrderingContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void runningSums(DType dtype) {
        for (Shape shape : SHAPES) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                int along = axis;
                HostArray a = Samples.of(31).ordinary(dtype, shape);
                agrees(
                        "cumsum along axis " + axis,
                        running(a, along),
                        x -> x.get(0).cumsum(along),
                        a);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void runningSumsKeepTheirTypeAndWrap(DType dtype) {
        HostArray special = dtype.isFloating()
                ? Elements.of(dtype, Shape.of(5), 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, 3)
                : Elements.of(dtype, Shape.of(3), Integer.MAX_VALUE, Integer.MAX_VALUE, 0x1p62);
        agrees("cumsum", Bound.exact(), x -> x.get(0).cumsum(0), special);
    }

    /** The first of equal ones, and the first NaN before any number. */
    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void placesOfTheLargest(DType dtype) {
        for (HostArray a : manyEqual(dtype)) {
            for (int axis = 0; axis < a.shape().rank(); axis++) {
                int along = axis;
                agrees("argmax along axis " + axis, Bound.exact(), x -> x.get(0).argmax(along), a);
            }
        }
    }

    /** Equal elements keep their order, −0 equals 0, and NaN comes last. */
    @ParameterizedTest
    @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "BOOL")
    final void ascendingOrders(DType dtype) {
        for (HostArray a : manyEqual(dtype)) {
            for (int axis = 0; axis < a.shape().rank(); axis++) {
                int along = axis;
                agrees(
                        "argsort along axis " + axis,
                        Bound.exact(),
                        x -> x.get(0).argsort(along),
                        a);
                agrees("sort along axis " + axis, Bound.exact(), x -> x.get(0).sort(along), a);
            }
        }
    }

    private Bound running(HostArray a, int axis) {
        return a.dtype().isFloating()
                ? Bound.roundings(
                        a.shape().at(axis), expected(x -> x.get(0).abs().cumsum(axis), a))
                : Bound.exact();
    }

    /** Arrays in which most values occur many times, with special ones among them. */
    private static List<HostArray> manyEqual(DType dtype) {
        return SHAPES.stream().map(shape -> manyEqual(dtype, shape)).toList();
    }

    private static HostArray manyEqual(DType dtype, Shape shape) {
        double[] values = Samples.of(shape.size()).whole(DType.FLOAT64, shape).toDoubles();
        if (dtype.isFloating()) {
            Samples places = Samples.of(~shape.size());
            double[] special = {-0.0, 0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int i = 0; i < values.length / 4; i++) {
                values[places.below(values.length)] = special[i % special.length];
            }
        }
        return Elements.of(dtype, shape, values);
    }
}
