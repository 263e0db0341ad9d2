/** The CPU backend on oneDNN, OpenBLAS and Java kernels. */
@NullMarked
package io.surprisal.backend.cpu;

import org.jspecify.annotations.NullMarked;
