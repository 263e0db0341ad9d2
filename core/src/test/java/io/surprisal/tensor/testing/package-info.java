/** AssertJ assertions on tensors, published in core's test-jar. */
@NullMarked
package io.surprisal.tensor.testing;

import org.jspecify.annotations.NullMarked;
