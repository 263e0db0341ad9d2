package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Log-densities, elementwise and summed over event axes, with equal and with repeated parameters. */
final class DensityRecords {
    private static final SmoothPoints X = between(-1.8, 1.7);
    private static final SmoothPoints SHARE = between(0.1, 0.9);
    private static final SmoothPoints SCALE = between(0.6, 1.9);

    private DensityRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (List<Shape> pattern : BinaryRecords.PATTERNS) {
            Shape a = pattern.get(0);
            Shape b = pattern.get(1);
            for (int summed = 0; summed <= Math.max(a.rank(), b.rank()); summed++) {
                bernoulli(records, a, b, summed);
                normal(records, a, b, a, summed);
                normal(records, b, a, Shape.scalar(), summed);
            }
            backward(records, a, b, b);
            backward(records, b, b, a);
        }
        normal(records, Shape.of(2, 3), Shape.of(2, 3), Shape.of(2, 3), 1);
        bernoulli(records, Shape.of(2, 3), Shape.of(2, 3), 1);
        return records;
    }

    private static void bernoulli(List<GradientRecord> records, Shape logits, Shape x, int summed) {
        records.add(GradientRecord.of(
                "bernoulliLogProb(Tensor, int)",
                "summed " + summed,
                t -> t.get(0).bernoulliLogProb(t.get(1), summed),
                X.of(logits),
                SHARE.of(x)));
    }

    private static void backward(List<GradientRecord> records, Shape logits, Shape x, Shape cotangent) {
        records.add(GradientRecord.of(
                "bernoulliLogProbBackward(Tensor, Tensor)",
                "",
                t -> t.get(0).bernoulliLogProbBackward(t.get(1), t.get(2)),
                X.of(logits),
                SHARE.of(x),
                SCALE.of(cotangent)));
    }

    private static void normal(List<GradientRecord> records, Shape x, Shape mean, Shape scale, int summed) {
        records.add(GradientRecord.of(
                "normalLogProb(Tensor, Tensor, int)",
                "summed " + summed,
                t -> t.get(0).normalLogProb(t.get(1), t.get(2), summed),
                X.of(x),
                SHARE.of(mean),
                SCALE.of(scale)));
    }
}
