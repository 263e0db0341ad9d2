package io.surprisal.tck;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import java.util.ArrayList;
import java.util.List;

/** One call of every composition that a backend may fuse. */
final class FusedCatalogue {
    private FusedCatalogue() {}

    static List<Sample> samples() {
        HostArray a = Points.between(Shape.of(2, 3), -1.8, 1.7);
        HostArray b = Points.between(Shape.of(4, 3), -0.9, 1.1);
        HostArray weight = Points.between(Shape.of(3, 2), -0.9, 0.8);
        HostArray bias = Points.between(Shape.of(2), 0.3, 0.6);
        HostArray share = Points.between(Shape.of(2, 3), 0.1, 0.9);
        HostArray scale = Points.between(Shape.of(2, 3), 0.6, 1.9);
        HostArray column = Points.between(Shape.of(2, 1), 0.5, 1.5);
        HostArray image = Points.between(Shape.of(1, 2, 4, 3), -1, 1);
        HostArray filters = Points.between(Shape.of(2, 2, 2, 2), -1, 1);
        HostArray cotangent = Points.between(Shape.of(1, 2, 2, 2), -1, 1);
        Convolution geometry = new Convolution(2, 1, 1, 0, 0, 0, 1, 1);
        List<Sample> samples = new ArrayList<>();
        for (AffineActivation activation : AffineActivation.values()) {
            samples.add(Sample.of(
                    "affine " + activation, x -> x.get(0).affine(x.get(1), x.get(2), activation), a, weight, bias));
            samples.add(Sample.of(
                    "activationBackward " + activation,
                    x -> x.get(0).activationBackward(activation, x.get(1)),
                    a,
                    scale));
        }
        samples.add(Sample.of("softmax", x -> x.get(0).softmax(-1), a));
        samples.add(Sample.of("softmax of axis 0", x -> x.get(0).softmax(0), a));
        samples.add(Sample.of("logSoftmax", x -> x.get(0).logSoftmax(-1), a));
        samples.add(Sample.of("logSumExp", x -> x.get(0).logSumExp(-1), a));
        samples.add(Sample.of("bernoulliLogProb", x -> x.get(0).bernoulliLogProb(x.get(1), 1), a, share));
        samples.add(Sample.of(
                "bernoulliLogProbBackward",
                x -> x.get(0).bernoulliLogProbBackward(x.get(1), x.get(2)),
                a,
                share,
                column));
        samples.add(Sample.of(
                "bernoulliLogProbBackward of a larger cotangent",
                x -> x.get(0).bernoulliLogProbBackward(x.get(1), x.get(2)),
                a,
                share,
                Points.between(Shape.of(2, 2, 3), 0.5, 1.5)));
        samples.add(Sample.of("normalLogProb", x -> x.get(0).normalLogProb(x.get(1), x.get(2), 1), a, share, scale));
        samples.add(Sample.of("squaredDistances", x -> x.get(0).squaredDistances(x.get(1)), a, b));
        samples.add(Sample.of(
                "squaredDistancesBackward",
                x -> x.get(0).squaredDistancesBackward(x.get(1), x.get(2)),
                a,
                b,
                Points.between(Shape.of(2, 4), -1.3, 1.2)));
        samples.add(Sample.of(
                "layerNorm", x -> x.get(0).layerNorm(x.get(1), x.get(2), 0.1), a, row(0.6, 1.9), row(-0.9, 0.8)));
        addLstms(samples);
        samples.add(Sample.of("convolve", x -> x.get(0).convolve(x.get(1), geometry), image, filters));
        samples.add(Sample.of(
                "convolveInputBackward",
                x -> x.get(0).convolveInputBackward(x.get(1), geometry, 4, 3),
                cotangent,
                filters));
        samples.add(Sample.of(
                "convolveFilterBackward",
                x -> x.get(0).convolveFilterBackward(x.get(1), geometry, 2, 2),
                image,
                cotangent));
        return samples;
    }

    private static void addLstms(List<Sample> samples) {
        HostArray inputs = Points.between(Shape.of(3, 2, 4), -1.8, 1.7);
        HostArray weight = Points.between(Shape.of(1, 4), -0.9, 0.8);
        HostArray hidden = Points.between(Shape.of(2, 1), -0.7, 0.6);
        HostArray cell = Points.between(Shape.of(2, 1), -1.2, 1.1);
        HostArray mask = HostArray.wrap(new boolean[] {true, true, false, true, true, false}, Shape.of(3, 2));
        samples.add(Sample.of(
                "lstm", x -> x.get(0).lstm(x.get(1), x.get(2), x.get(3), null), inputs, weight, hidden, cell));
        samples.add(Sample.of(
                "lstm of masked sequences",
                x -> x.get(0).lstm(x.get(1), x.get(2), x.get(3), x.get(4)),
                inputs,
                weight,
                hidden,
                cell,
                mask));
    }

    private static HostArray row(double low, double high) {
        return Points.between(Shape.of(3), low, high);
    }
}
