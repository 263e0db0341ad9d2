/** Tests of the CPU backend. */
@NullMarked
package io.surprisal.backend.cpu;

import org.jspecify.annotations.NullMarked;
