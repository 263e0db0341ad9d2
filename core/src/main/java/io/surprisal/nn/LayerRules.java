package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** What every layer checks, in the layers' words. */
final class LayerRules {
    private LayerRules() {}

    static void requirePositive(String layer, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    layer + ": " + what + " must be at least 1, but is " + value + ". Ask for one or more.");
        }
    }

    static void requireNotNegative(String layer, String what, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    layer + ": " + what + " must not be negative, but is " + value + ". Slice the input instead.");
        }
    }

    static void requireFinite(String rule, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    rule + ": " + what + " must be finite, but is " + value + ". Weights start as ordinary numbers.");
        }
    }

    /** Parameters and state are learned or averaged, which whole numbers cannot be. */
    static void requireFloating(String layer, DType dtype) {
        if (!dtype.isFloating()) {
            throw new IllegalArgumentException(layer + ": parameters and state must be floating, but " + dtype
                    + " was asked for. Use FLOAT32 or FLOAT64.");
        }
    }

    /** What is added under a root so that it is not 0. */
    static void requireEpsilon(String layer, double epsilon) {
        if (!(epsilon > 0) || epsilon == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    layer + ": epsilon must be positive and finite, but is " + epsilon + ". 1e-5 is usual.");
        }
    }

    /** The last axis has this length, after at least one other axis. */
    static void requireFeatures(String layer, Tensor x, int features) {
        if (x.rank() < 2 || x.shape().dim(-1) != features) {
            throw new IllegalArgumentException(layer + ": the input has shape " + x.shape()
                    + ", but must be [batch, …, " + features + "]. Reshape it, or build the layer for its last axis.");
        }
    }

    /** This rank, with channels along axis 1. */
    static void requireChannels(String layer, Tensor x, int rank, int channels) {
        if (x.rank() != rank || x.shape().at(1) != channels) {
            throw new IllegalArgumentException(layer + ": the input has shape " + x.shape() + ", but must be [batch, "
                    + channels + (rank == 3 ? ", length]" : ", rows, columns]")
                    + ". Reshape or transpose it, or build the layer for its channels.");
        }
    }

    /** What a transposed convolution adds at the end is less than its stride. */
    static void requireExtra(String layer, int extra, int stride) {
        if (extra < 0 || extra >= stride) {
            throw new IllegalArgumentException(layer + ": extra must be from 0 to the stride − 1 = " + (stride - 1)
                    + ", but is " + extra + ". It chooses among the sizes that a stride takes to one.");
        }
    }

    /** The length that a layer which makes an axis longer gives it. */
    static int grown(String layer, Tensor x, long length) {
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(layer + ": an input of shape " + x.shape()
                    + " would grow to the length " + length + ", but a tensor has at most 2147483647 elements."
                    + " Use a smaller stride or factor.");
        }
        if (length < 1) {
            throw new IllegalArgumentException(layer + ": the padding leaves nothing of an input of shape " + x.shape()
                    + ": the result would have length " + length + ". Use less padding.");
        }
        return (int) length;
    }

    static void requireRank(String layer, Tensor x, int rank) {
        if (x.rank() != rank) {
            throw new IllegalArgumentException(layer + ": the input has shape " + x.shape()
                    + ", but must be [batch, channels" + (rank == 3 ? ", length]" : ", rows, columns]")
                    + ". Reshape it first.");
        }
    }

    static Tensor parameter(String layer, Parameters parameters, String name, Shape shape) {
        Tensor parameter = parameters.get(name);
        if (!parameter.shape().equals(shape)) {
            throw new IllegalArgumentException(layer + ": parameter " + name + " has shape " + parameter.shape()
                    + ", but this layer needs " + shape + ". Were these parameters made for another layer?");
        }
        return parameter;
    }
}
