/**
 * Training as a loop over values: an objective, an optimiser, a stream of batches under keys, and events for whoever listens. The
 * state after N epochs depends on the seed and the settings alone, so a run that was interrupted resumes to the same bits.
 */
@NullMarked
package io.surprisal.autoencoders.training;

import org.jspecify.annotations.NullMarked;
