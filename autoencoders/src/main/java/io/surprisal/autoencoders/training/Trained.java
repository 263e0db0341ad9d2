package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.List;
import java.util.function.Consumer;

/**
 * The outcome of a run. Its tensors belong to whoever called {@code train}.
 *
 * @param parameters those of the least validation loss where early stopping was asked for, otherwise the last ones
 * @param state that of layers which have one, such as running statistics, after the same step as the parameters; pass it on in
 *     {@code Mode.evaluation(state)}
 * @param epochs epochs of the whole run, those before a resumption included
 * @param history what each epoch of this call reported
 * @param reason why the run ended
 * @param provenance what it came from
 */
public record Trained(
        Parameters parameters,
        Parameters state,
        int epochs,
        List<TrainingEvent.EpochFinished> history,
        StopReason reason,
        Provenance provenance)
        implements TensorTree {
    /**
     * Copies the history.
     *
     * @param parameters the parameters
     * @param state the layers' state
     * @param epochs epochs of the whole run
     * @param history what each epoch of this call reported
     * @param reason why the run ended
     * @param provenance what it came from
     */
    public Trained {
        history = List.copyOf(history);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEachTensor(visitor);
        state.forEachTensor(visitor);
    }
}
