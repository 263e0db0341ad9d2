package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The affine map act(x·W + b) of the last axis, for x [batch, …, inputs]. Parameters: {@code weight} [inputs, outputs], and {@code
 * bias} [outputs], which starts at 0.
 *
 * @param inputs the length of the input's last axis
 * @param outputs the length of the result's last axis
 * @param activation what follows the affine map
 * @param biased whether a bias is added
 * @param initialiser the rule for the weight
 */
public record Dense(int inputs, int outputs, Activation activation, boolean biased, Initialiser initialiser)
        implements Layer {
    /**
     * Checks the sizes.
     *
     * @param inputs the length of the input's last axis
     * @param outputs the length of the result's last axis
     * @param activation what follows the affine map
     * @param biased whether a bias is added
     * @param initialiser the rule for the weight
     * @throws IllegalArgumentException if a length is less than 1
     */
    public Dense {
        LayerRules.requirePositive("Dense", "inputs", inputs);
        LayerRules.requirePositive("Dense", "outputs", outputs);
    }

    /**
     * An affine map with a bias, without an activation, with Glorot's uniform weights.
     *
     * @param inputs the length of the input's last axis
     * @param outputs the length of the result's last axis
     * @return the layer
     * @throws IllegalArgumentException if a length is less than 1
     */
    public static Dense of(int inputs, int outputs) {
        return new Dense(inputs, outputs, Activation.NONE, true, Initialiser.glorotUniform());
    }

    /**
     * This layer with another activation.
     *
     * @param other what follows the affine map
     * @return the new layer
     */
    public Dense withActivation(Activation other) {
        return new Dense(inputs, outputs, other, biased, initialiser);
    }

    /**
     * This layer with another rule for its weight.
     *
     * @param other the rule
     * @return the new layer
     */
    public Dense withInitialiser(Initialiser other) {
        return new Dense(inputs, outputs, activation, biased, other);
    }

    /** {@return this layer without a bias} */
    public Dense withoutBias() {
        return new Dense(inputs, outputs, activation, false, initialiser);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Dense", dtype);
        Tensor weight = initialiser.draw(key, backend, Shape.of(inputs, outputs), dtype, new Fans(inputs, outputs));
        Parameters parameters = Parameters.of("weight", weight);
        return biased ? parameters.with("bias", backend.zeros(Shape.of(outputs), dtype)) : parameters;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireFeatures("Dense", x, inputs);
        Tensor weight = LayerRules.parameter("Dense", parameters, "weight", Shape.of(inputs, outputs));
        return Scope.tidy(() -> {
            Tensor matrix = x.reshape(Shape.of(x.size() / inputs, inputs));
            Tensor y = biased
                    ? Affine.apply(
                            matrix,
                            weight,
                            LayerRules.parameter("Dense", parameters, "bias", Shape.of(outputs)),
                            activation)
                    : activation.apply(matrix.matmul(weight));
            return y.reshape(x.shape().with(-1, outputs));
        });
    }
}
