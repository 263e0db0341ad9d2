/**
 * Scalar special functions in double precision: the values that tensor operations, derivatives and distributions rest on.
 *
 * <p>Every function is pure and elementwise: NaN in gives NaN out, an argument outside the domain gives NaN, a pole gives the
 * infinity that the mathematics names, and no finite valid argument gives NaN. Nothing throws and every loop is bounded.
 * Each class documents its formulas with their source and its measured accuracy against 50-digit references
 * ({@code core/src/test/python/special_references.py}).
 *
 * <p>The elementary functions come from {@link java.lang.Math}. Its intrinsics may differ in the last bit between
 * virtual machines, and so may the last bits of the values here; within one virtual machine they are equal for every thread.
 *
 * <p>"DLMF" is the NIST Digital Library of Mathematical Functions, <a href="https://dlmf.nist.gov">dlmf.nist.gov</a>.
 */
@NullMarked
package io.surprisal.special;

import org.jspecify.annotations.NullMarked;
