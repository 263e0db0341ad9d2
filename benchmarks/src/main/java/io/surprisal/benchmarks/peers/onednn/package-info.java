/** Bare calls of oneDNN. */
@NullMarked
package io.surprisal.benchmarks.peers.onednn;

import org.jspecify.annotations.NullMarked;
