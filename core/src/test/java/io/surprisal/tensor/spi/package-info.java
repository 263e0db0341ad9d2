/** What the scalar functions of the backend interface are judged by. */
@NullMarked
package io.surprisal.tensor.spi;

import org.jspecify.annotations.NullMarked;
