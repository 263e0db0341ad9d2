package io.surprisal.examples;

import com.google.gson.JsonObject;
import com.google.inject.Guice;
import io.surprisal.autodiff.Gradients;
import io.surprisal.inject.BackendModule;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Held;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Opens the example backend by its name, which is all that is known of it here, and fits a logistic regression on it: core brings the
 * gradients, the backend the kernels, whose calls it counts.
 */
@Command(name = "custom-backend", description = "Fit a logistic regression on a backend that lives in the examples.")
public final class CustomBackend implements Runnable {
    private static final int POINTS = 400;
    private static final int STEPS = 60;
    private static final double RATE = 2;

    @Mixin
    private Output output = new Output();

    /** For picocli. */
    public CustomBackend() {}

    @Override
    public void run() {
        try (Backend backend =
                Guice.createInjector(BackendModule.named("strided")).getInstance(Backend.class)) {
            RandomKey key = RandomKey.of(7);
            Tensor x = Draws.normal(key.foldIn(0), backend, Shape.of(POINTS, 2));
            Tensor slope = backend.of(new float[] {3, -1}, 2, 1);
            Tensor y = Draws.bernoulli(key.foldIn(1), x.matmul(slope).plus(1).sigmoid());
            Tensor inputs = Tensor.concat(List.of(x, backend.ones(Shape.of(POINTS, 1), x.dtype())), 1);
            double[] weights = fit(inputs, y);
            Tensor fitted = backend.of(weights, 3, 1).cast(x.dtype());
            JsonObject result = new JsonObject();
            result.addProperty("backend", backend.name());
            Output.add(result, "slope0", weights[0]);
            Output.add(result, "slope1", weights[1]);
            Output.add(result, "intercept", weights[2]);
            Output.add(result, "loss", loss(inputs, y, fitted).item());
            result.add("kernelCalls", calls(backend.kernels().info()));
            output.print(result, words(result));
        }
    }

    private static JsonObject calls(BackendInfo info) {
        JsonObject calls = new JsonObject();
        info.details().forEach((kernel, count) -> calls.addProperty(kernel, Long.valueOf(count)));
        return calls;
    }

    private static double[] fit(Tensor inputs, Tensor y) {
        Tensor start = inputs.backend().zeros(Shape.of(3, 1), inputs.dtype());
        try (Held<Tensor> weights = Held.of(start)) {
            for (int step = 0; step < STEPS; step++) {
                Tensor now = weights.value();
                weights.update(Scope.tidy(() -> now.minus(
                        Gradients.gradient(w -> loss(inputs, y, w)).at(now).times(RATE))));
            }
            return weights.value().toDoubles();
        }
    }

    /** −log p(y | x) = softplus(l) − y·l in nats, on average, with the logit l = x·w. */
    private static Tensor loss(Tensor inputs, Tensor y, Tensor weights) {
        Tensor logits = inputs.matmul(weights);
        return logits.softplus().minus(y.times(logits)).mean();
    }

    private static String words(JsonObject result) {
        return String.format(
                Locale.ROOT,
                "Backend %s fitted logit = %.2f·x₀ %s·x₁ %s (the points were drawn with 3·x₀ − 1·x₁ + 1); loss %.4f nats.%nCalls of its kernels: %s.",
                result.get("backend").getAsString(),
                result.get("slope0").getAsDouble(),
                term(result.get("slope1").getAsDouble()),
                term(result.get("intercept").getAsDouble()),
                result.get("loss").getAsDouble(),
                result.getAsJsonObject("kernelCalls").entrySet().stream()
                        .map(kernel -> kernel.getKey() + " " + kernel.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** A number as a further term of a sum. */
    private static String term(double value) {
        return (value < 0 ? "− " : "+ ") + String.format(Locale.ROOT, "%.2f", Math.abs(value));
    }
}
