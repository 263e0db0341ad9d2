/**
 * Linear algebra beyond products and Cholesky factors.
 *
 * <p>Of positive definite matrices, solutions, log-determinants and inverses ({@link io.surprisal.linalg.PositiveDefinite}) have
 * derivatives of every order, as {@link io.surprisal.tensor.Tensor#cholesky()} and {@link
 * io.surprisal.tensor.Tensor#triangularSolve} have. {@link io.surprisal.linalg.LinearSystem} has them in the right-hand side B, and
 * not in A. {@link io.surprisal.linalg.SymmetricEigen}, {@link io.surprisal.linalg.SingularValues}, {@link
 * io.surprisal.linalg.QrFactors} and {@link io.surprisal.linalg.Assignment} go through the host in double precision, have none, and
 * refuse tensors of a gradient call. There is no determinant of general matrices.
 */
@NullMarked
package io.surprisal.linalg;

import org.jspecify.annotations.NullMarked;
