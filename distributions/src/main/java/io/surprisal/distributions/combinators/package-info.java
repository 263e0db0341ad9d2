/** Distributions made of other distributions. */
@NullMarked
package io.surprisal.distributions.combinators;

import org.jspecify.annotations.NullMarked;
