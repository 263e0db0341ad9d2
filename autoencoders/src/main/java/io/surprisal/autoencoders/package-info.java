/** Encoders, decoders, objectives and training. */
@NullMarked
package io.surprisal.autoencoders;

import org.jspecify.annotations.NullMarked;
