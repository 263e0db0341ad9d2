/** The same work on this library and on DJL with PyTorch, timed side by side. */
@NullMarked
package io.surprisal.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
