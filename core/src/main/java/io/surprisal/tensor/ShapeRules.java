package io.surprisal.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shape rules of the operations that only move elements. */
final class ShapeRules {
    private ShapeRules() {}

    static Tensor reshape(Tensor x, Shape out) {
        if (out.equals(x.shape())) {
            return x;
        }
        if (out.size() != x.size()) {
            throw new IllegalArgumentException("reshape: shape " + x.shape() + " has " + x.size() + " elements, but "
                    + out + " has " + out.size() + ". Use −1 for one axis to have its length computed.");
        }
        if (out.isEmpty()) {
            return Meeting.empty("reshape", out, x.dtype(), x);
        }
        Meeting meeting = Meeting.of("reshape", x);
        return meeting.result(meeting.kernels().reshape(meeting.array(x), out), out, x.dtype(), x);
    }

    /** One length may be −1. */
    static Shape inferred(Tensor x, int[] dims) {
        int unknown = -1;
        long known = 1;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == -1 && unknown >= 0) {
                throw new IllegalArgumentException(
                        "reshape: " + Arrays.toString(dims) + " has two lengths of −1. Only one can be computed.");
            }
            unknown = dims[i] == -1 ? i : unknown;
            known *= dims[i] == -1 ? 1 : dims[i];
        }
        if (unknown < 0) {
            return Shape.of(dims);
        }
        if (known <= 0 || x.size() % known != 0) {
            throw new IllegalArgumentException("reshape: " + x.size() + " elements of shape " + x.shape()
                    + " do not divide into " + Arrays.toString(dims) + ". Change the lengths.");
        }
        int[] result = dims.clone();
        result[unknown] = (int) (x.size() / known);
        return Shape.ofTrusted(result);
    }

    static Tensor transpose(Tensor x, int[] axes) {
        int[] permutation = Axes.permutation("transpose", axes, x.shape());
        int[] dims = new int[permutation.length];
        boolean identity = true;
        for (int i = 0; i < dims.length; i++) {
            dims[i] = x.shape().at(permutation[i]);
            identity &= permutation[i] == i;
        }
        if (identity) {
            return x;
        }
        Shape out = Shape.ofTrusted(dims);
        if (out.isEmpty()) {
            return Meeting.empty("transpose", out, x.dtype(), x);
        }
        Meeting meeting = Meeting.of("transpose", x);
        return meeting.result(meeting.kernels().transpose(meeting.array(x), permutation, out), out, x.dtype(), x);
    }

    static Tensor broadcastTo(Tensor x, Shape out) {
        if (out.equals(x.shape())) {
            return x;
        }
        Broadcasting.requireBroadcastable("broadcastTo", x.shape(), out);
        if (out.isEmpty()) {
            return Meeting.empty("broadcastTo", out, x.dtype(), x);
        }
        Meeting meeting = Meeting.of("broadcastTo", x);
        return meeting.result(meeting.kernels().broadcastTo(meeting.array(x), out), out, x.dtype(), x);
    }

    static Tensor concat(List<Tensor> parts, int axis) {
        Meeting meeting = Meeting.of("concat", parts);
        Tensor first = parts.get(0);
        int along = Axes.normalise("concat", axis, first.shape());
        long length = 0;
        for (Tensor part : parts) {
            DTypeRules.requireSame("concat", first, part);
            if (part.rank() != first.rank()
                    || !part.shape().with(along, 0).equals(first.shape().with(along, 0))) {
                throw new IllegalArgumentException("concat: shapes " + first.shape() + " and " + part.shape()
                        + " differ in an axis other than " + along + ". Reshape or slice one of them.");
            }
            length += part.shape().at(along);
        }
        Shape out = first.shape().with(along, requireLength("concat", length));
        if (out.isEmpty()) {
            return Meeting.empty("concat", out, first.dtype(), parts.toArray(new Tensor[0]));
        }
        List<Tensor> filled = new ArrayList<>(parts);
        filled.removeIf(part -> part.shape().isEmpty());
        if (filled.size() == 1) {
            return filled.get(0);
        }
        List<Object> arrays = new ArrayList<>(filled.size());
        for (Tensor part : filled) {
            arrays.add(meeting.array(part));
        }
        return meeting.result(meeting.kernels().concat(arrays, along, out), out, first.dtype(), parts);
    }

    static Tensor stack(List<Tensor> parts, int axis) {
        Meeting.of("stack", parts);
        Tensor first = parts.get(0);
        int rank = first.rank() + 1;
        if (axis < -rank || axis >= rank) {
            throw new IllegalArgumentException("stack: axis " + axis + " does not exist in a stack of tensors of shape "
                    + first.shape() + ". Use " + -rank + " … " + (rank - 1) + ".");
        }
        for (Tensor part : parts) {
            DTypeRules.requireSame("stack", first, part);
            if (!part.shape().equals(first.shape())) {
                throw new IllegalArgumentException("stack: shapes " + first.shape() + " and " + part.shape()
                        + " differ. Reshape one of them, or use concat along an axis that there is.");
            }
        }
        return Scope.composing(
                () -> concat(parts.stream().map(part -> part.expandDims(axis)).toList(), axis));
    }

    private static int requireLength(String operation, long length) {
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": an axis of length " + length
                    + " would exceed 2147483647, the most that one axis can have. Work on parts.");
        }
        return (int) length;
    }

    static Tensor reverse(Tensor x, int[] axes) {
        int[] reversed = Axes.normaliseAll("reverse", axes, x.shape());
        if (x.shape().isEmpty() || reversed.length == 0) {
            return x;
        }
        Meeting meeting = Meeting.of("reverse", x);
        return meeting.result(meeting.kernels().reverse(meeting.array(x), reversed), x.shape(), x.dtype(), x);
    }

    static Tensor slice(Tensor x, int[] starts, int[] ends, int[] steps) {
        Shape shape = x.shape();
        int rank = shape.rank();
        if (starts.length != rank || ends.length != rank || steps.length != rank) {
            throw new IllegalArgumentException(
                    "slice: starts, ends and steps name " + starts.length + ", " + ends.length + " and " + steps.length
                            + " axes, but shape " + shape + " has " + rank + ". Name every axis.");
        }
        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++) {
            if (starts[i] < 0 || ends[i] > shape.at(i) || starts[i] > ends[i] || steps[i] < 1) {
                throw new IllegalArgumentException("slice: " + starts[i] + " to " + ends[i] + " by " + steps[i]
                        + " is not within axis " + i + " of shape " + shape + ". Use 0 ≤ start ≤ end ≤ " + shape.at(i)
                        + " and a step of at least 1.");
            }
            dims[i] = starts[i] == ends[i] ? 0 : (ends[i] - starts[i] - 1) / steps[i] + 1;
        }
        Shape out = Shape.ofTrusted(dims);
        if (out.equals(shape)) {
            return x;
        }
        if (out.isEmpty()) {
            return Meeting.empty("slice", out, x.dtype(), x);
        }
        Meeting meeting = Meeting.of("slice", x);
        return meeting.result(meeting.kernels().slice(meeting.array(x), starts, ends, steps, out), out, x.dtype(), x);
    }

    static Tensor pad(Tensor x, int[] low, int[] high, int[] interior, double value) {
        DTypeRules.requireExact("pad", x.dtype(), value);
        Shape shape = x.shape();
        int rank = shape.rank();
        if (low.length != rank || high.length != rank || interior.length != rank) {
            throw new IllegalArgumentException("pad: low, high and interior name " + low.length + ", " + high.length
                    + " and " + interior.length + " axes, but shape " + shape + " has " + rank + ". Name every axis.");
        }
        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++) {
            if (low[i] < 0 || high[i] < 0 || interior[i] < 0) {
                throw new IllegalArgumentException("pad: low " + low[i] + ", high " + high[i] + " and interior "
                        + interior[i] + " at axis " + i + " must not be negative. Use slice to remove elements.");
            }
            long gaps = Math.max(shape.at(i) - 1L, 0) * interior[i];
            dims[i] = requireLength("pad", shape.at(i) + gaps + low[i] + high[i]);
        }
        Shape out = Shape.ofTrusted(dims);
        if (out.equals(shape)) {
            return x;
        }
        if (shape.isEmpty()) {
            return x.backend().full(out, x.dtype(), value);
        }
        Meeting meeting = Meeting.of("pad", x);
        return meeting.result(
                meeting.kernels().pad(meeting.array(x), low, high, interior, value, out), out, x.dtype(), x);
    }
}
