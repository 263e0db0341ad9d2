/** Families of continuous distributions of numbers. */
@NullMarked
package io.surprisal.distributions.continuous;

import org.jspecify.annotations.NullMarked;
