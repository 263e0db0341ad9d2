/** The GPU backend on ND4J's CUDA natives. */
@NullMarked
package io.surprisal.backend.cuda.nd4j;

import org.jspecify.annotations.NullMarked;
