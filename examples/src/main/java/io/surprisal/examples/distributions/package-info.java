/** The examples of distributions: their functions from the command line, and a gallery of the families with studies. */
@NullMarked
package io.surprisal.examples.distributions;

import org.jspecify.annotations.NullMarked;
