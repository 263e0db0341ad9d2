/**
 * A backend that somebody outside the project could have written: its own array type, its own kernels, no other backend behind it, and a
 * provider that {@link java.util.ServiceLoader} finds. It passes the contract of {@code surprisal-backend-tck}. One element of any type is
 * one {@code long}, so that moving elements is written once for all types, and most moves are views.
 */
@NullMarked
package io.surprisal.examples.custombackend;

import org.jspecify.annotations.NullMarked;
