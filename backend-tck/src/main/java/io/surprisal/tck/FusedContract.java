package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fused kernels do what their compositions do. The oracle composes; the bounds are first-order error bounds of the compositions: each
 * rounding counts with the magnitude that it met.
 */
abstract class FusedContract extends ContractGroup {
    private static final int[][] LAYERS = {{1, 1, 1}, {3, 5, 7}, {17, 33, 9}, {1, 65, 129}, {64, 1, 33}};
    private static final List<Shape> LOGITS =
            List.of(Shape.of(1), Shape.of(7), Shape.of(3, 5), Shape.of(33, 129), Shape.of(2, 3, 17), Shape.of(1, 1000));

    FusedContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(AffineActivation.class)
    final void affineMaps(AffineActivation activation) {
        for (DType dtype : Domains.FLOATING) {
            for (int[] layer : LAYERS) {
                HostArray x = Samples.of(111).ordinary(dtype, Shape.of(layer[0], layer[1]));
                HostArray weight = Samples.of(112).ordinary(dtype, Shape.of(layer[1], layer[2]));
                for (Shape row : List.of(Shape.of(layer[2]), Shape.of(1, layer[2]))) {
                    HostArray bias = Samples.of(113).ordinary(dtype, row);
                    HostArray magnitudes = expected(
                            t -> t.get(0)
                                    .abs()
                                    .matmul(t.get(1).abs())
                                    .plus(t.get(2).abs()),
                            x,
                            weight,
                            bias);
                    agrees(
                            "affine with " + activation,
                            Bound.roundings(layer[1] + 4, magnitudes).plus(new Ulps(8, false)),
                            t -> t.get(0).affine(t.get(1), t.get(2), activation),
                            x,
                            weight,
                            bias);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AffineActivation.class)
    final void activationsBackward(AffineActivation activation) {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : LOGITS) {
                HostArray x = Samples.of(119).uniform(dtype, shape, -30, 30);
                for (HostArray cotangent : cotangents(dtype, shape)) {
                    agrees(
                            "activationBackward " + activation,
                            // Two sigmoids and a few products.
                            new Ulps(24, false),
                            t -> t.get(0)
                                    .activationBackward(activation, t.get(1))
                                    .broadcastTo(shape),
                            x,
                            cotangent);
                }
            }
        }
    }

    @Test
    final void softmaxes() {
        for (DType dtype : Domains.FLOATING) {
            for (HostArray x : logits(dtype)) {
                for (int axis = 0; axis < x.shape().rank(); axis++) {
                    int along = axis;
                    double count = x.shape().at(axis);
                    Function<List<Tensor>, Tensor> softmax = t -> t.get(0).softmax(along);
                    Function<List<Tensor>, Tensor> logSoftmax = t -> t.get(0).logSoftmax(along);
                    HostArray relative = expected(
                            t -> softmax.apply(t).times(depth(t.get(0), along).plus(roundings(count))), x);
                    HostArray absolute = expected(
                            t -> logSoftmax
                                    .apply(t)
                                    .abs()
                                    .plus(depth(t.get(0), along))
                                    .plus(roundings(count)),
                            x);
                    agrees("softmax along axis " + axis, Bound.roundings(2, relative), softmax, x);
                    agrees("logSoftmax along axis " + axis, Bound.roundings(2, absolute), logSoftmax, x);
                }
            }
        }
    }

    @Test
    final void logSumsOfExponentials() {
        for (DType dtype : Domains.FLOATING) {
            for (HostArray x : logits(dtype)) {
                for (int axis = 0; axis < x.shape().rank(); axis++) {
                    int along = axis;
                    double count = x.shape().at(axis);
                    HostArray magnitudes =
                            expected(t -> t.get(0).max(along).abs().times(2).plus(roundings(count)), x);
                    Function<List<Tensor>, Tensor> logSumExp = t -> t.get(0).logSumExp(along);
                    agrees("logSumExp along axis " + axis, Bound.roundings(2, magnitudes), logSumExp, x);
                }
            }
            double infinity = Double.POSITIVE_INFINITY;
            HostArray edges = Elements.of(
                    dtype, Shape.of(4, 2), -infinity, -infinity, infinity, 0, infinity, -infinity, Double.NaN, 0);
            agrees("logSumExp", Bound.exact(), t -> t.get(0).logSumExp(1), edges);
        }
    }

    @Test
    final void squaredDistancesOfNearAndFarPoints() {
        for (DType dtype : Domains.FLOATING) {
            for (int[] size : LAYERS) {
                HostArray a = Samples.of(114).ordinary(dtype, Shape.of(size[0], size[1]));
                HostArray b = Samples.of(115).ordinary(dtype, Shape.of(size[2], size[1]));
                distances(a, b);
                double[] moved = a.toDoubles();
                Arrays.setAll(moved, i -> moved[i] * (1 + 1e-5 * (i % 3)));
                distances(a, Elements.of(dtype, a.shape(), moved));
                distances(a, a);
            }
        }
    }

    private void distances(HostArray a, HostArray b) {
        Function<List<Tensor>, Tensor> squares = t -> t.get(0).squaredDistances(t.get(1));
        Bound bound = Bound.roundings(a.shape().at(1) + 4, expected(squares, a, b));
        agrees("squaredDistances", bound, squares, a, b);
    }

    /** A hundredth apart, a thousand from 0: differences of sums would keep two digits in single precision. */
    @Test
    final void derivativesOfSquaredDistancesOfNearPoints() {
        for (DType dtype : Domains.FLOATING) {
            for (int[] size : LAYERS) {
                HostArray a = Samples.of(124).uniform(dtype, Shape.of(size[0], size[1]), 1000, 1000.01);
                HostArray b = Samples.of(125).uniform(dtype, Shape.of(size[2], size[1]), 1000, 1000.01);
                HostArray cotangent = Samples.of(126).ordinary(dtype, Shape.of(size[0], size[2]));
                HostArray magnitudes = expected(
                        t -> t.get(2)
                                .abs()
                                .expandDims(-1)
                                .times(t.get(0)
                                        .expandDims(1)
                                        .minus(t.get(1).expandDims(0))
                                        .abs())
                                .sum(1),
                        a,
                        b,
                        cotangent);
                agrees(
                        "squaredDistancesBackward",
                        Bound.roundings(2.0 * size[2] + 4, magnitudes),
                        t -> t.get(0).squaredDistancesBackward(t.get(1), t.get(2)),
                        a,
                        b,
                        cotangent);
            }
        }
    }

    /** |x − max x|: the exponent's magnitude, whose rounding the exponential multiplies. */
    private static Tensor depth(Tensor x, int axis) {
        Tensor depth = x.minus(x.reduceKeeping(ReduceOp.MAX, axis)).abs();
        return Tensor.where(depth.isFinite(), depth, depth.backend().scalar(0, depth.dtype()));
    }

    /** Exponential, quotient and logarithm of a few ulps each, and a sum of {@code count} terms. */
    private static double roundings(double count) {
        return 24 + 2 * Math.log(count) + Math.sqrt(count);
    }

    /** Ordinary and extreme logits, some −∞, and rows of equal ones. */
    private static List<HostArray> logits(DType dtype) {
        return LOGITS.stream()
                .flatMap(shape -> Stream.of(
                        Samples.of(116).uniform(dtype, shape, -8, 8),
                        Samples.of(117).uniform(dtype, shape, -1e4, 1e4),
                        Elements.of(dtype, shape, new double[shape.size()]),
                        someImpossible(dtype, shape)))
                .toList();
    }

    private static HostArray someImpossible(DType dtype, Shape shape) {
        double[] values = Samples.of(118).uniform(DType.FLOAT64, shape, -3, 3).toDoubles();
        for (int i = 1; i < values.length; i += 7) {
            values[i] = Double.NEGATIVE_INFINITY;
        }
        return Elements.of(dtype, shape, values);
    }

    /** A full cotangent, and smaller ones that broadcast. */
    private static List<HostArray> cotangents(DType dtype, Shape shape) {
        return List.of(
                Samples.of(120).ordinary(dtype, shape),
                Samples.of(121).ordinary(dtype, shape.with(-1, 1)),
                Samples.of(122).ordinary(dtype, shape.axes(shape.rank() - 1, shape.rank())),
                Samples.of(123).ordinary(dtype, Shape.scalar()));
    }
}
