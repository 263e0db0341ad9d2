package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What a run results in.
 *
 * @param parameters what was learned
 * @param layers the state of layers that have one, after the same step
 */
record Model(Parameters parameters, Parameters layers) implements TensorTree {
    /** A copy of the model of a state, which the state's next step leaves as it is. */
    static Model copy(RunState state, Backend backend) {
        return new Model(copy(state.parameters(), backend), copy(state.layers(), backend));
    }

    private static Parameters copy(Parameters tensors, Backend backend) {
        return tensors.map(tensor -> backend.of(tensor.toHost()));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEachTensor(visitor);
        layers.forEachTensor(visitor);
    }
}
