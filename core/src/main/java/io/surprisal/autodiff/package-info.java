/**
 * Derivatives as operators on functions: {@link io.surprisal.autodiff.Gradients}.
 *
 * <p>Every gradient call opens a numbered {@linkplain io.surprisal.tensor.Level level}. Its kernels compute with tensors of the
 * levels below and record, on a tape that lives inside the call, what each operation's derivative needs. Derivative rules are
 * written on tensors, one file for each family of operations, so that nesting gives higher orders.
 */
@NullMarked
package io.surprisal.autodiff;

import org.jspecify.annotations.NullMarked;
