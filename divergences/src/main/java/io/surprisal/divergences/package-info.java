/** Entropies, divergences and mutual information. */
@NullMarked
package io.surprisal.divergences;

import org.jspecify.annotations.NullMarked;
