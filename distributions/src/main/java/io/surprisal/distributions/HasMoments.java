package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/** Distributions whose mean and variance are known in closed form; each of shape batchShape + eventShape. */
public interface HasMoments {
    /** {@return E[X]} */
    Tensor mean();

    /** {@return E[(X − E[X])²], element by element} */
    Tensor variance();

    /** {@return √variance} */
    default Tensor standardDeviation() {
        return variance().sqrt();
    }
}
