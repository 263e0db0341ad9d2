/** Long training in a JVM of fixed size: does resident memory stay where it is? */
@NullMarked
package io.surprisal.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
