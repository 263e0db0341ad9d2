/** Whether draws follow a distribution: tests with a stated rate of false alarms. */
@NullMarked
package io.surprisal.distributions.goodness;

import org.jspecify.annotations.NullMarked;
