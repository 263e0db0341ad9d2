package io.surprisal.tensor;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Computations in plain Java on the host, whatever backend their tensors are on: the same bits for all of them, where a backend's own functions
 * and sums may differ in the last place. For draws; each costs copies to the host and back, and one thread computes.
 *
 * <pre>{@code
 * Tensor y = HostComputation.of(backend, host -> host.apply(x).tanh());
 * }</pre>
 *
 * <p>Derivatives are those of the same computation on the backend, which is made as well where a gradient call records one of its tensors.
 */
public final class HostComputation {
    private HostComputation() {}

    /** Opened when it is first needed; it holds nothing outside the heap. */
    private static final class PlainJava {
        static final Backend BACKEND = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
    }

    /**
     * {@return what a computation makes, on the backend}
     *
     * @param backend where the result shall live, and the computation's tensors do
     * @param computation makes the result of tensors, each of which it passes through the operator that it is given before it computes with
     *     it; its result is of a floating dtype if one of them is in a gradient call
     */
    public static Tensor of(Backend backend, Function<UnaryOperator<Tensor>, Tensor> computation) {
        return Scope.tidy(() -> {
            boolean[] isTraced = new boolean[1];
            Tensor value = computation
                    .apply(tensor -> {
                        Tensor constant = tensor.stopGradient();
                        isTraced[0] |= constant != tensor;
                        return constant.to(PlainJava.BACKEND);
                    })
                    .to(backend);
            return isTraced[0] ? Surrogate.of(value, computation.apply(tensor -> tensor)) : value;
        });
    }
}
