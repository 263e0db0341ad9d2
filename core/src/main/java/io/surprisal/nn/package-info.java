/**
 * Neural networks as functions: a {@link io.surprisal.nn.Layer} is an immutable description, its {@linkplain
 * io.surprisal.autodiff.Parameters parameters} are a value beside it, and applying it is a pure function of both. What a layer also
 * needs from one pass, whether it trains, a random key, running statistics, comes in a {@link io.surprisal.nn.Mode}.
 */
@NullMarked
package io.surprisal.nn;

import org.jspecify.annotations.NullMarked;
