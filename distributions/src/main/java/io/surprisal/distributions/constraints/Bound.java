package io.surprisal.distributions.constraints;

import io.surprisal.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** An end of an interval: a number, which may be infinite, or a tensor of numbers that broadcasts. */
record Bound(double number, @Nullable Tensor tensor) {
    static Bound of(double number) {
        return new Bound(number, null);
    }

    static Bound of(Tensor tensor) {
        return new Bound(Double.NaN, tensor);
    }

    /** A number where the tensor is one. */
    static Bound simplest(Tensor tensor) {
        return tensor.size() == 1 ? of(tensor.item()) : of(tensor);
    }

    /** Whether it is a number, of every batch. */
    boolean isNumber() {
        return tensor == null;
    }

    boolean isInfinite() {
        return Double.isInfinite(number);
    }

    Tensor isAbove(Tensor x, boolean orEqual) {
        if (tensor == null) {
            return orEqual ? x.lessEqual(number) : x.less(number);
        }
        return orEqual ? x.lessEqual(tensor) : x.less(tensor);
    }

    Tensor isBelow(Tensor x, boolean orEqual) {
        if (tensor == null) {
            return orEqual ? x.greaterEqual(number) : x.greater(number);
        }
        return orEqual ? x.greaterEqual(tensor) : x.greater(tensor);
    }

    /** As a tensor that goes with x. */
    Tensor with(Tensor x) {
        return tensor == null ? x.backend().scalar(number, x.dtype()) : tensor;
    }

    /** In messages; tensors of several numbers are named, not listed. */
    String inWords(String name) {
        if (tensor == null) {
            return number == Math.rint(number) && Math.abs(number) < 1e9
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
        return tensor.size() == 1 ? Double.toString(tensor.item()) : name;
    }
}
