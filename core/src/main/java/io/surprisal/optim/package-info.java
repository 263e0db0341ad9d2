/**
 * Optimisers as functions from (state, parameters, gradients) to (state, parameters), learning-rate {@linkplain
 * io.surprisal.optim.Schedule schedules} as functions of the step, and what is done to gradients and parameters around them:
 * clipping, checks for numbers that are not finite, moving averages.
 */
@NullMarked
package io.surprisal.optim;

import org.jspecify.annotations.NullMarked;
