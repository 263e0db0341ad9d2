/**
 * Probability distributions, bijectors and combinators.
 *
 * <p>Every family has factories that take tensors, {@code Normal.of(mean, scale)}, and one that takes numbers and makes FLOAT32 scalars,
 * {@code Normal.of(backend, 0, 1)}. Factories check dtypes, backends and shapes always, and values by one reduction for each parameter.
 * Values are not looked at inside a gradient call, where the parameters of a training step come from transformations such as exp and
 * softplus that cannot leave the domain, nor by the factories named {@code …unchecked}: on a GPU each look is a synchronisation.
 */
@NullMarked
package io.surprisal.distributions;

import org.jspecify.annotations.NullMarked;
