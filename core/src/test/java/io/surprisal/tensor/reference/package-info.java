/** Tests of the reference backend against committed vectors and by hand. */
@NullMarked
package io.surprisal.tensor.reference;

import org.jspecify.annotations.NullMarked;
