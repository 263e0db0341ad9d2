/**
 * A self-test kit for distributions: what every distribution of this library promises, as tests that the author of another one runs on it. Start at
 * {@link io.surprisal.contract.DistributionContract}.
 */
@NullMarked
package io.surprisal.contract;

import org.jspecify.annotations.NullMarked;
