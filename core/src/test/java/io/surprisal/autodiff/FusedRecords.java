package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import java.util.ArrayList;
import java.util.List;

/** Affine maps with their activations, softmaxes and distances. */
final class FusedRecords {
    private static final SmoothPoints X = between(-1.8, 1.7);

    private FusedRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (AffineActivation activation : AffineActivation.values()) {
            affine(records, activation, X.of(2, 3), Shape.of(3, 2), Shape.of(2));
            affine(records, activation, X.of(1, 3), Shape.of(3, 2), Shape.of(2));
            affine(records, activation, X.of(1, 3), Shape.of(3, 2), Shape.of(1, 1, 2));
            affine(records, activation, X.of(2, 3), Shape.of(3, 1), Shape.of(1, 1));
            affine(records, activation, X.of(0, 3), Shape.of(3, 2), Shape.of(2));
            affine(records, activation, X.of(2, 0), Shape.of(0, 2), Shape.of(2));
            affine(records, activation, X.of(2, 3), Shape.of(3, 0), Shape.of(0));
            for (List<Shape> pattern : BinaryRecords.PATTERNS) {
                backward(records, activation, pattern.get(0), pattern.get(1));
            }
        }
        for (Shape shape : List.of(Shape.of(0), Shape.of(1), Shape.of(5), Shape.of(5, 0), Shape.of(1, 5, 1))) {
            softmaxes(records, shape);
        }
        softmaxes(records, Shape.of(2, 3));
        distances(records, X.of(2, 3), Shape.of(4, 3));
        distances(records, X.of(1, 1), Shape.of(1, 1));
        distances(records, X.of(0, 3), Shape.of(4, 3));
        distances(records, X.of(2, 3), Shape.of(0, 3));
        distances(records, X.of(2, 0), Shape.of(4, 0));
        return records;
    }

    private static void affine(
            List<GradientRecord> records, AffineActivation activation, HostArray x, Shape weight, Shape bias) {
        records.add(GradientRecord.of(
                "affine(Tensor, Tensor, AffineActivation)",
                activation.name(),
                t -> t.get(0).affine(t.get(1), t.get(2), activation),
                x,
                between(-0.9, 0.8).of(weight),
                between(0.3, 0.6).of(bias)));
    }

    private static void backward(
            List<GradientRecord> records, AffineActivation activation, Shape output, Shape cotangent) {
        records.add(GradientRecord.of(
                "activationBackward(AffineActivation, Tensor)",
                activation.name(),
                t -> t.get(0).activationBackward(activation, t.get(1)),
                X.of(output),
                X.of(cotangent)));
    }

    private static void softmaxes(List<GradientRecord> records, Shape shape) {
        for (int axis = 0; axis < shape.rank(); axis++) {
            int along = axis;
            String call = "over " + axis;
            records.add(GradientRecord.of("softmax(int)", call, t -> t.get(0).softmax(along), X.of(shape)));
            records.add(GradientRecord.of("logSoftmax(int)", call, t -> t.get(0).logSoftmax(along), X.of(shape)));
        }
    }

    private static void distances(List<GradientRecord> records, HostArray a, Shape b) {
        records.add(GradientRecord.of(
                "squaredDistances(Tensor)",
                "",
                t -> t.get(0).squaredDistances(t.get(1)),
                a,
                between(-0.9, 1.1).of(b)));
        records.add(GradientRecord.of(
                "squaredDistancesBackward(Tensor, Tensor)",
                "",
                t -> t.get(0).squaredDistancesBackward(t.get(1), t.get(2)),
                a,
                between(-0.9, 1.1).of(b),
                between(-1.3, 1.2).of(a.shape().at(0), b.at(0))));
    }
}
