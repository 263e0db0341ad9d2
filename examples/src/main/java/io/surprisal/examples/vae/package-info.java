/** The example that trains a variational autoencoder on images of digits, measures it, and writes a report. */
@NullMarked
package io.surprisal.examples.vae;

import org.jspecify.annotations.NullMarked;
