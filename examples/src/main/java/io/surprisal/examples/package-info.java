/** The command-line program and its examples. */
@NullMarked
package io.surprisal.examples;

import org.jspecify.annotations.NullMarked;
