/** The families of distributions on the backends that a user of the examples has. */
@NullMarked
package io.surprisal.examples.distributions;

import org.jspecify.annotations.NullMarked;
