/**
 * Tensors, the backends that compute them, and the scopes that free them.
 *
 * <p>A {@link io.surprisal.tensor.Tensor} is an immutable value; its operations live in families ({@link
 * io.surprisal.tensor.ElementwiseMath}, {@link io.surprisal.tensor.Reductions} …), each of which settles shapes, dtypes and
 * errors once and then calls one kernel of {@link io.surprisal.tensor.spi.Kernels}.
 */
@NullMarked
package io.surprisal.tensor;

import org.jspecify.annotations.NullMarked;
