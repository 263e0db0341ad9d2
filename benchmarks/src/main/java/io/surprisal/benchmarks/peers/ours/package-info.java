/** What is compared, on this library's {@code cpu} backend. */
@NullMarked
package io.surprisal.benchmarks.peers.ours;

import org.jspecify.annotations.NullMarked;
