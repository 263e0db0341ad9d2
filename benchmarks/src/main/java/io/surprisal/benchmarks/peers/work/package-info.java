/** What all engines share: the contract of a piece of work, its sizes and the numbers it starts from. */
@NullMarked
package io.surprisal.benchmarks.peers.work;

import org.jspecify.annotations.NullMarked;
