/** What is compared, in plain loops over Commons Statistics and Commons RNG. */
@NullMarked
package io.surprisal.benchmarks.peers.commons;

import org.jspecify.annotations.NullMarked;
