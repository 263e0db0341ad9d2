/** Tests of the parts of the example that trains a variational autoencoder. */
@NullMarked
package io.surprisal.examples.vae;

import org.jspecify.annotations.NullMarked;
