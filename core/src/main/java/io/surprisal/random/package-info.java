/**
 * Reproducible randomness: explicit keys, and draws that are functions of a key and an element's index.
 *
 * <p>Every draw is made of the blocks of Philox4x32-10 under the draw's {@link io.surprisal.random.RandomKey}. The four counter words are
 * the low and the high half of a 64-bit index, the attempt, and a tag that keeps the uses of a key apart: 0 for draws by inverse cdf
 * (indexed by block), 1 for {@code split} and 2 for {@code foldIn}, 3 for samplers that take a block for each element (indexed by
 * element), 4 for the further uniform number of small gamma concentrations (indexed by element). {@link io.surprisal.random.HostDraws}
 * defines the draws that all backends make alike, bit for bit; all others are made on the host.
 */
@NullMarked
package io.surprisal.random;

import org.jspecify.annotations.NullMarked;
