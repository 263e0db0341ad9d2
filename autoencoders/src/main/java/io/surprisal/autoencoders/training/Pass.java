package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.LossAndGradient;
import io.surprisal.autodiff.Parameters;
import io.surprisal.nn.Mode;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/**
 * One pass over a batch in training.
 *
 * @param loss the loss and its parts
 * @param gradient ∂ loss / ∂ parameter
 * @param layers the layers' state after the pass
 */
record Pass(Loss loss, Parameters gradient, Parameters layers) {
    private static final String PARTS = "parts";
    private static final String LAYERS = "layers";

    /** The state of the layers leaves the gradient call as parts of the loss. */
    static Pass of(Objective objective, RunState state, Tensor batch, RandomKey layerKey, RandomKey noise) {
        LossAndGradient result = Gradients.lossAndGradient(theta -> {
                    Mode mode = Mode.training(layerKey, state.layers());
                    Loss loss = objective.at(theta, batch, mode, noise);
                    return new Loss(
                            loss.total(),
                            Parameters.empty().with(PARTS, loss.parts()).with(LAYERS, mode.updatedState()));
                })
                .at(state.parameters());
        Parameters parts = result.loss().parts();
        return new Pass(new Loss(result.loss().total(), parts.part(PARTS)), result.gradient(), parts.part(LAYERS));
    }
}
