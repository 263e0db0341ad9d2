/** The GPU backend on CUDA's own libraries. */
@NullMarked
package io.surprisal.backend.cuda.direct;

import org.jspecify.annotations.NullMarked;
