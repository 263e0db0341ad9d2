package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;

/**
 * A function from tensors to tensors with parameters. The layer itself holds no numbers that are learned: it makes them, and takes
 * them as an argument.
 *
 * <pre>{@code
 * Layer encoder = Sequential.of(Dense.of(784, 400).withActivation(Activation.RELU), Dense.of(400, 40));
 * Parameters theta = encoder.initialise(RandomKey.of(1), backend);
 * Tensor y = encoder.apply(theta, x, Mode.evaluation());
 * }</pre>
 */
public interface Layer {
    /**
     * Fresh parameters.
     *
     * @param key the source of randomness
     * @param backend where the parameters live
     * @param dtype their element type, floating
     * @return the parameters, by name; empty where the layer has none
     * @throws IllegalArgumentException if the dtype is not floating
     */
    Parameters initialise(RandomKey key, Backend backend, DType dtype);

    /**
     * Fresh FLOAT32 parameters.
     *
     * @param key the source of randomness
     * @param backend where the parameters live
     * @return the parameters, by name
     */
    default Parameters initialise(RandomKey key, Backend backend) {
        return initialise(key, backend, DType.FLOAT32);
    }

    /**
     * The state before the first training pass: numbers that training changes but that have no gradient, such as the running
     * statistics of {@link BatchNorm}. Most layers have none.
     *
     * @param backend where the state lives
     * @param dtype its element type, floating
     * @return the state, by name
     * @throws IllegalArgumentException if the dtype is not floating and the layer has a state
     */
    default Parameters initialState(Backend backend, DType dtype) {
        return Parameters.empty();
    }

    /**
     * The layer's value.
     *
     * @param parameters as {@link #initialise} makes them
     * @param x the input; each layer documents its shape, with the batch along axis 0
     * @param mode training or evaluation, with key and state
     * @return the output
     * @throws IllegalArgumentException if the shape of the input does not fit, or parameters are missing
     */
    Tensor apply(Parameters parameters, Tensor x, Mode mode);
}
