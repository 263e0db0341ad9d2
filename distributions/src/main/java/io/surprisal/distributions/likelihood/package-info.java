/** Negative log-likelihoods as losses, and gradient maximum likelihood for any distribution whose parameters are tensors. */
@NullMarked
package io.surprisal.distributions.likelihood;

import org.jspecify.annotations.NullMarked;
