package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * Normalisation of each example over its last axis: γ·(x − mean)/√(variance + ε) + β, for x [batch, …, features], with the biased
 * variance. Parameters: {@code scale} γ and {@code shift} β, [features]. Training and evaluation are the same.
 *
 * @param features the length of the last axis
 * @param epsilon ε, positive and finite
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton (2016)</a>
 */
public record LayerNorm(int features, double epsilon) implements Layer {
    /**
     * Checks the settings.
     *
     * @param features the length of the last axis
     * @param epsilon ε, positive and finite
     * @throws IllegalArgumentException if one is outside its domain
     */
    public LayerNorm {
        LayerRules.requirePositive("LayerNorm", "features", features);
        LayerRules.requireEpsilon("LayerNorm", epsilon);
    }

    /**
     * The usual setting: ε = 10⁻⁵.
     *
     * @param features the length of the last axis
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static LayerNorm of(int features) {
        return new LayerNorm(features, 1e-5);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("LayerNorm", dtype);
        return Parameters.of("scale", backend.ones(Shape.of(features), dtype))
                .with("shift", backend.zeros(Shape.of(features), dtype));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireFeatures("LayerNorm", x, features);
        Tensor scale = LayerRules.parameter("LayerNorm", parameters, "scale", Shape.of(features));
        Tensor shift = LayerRules.parameter("LayerNorm", parameters, "shift", Shape.of(features));
        return Scope.tidy(() -> x.layerNorm(scale, shift, epsilon));
    }
}
