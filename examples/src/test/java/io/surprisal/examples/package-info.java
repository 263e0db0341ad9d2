/** The program's commands, run in this process on small settings. */
@NullMarked
package io.surprisal.examples;

import org.jspecify.annotations.NullMarked;
