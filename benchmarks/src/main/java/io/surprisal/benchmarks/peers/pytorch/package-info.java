/** What is compared, in PyTorch through DJL. */
@NullMarked
package io.surprisal.benchmarks.peers.pytorch;

import org.jspecify.annotations.NullMarked;
