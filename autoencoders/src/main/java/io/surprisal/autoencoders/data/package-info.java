/** Data without a network: drawn from formulas under a key, with the factors known; and the pipeline that batches data. */
@NullMarked
package io.surprisal.autoencoders.data;

import org.jspecify.annotations.NullMarked;
