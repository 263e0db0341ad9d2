package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pass through a model needs beside parameters and input: whether it trains, the key of its random masks, and the state
 * that goes in and comes out.
 *
 * <p>A mode belongs to one pass: make a new one for the next, with a key of its own. Layers that train report new state to it, and
 * {@link #updatedState()} collects the reports. State has no gradient. Inside a gradient call it must leave the call with the loss:
 *
 * <pre>{@code
 * var result = Gradients.lossAndGradient(theta -> {
 *     Mode mode = Mode.training(key.foldIn(step), state);
 *     Tensor loss = model.apply(theta, x, mode).minus(y).square().mean();
 *     return new Loss(loss, Parameters.empty().with("state", mode.updatedState()));
 * }).at(theta);
 * Parameters next = result.loss().parts().at("state");
 * }</pre>
 */
public final class Mode {
    private final @Nullable RandomKey key;
    private final Parameters state;
    private final String path;
    private final Map<String, Tensor> updates;

    private Mode(@Nullable RandomKey key, Parameters state, String path, Map<String, Tensor> updates) {
        this.key = key;
        this.state = state;
        this.path = path;
        this.updates = updates;
    }

    /**
     * Evaluation of a model without state: nothing is random, nothing is updated.
     *
     * @return the mode
     */
    public static Mode evaluation() {
        return evaluation(Parameters.empty());
    }

    /**
     * Evaluation with the state that training left.
     *
     * @param state as {@link Layer#initialState} or {@link #updatedState} gave it
     * @return the mode
     */
    public static Mode evaluation(Parameters state) {
        return new Mode(null, state, "", new LinkedHashMap<>());
    }

    /**
     * Training of a model without state.
     *
     * @param key of this pass alone
     * @return the mode
     */
    public static Mode training(RandomKey key) {
        return training(key, Parameters.empty());
    }

    /**
     * Training of a model with state.
     *
     * @param key of this pass alone
     * @param state as {@link Layer#initialState} or {@link #updatedState} gave it
     * @return the mode
     */
    public static Mode training(RandomKey key, Parameters state) {
        return new Mode(key, state, "", new LinkedHashMap<>());
    }

    /** {@return whether the pass trains} */
    public boolean isTraining() {
        return key != null;
    }

    /**
     * The key of this part of the model in this pass.
     *
     * @return a key that no other part has
     * @throws IllegalStateException if the mode is evaluation, in which nothing is random
     */
    public RandomKey key() {
        if (key == null) {
            throw new IllegalStateException(
                    "Mode.key: evaluation has no key" + at() + ". Ask isTraining() first, or pass Mode.training(key).");
        }
        return key;
    }

    /**
     * One tensor of the state of this part.
     *
     * @param name its name in the part
     * @return the tensor
     * @throws IllegalArgumentException if the state has none of this name
     */
    public Tensor state(String name) {
        if (!state.contains(path + name)) {
            throw new IllegalArgumentException("Mode.state: there is no " + path + name + " in the state, which holds "
                    + state.names() + ". Pass layer.initialState(backend, dtype), or what updatedState() gave.");
        }
        return state.get(path + name);
    }

    /**
     * Reports a new value of the state of this part, without its gradient.
     *
     * @param name its name in the part
     * @param value the value after this pass
     */
    public void update(String name, Tensor value) {
        updates.put(path + name, value.stopGradient());
    }

    /**
     * The mode of a part of this model: a key and names of its own. Reports to it are collected here.
     *
     * @param part the name under which the part's parameters stand
     * @return the part's mode
     */
    public Mode at(String part) {
        RandomKey own = key == null ? null : key.foldIn(part);
        return new Mode(own, state, path + part + ".", updates);
    }

    /** {@return the whole state after this pass, in the order of the state before it; what was not reported is as before} */
    public Parameters updatedState() {
        Parameters result = state;
        for (Map.Entry<String, Tensor> update : updates.entrySet()) {
            result = result.with(update.getKey(), update.getValue());
        }
        return result;
    }

    /** {@return training or evaluation, and the part} */
    @Override
    public String toString() {
        return "Mode " + (key == null ? "evaluation" : "training") + at();
    }

    private String at() {
        return path.isEmpty() ? "" : " at " + path.substring(0, path.length() - 1);
    }
}
