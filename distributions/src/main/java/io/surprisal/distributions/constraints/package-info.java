/** What values parameters and outcomes may take, and the bijections from all real numbers onto them. */
@NullMarked
package io.surprisal.distributions.constraints;

import org.jspecify.annotations.NullMarked;
