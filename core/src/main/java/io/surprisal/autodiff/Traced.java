package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An array of a gradient level: the tensor of a level below that holds its value, and the node that recorded it; no node for a
 * constant, which costs nothing backwards.
 */
record Traced(Tensor value, @Nullable Node node) {}
