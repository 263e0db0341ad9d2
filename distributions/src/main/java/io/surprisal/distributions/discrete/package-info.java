/** Families of distributions of counts, categories and other whole numbers. */
@NullMarked
package io.surprisal.distributions.discrete;

import org.jspecify.annotations.NullMarked;
