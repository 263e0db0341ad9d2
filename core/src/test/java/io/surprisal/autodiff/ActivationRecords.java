package io.surprisal.autodiff;

import io.surprisal.nn.Activation;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The activations of layers, away from the corners that some have at 0. */
final class ActivationRecords {
    private static final SmoothPoints POINTS = SmoothPoints.between(-1.7, 1.9);

    private ActivationRecords() {}

    static List<GradientRecord> records() {
        Map<String, Activation> activations = new TreeMap<>(Map.of(
                "NONE", Activation.NONE,
                "RELU", Activation.RELU,
                "TANH", Activation.TANH,
                "SIGMOID", Activation.SIGMOID,
                "SOFTPLUS", Activation.SOFTPLUS,
                "GELU", Activation.GELU,
                "SILU", Activation.SILU,
                "leakyRelu(double)", Activation.leakyRelu(0.2),
                "elu(double)", Activation.elu(1.3)));
        List<GradientRecord> records = new ArrayList<>();
        activations.forEach((name, activation) -> {
            for (Shape shape : GradientRegistry.SHAPES) {
                HostArray x = POINTS.of(shape);
                records.add(GradientRecord.of("Activation." + name, "", t -> activation.apply(t.get(0)), x));
            }
        });
        return records;
    }
}
