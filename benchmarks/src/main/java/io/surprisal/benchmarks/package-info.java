/** Micro-benchmarks and comparisons with peers. */
@NullMarked
package io.surprisal.benchmarks;

import org.jspecify.annotations.NullMarked;
