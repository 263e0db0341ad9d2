/**
 * What a backend author implements: kernels on an array type of the author's own.
 *
 * <p>A backend computes; core checks, differentiates and scopes. Every kernel is called with arguments that core has checked,
 * and with the shape of its result, so an author writes no checks, no gradients and no messages.
 */
@NullMarked
package io.surprisal.tensor.spi;

import org.jspecify.annotations.NullMarked;
