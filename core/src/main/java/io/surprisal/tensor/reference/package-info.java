/**
 * The plain-Java backend: always there, and the oracle of every other one.
 *
 * <p>It computes FLOAT32 in double and rounds once, sums with compensation, and applies the functions that define the operations, which
 * build on {@link StrictMath}, so that its results are the same bits on every machine. It has no fused kernels: what it runs is the
 * composition that defines them.
 *
 * <p>Everything but the provider is package-private. Arrays have two views, {@code double[]} for floating elements and {@code
 * long[]} for integers and BOOL, and one primitive moves elements; so each kernel is written at most twice, not once per type.
 */
@NullMarked
package io.surprisal.tensor.reference;

import org.jspecify.annotations.NullMarked;
