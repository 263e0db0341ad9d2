/**
 * The binding of a backend for applications that Guice wires. Guice is an optional dependency of core: nothing else in the library
 * needs it, and who uses this package adds {@code com.google.inject:guice}.
 */
@NullMarked
package io.surprisal.inject;

import org.jspecify.annotations.NullMarked;
