/** Tests of tensors, scopes and holders on the reference backend. */
@NullMarked
package io.surprisal.tensor;

import org.jspecify.annotations.NullMarked;
