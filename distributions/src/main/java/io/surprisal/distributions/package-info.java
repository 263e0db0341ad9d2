/** Probability distributions, bijectors and combinators. */
@NullMarked
package io.surprisal.distributions;

import org.jspecify.annotations.NullMarked;
