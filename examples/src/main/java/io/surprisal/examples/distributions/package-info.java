/** The example that computes functions of distributions from the command line. */
@NullMarked
package io.surprisal.examples.distributions;

import org.jspecify.annotations.NullMarked;
