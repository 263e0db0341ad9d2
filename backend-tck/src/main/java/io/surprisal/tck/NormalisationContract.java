package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.LayerNormGradient;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Fused layer normalisation and its derivatives do what their compositions do, also for rows far from 0 and rows of equal elements. The
 * bounds are first-order error bounds: the mean is as good as a sum over the row, and its error divided by the deviation is what makes
 * rows far from 0 hard.
 */
abstract class NormalisationContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(7),
            Shape.of(3, 5),
            Shape.of(64, 1),
            Shape.of(33, 129),
            Shape.of(2, 3, 17),
            Shape.of(1, 2500));
    private static final double[] EPSILONS = {1e-5, 0.5};

    NormalisationContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void layerNorms() {
        eachCase((x, scale, shift, cotangent, epsilon) -> agrees(
                "layerNorm with ε = " + epsilon,
                Bound.roundings(
                        roundings(x),
                        expected(
                                t -> t.get(1)
                                        .abs()
                                        .times(Rows.of(t.get(0), epsilon).error())
                                        .plus(t.get(2).abs()),
                                x,
                                scale,
                                shift)),
                t -> t.get(0).layerNorm(t.get(1), t.get(2), epsilon),
                x,
                scale,
                shift));
    }

    @Test
    final void derivativesInTheInput() {
        eachCase((x, scale, shift, cotangent, epsilon) -> derivative(
                "input",
                LayerNormGradient::input,
                t -> Rows.of(t.get(0), epsilon)
                        .inputError(t.get(2).times(t.get(1)).abs()),
                epsilon,
                x,
                scale,
                cotangent));
    }

    @Test
    final void derivativesInTheScale() {
        eachCase((x, scale, shift, cotangent, epsilon) -> derivative(
                "scale",
                LayerNormGradient::scale,
                t -> sumOfRows(t.get(2).abs().times(Rows.of(t.get(0), epsilon).error())),
                epsilon,
                x,
                scale,
                cotangent));
    }

    @Test
    final void derivativesInTheShift() {
        eachCase((x, scale, shift, cotangent, epsilon) -> derivative(
                "shift", LayerNormGradient::shift, t -> sumOfRows(t.get(2).abs()), epsilon, x, scale, cotangent));
    }

    private void derivative(
            String part,
            Function<LayerNormGradient, Tensor> taken,
            Function<List<Tensor>, Tensor> magnitudes,
            double epsilon,
            HostArray... inputs) {
        int rows = inputs[0].shape().size() / inputs[1].shape().size();
        agrees(
                "layerNormBackward with ε = " + epsilon + ", in the " + part,
                Bound.roundings(roundings(inputs[0]) + rows, expected(magnitudes, inputs)),
                t -> taken.apply(t.get(0).layerNormBackward(t.get(1), t.get(2), epsilon)),
                inputs);
    }

    private static Tensor sumOfRows(Tensor x) {
        return x.reshape(-1, x.shape().dim(-1)).sum(0);
    }

    /** A few for the quotient, and a sum of as many terms as the row has. */
    private static double roundings(HostArray x) {
        return 12 + Math.sqrt(x.shape().dim(-1));
    }

    /** Ordinary rows, rows far from 0 against their deviation, tiny ones against ε, and rows of equal elements. */
    private static void eachCase(Case test) {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                Shape row = shape.axes(shape.rank() - 1, shape.rank());
                HostArray scale = Samples.of(171).ordinary(dtype, row);
                HostArray shift = Samples.of(172).ordinary(dtype, row);
                HostArray cotangent = Samples.of(173).ordinary(dtype, shape);
                double[] equal = new double[shape.size()];
                Arrays.fill(equal, 3);
                for (HostArray x : List.of(
                        Samples.of(174).ordinary(dtype, shape),
                        Samples.of(175).uniform(dtype, shape, 1000, 1001),
                        Samples.of(176).uniform(dtype, shape, -1e-6, 1e-6),
                        Elements.of(dtype, shape, equal))) {
                    for (double epsilon : EPSILONS) {
                        test.check(x, scale, shift, cotangent, epsilon);
                    }
                }
            }
        }
    }

    /**
     * What rounding does to the standardised elements z = (x − mean)/deviation.
     *
     * @param z the size of each
     * @param deviation √(variance + ε) of each row
     * @param relative the roundings in the deviation: its sum, and those of x in the squares
     * @param error the roundings in z: of x and of the mean, and of the deviation
     */
    private record Rows(Tensor z, Tensor deviation, Tensor relative, Tensor error) {
        static Rows of(Tensor x, double epsilon) {
            Tensor centred = x.minus(mean(x)).abs();
            Tensor deviation = mean(centred.square()).plus(epsilon).sqrt();
            Tensor z = centred.div(deviation);
            Tensor relative =
                    mean(centred.times(x.abs())).div(deviation.square()).plus(1);
            Tensor error = x.abs().plus(mean(x.abs())).div(deviation).plus(z.times(relative));
            return new Rows(z, deviation, relative, error);
        }

        /** Of (w − mean w − z·mean(w·z))/deviation, given |w|. */
        Tensor inputError(Tensor weight) {
            Tensor mean = mean(weight);
            Tensor along = mean(weight.times(z));
            Tensor terms = weight.plus(mean).plus(error.times(along)).plus(z.times(mean(weight.times(error))));
            Tensor size = weight.plus(mean).plus(z.times(along));
            return terms.plus(size.times(relative)).div(deviation);
        }

        private static Tensor mean(Tensor x) {
            return x.reduceKeeping(ReduceOp.SUM, -1).div(x.shape().dim(-1));
        }
    }

    @FunctionalInterface
    private interface Case {
        void check(HostArray x, HostArray scale, HostArray shift, HostArray cotangent, double epsilon);
    }
}
