/**
 * Entropies, divergences and mutual information.
 *
 * <p>Amounts of information are in nats; {@link io.surprisal.divergences.Estimate#in} converts them. Everything is differentiable in
 * the parameters where the mathematics is.
 */
@NullMarked
package io.surprisal.divergences;

import org.jspecify.annotations.NullMarked;
