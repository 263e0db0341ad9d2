/**
 * Linear algebra beyond products and Cholesky factors. What goes through the host (EJML, in double precision) is not differentiable
 * and refuses tensors of a gradient call; {@link io.surprisal.linalg.PositiveDefinite} is made of tensor operations and has
 * derivatives of every order.
 */
@NullMarked
package io.surprisal.linalg;

import org.jspecify.annotations.NullMarked;
