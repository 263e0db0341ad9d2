/**
 * Differentiable maps with differentiable inverses, and the logarithms of their determinants both ways: they unconstrain parameters and
 * transform distributions.
 */
@NullMarked
package io.surprisal.distributions.bijectors;

import org.jspecify.annotations.NullMarked;
