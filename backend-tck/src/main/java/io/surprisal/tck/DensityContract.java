package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Fused log-densities and their derivatives do what their compositions do, at extreme logits too. */
abstract class DensityContract extends ContractGroup {
    private static final List<Shape> SHAPES =
            List.of(Shape.of(1), Shape.of(17), Shape.of(3, 5), Shape.of(33, 129), Shape.of(2, 3, 7));

    DensityContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void bernoulliLogProbabilities() {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                for (double size : new double[] {5, 1e4}) {
                    HostArray logits = Samples.of(131).uniform(dtype, shape, -size, size);
                    for (HostArray x : outcomes(dtype, shape)) {
                        bernoulli(logits, x);
                    }
                }
            }
            bernoulli(
                    Samples.of(132).ordinary(dtype, Shape.of(1, 5)),
                    outcomes(dtype, Shape.of(4, 5)).get(0));
            bernoulli(
                    Samples.of(133).ordinary(dtype, Shape.of(4, 5)),
                    outcomes(dtype, Shape.of(5)).get(1));
        }
    }

    /** Likely outcomes keep their digits, and certain ones have probability 1. */
    @Test
    final void bernoulliLogProbabilitiesOfLikelyOutcomes() {
        double infinity = Double.POSITIVE_INFINITY;
        for (DType dtype : Domains.FLOATING) {
            for (double sign : new double[] {1, -1}) {
                // Enough for kernels of blocks, and for those of large arrays.
                HostArray likely =
                        Samples.of(144).uniform(dtype, Shape.of(5000), sign > 0 ? 2 : -60, sign > 0 ? 60 : -2);
                HostArray x = Elements.of(dtype, Shape.of(5000), filled(5000, sign > 0 ? 1 : 0));
                Function<List<Tensor>, Tensor> logProb = t -> t.get(0).bernoulliLogProb(t.get(1), 0);
                agrees("bernoulliLogProb of likely outcomes", new Ulps(16, false), logProb, likely, x);
            }
            HostArray certain =
                    Elements.of(dtype, Shape.of(6), infinity, infinity, infinity, -infinity, -infinity, -infinity);
            HostArray x = Elements.of(dtype, Shape.of(6), 1, 0, 0.5, 0, 1, 0.5);
            agrees(
                    "bernoulliLogProb",
                    Bound.exactButForZeros(),
                    t -> t.get(0).bernoulliLogProb(t.get(1), 0),
                    certain,
                    x);
        }
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    final void bernoulliDerivatives() {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                HostArray logits = Samples.of(134).uniform(dtype, shape, -20, 20);
                HostArray x = outcomes(dtype, shape).get(1);
                for (Shape smaller : List.of(shape, shape.with(-1, 1), shape.axes(1, shape.rank()), Shape.scalar())) {
                    HostArray cotangent = Samples.of(135).ordinary(dtype, smaller);
                    HostArray magnitudes = expected(
                            t -> t.get(2)
                                    .abs()
                                    .times(t.get(1).abs().plus(t.get(0).sigmoid())),
                            logits,
                            x,
                            cotangent);
                    agrees(
                            "bernoulliLogProbBackward",
                            Bound.roundings(16, magnitudes),
                            t -> t.get(0).bernoulliLogProbBackward(t.get(1), t.get(2)),
                            logits,
                            x,
                            cotangent);
                }
            }
        }
    }

    @Test
    final void normalLogDensities() {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                HostArray x = Samples.of(136).uniform(dtype, shape, -5, 5);
                normal(
                        x,
                        Samples.of(137).ordinary(dtype, shape),
                        Samples.of(138).uniform(dtype, shape, 1e-3, 4));
                normal(
                        x,
                        Samples.of(139).ordinary(dtype, Shape.scalar()),
                        Samples.of(140).uniform(dtype, shape, 0.5, 2));
                normal(
                        x,
                        Samples.of(142).ordinary(dtype, Shape.scalar()),
                        Samples.of(143).uniform(dtype, Shape.of(1), 0.5, 2));
                normal(x, x, Samples.of(141).uniform(dtype, shape.axes(shape.rank() - 1, shape.rank()), 1e-6, 1));
            }
        }
    }

    private void bernoulli(HostArray logits, HostArray x) {
        Function<List<Tensor>, Tensor> terms =
                t -> t.get(0).times(t.get(1)).abs().plus(t.get(0).apply(UnaryOp.SOFTPLUS));
        sums("bernoulliLogProb", (t, summed) -> t.get(0).bernoulliLogProb(t.get(1), summed), terms, logits, x);
    }

    private void normal(HostArray x, HostArray mean, HostArray scale) {
        Function<List<Tensor>, Tensor> terms = t -> t.get(0)
                .minus(t.get(1))
                .div(t.get(2))
                .square()
                .plus(t.get(2).log().abs())
                .plus(1);
        sums("normalLogProb", (t, summed) -> t.get(0).normalLogProb(t.get(1), t.get(2), summed), terms, x, mean, scale);
    }

    /** Each term a few roundings, and one for each addition. */
    private void sums(String operation, Summed function, Function<List<Tensor>, Tensor> terms, HostArray... inputs) {
        Shape common = Shape.scalar();
        for (HostArray input : inputs) {
            common = Alignment.common(common, input.shape());
        }
        for (int summed = 0; summed <= common.rank(); summed++) {
            int last = summed;
            Shape kept = common.axes(0, common.rank() - summed);
            int count = common.size() / kept.size();
            HostArray magnitudes = expected(
                    t -> terms.apply(t).reshape(kept.then(Shape.of(count))).sum(-1), inputs);
            agrees(
                    operation + " over " + summed + " axes",
                    Bound.roundings(12 + count, magnitudes),
                    t -> function.apply(t, last),
                    inputs);
        }
    }

    /** Zeros and ones, and shares between them. */
    private static List<HostArray> outcomes(DType dtype, Shape shape) {
        double[] binary = Samples.of(142).ordinary(DType.BOOL, shape).toDoubles();
        return List.of(Elements.of(dtype, shape, binary), Samples.of(143).uniform(dtype, shape, 0, 1));
    }

    @FunctionalInterface
    private interface Summed {
        Tensor apply(List<Tensor> inputs, int summed);
    }
}
