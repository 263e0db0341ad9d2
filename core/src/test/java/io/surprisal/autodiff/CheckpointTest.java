package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recomputation gives the derivatives that storage gives, whatever the arguments are. */
class CheckpointTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void closes() {
        assertThat(backend.liveArrays()).isZero();
        backend.close();
    }

    @Test
    void indicesAmongTheArgumentsAreConstants() {
        try (Scope scope = Scope.open()) {
            Tensor places = backend.of(new long[] {1, 1, 0});
            Function<List<Tensor>, Tensor> taken = Gradients.checkpoint(
                    arguments -> arguments.get(1).gather(arguments.get(0), 0).square());
            Tensor gradient = Gradients.gradient(
                            x -> taken.apply(List.of(places, x)).sum())
                    .at(backend.of(new double[] {3, 5}));
            assertThat(gradient.toDoubles()).containsExactly(6, 20);
        }
    }

    @Test
    void outerVariablesThatTheFunctionClosesOverAreDifferentiated() {
        // d/dx of d/dy (x² y³) at y = 2 is 24 x.
        try (Scope scope = Scope.open()) {
            Tensor slope = Gradients.gradient(x -> Gradients.gradient(y -> Gradients.checkpoint(
                                            arguments -> arguments.get(0).pow(3).times(x.square()))
                                    .apply(List.of(y)))
                            .at(backend.of(new double[] {2})))
                    .at(backend.of(new double[] {3}));
            assertThat(slope.item()).isCloseTo(72, within(1e-12));
        }
    }

    @Test
    void everyRegisteredCallHasTheGradientItHasWithout() {
        for (GradientRecord operation : GradientRegistry.records()) {
            GradientRecord again = new GradientRecord(
                    operation.operation(),
                    operation.call(),
                    Gradients.checkpoint(operation.function()),
                    operation.inputs(),
                    operation.variables(),
                    operation.orders());
            WeightedLoss plain = new WeightedLoss(operation, backend, DType.FLOAT64);
            WeightedLoss recomputed = new WeightedLoss(again, backend, DType.FLOAT64);
            assertThat(recomputed.gradient(plain.point()))
                    .as(operation.toString())
                    .containsExactly(plain.gradient(plain.point()));
        }
    }
}
