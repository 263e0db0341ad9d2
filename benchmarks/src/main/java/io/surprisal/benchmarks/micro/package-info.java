/** JMH micro-benchmarks of what every step is made of. */
@NullMarked
package io.surprisal.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
