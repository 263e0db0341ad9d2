package io.surprisal.tensor;

import java.util.Arrays;

/**
 * The lengths of a tensor's axes, immutable. {@code []} is the shape of a scalar and has one element; a length of 0 makes an empty
 * tensor. A shape has at most 2³¹ − 1 elements, the most that a Java array on the host can take, and at most
 * {@value #MAXIMUM_RANK} axes.
 */
public final class Shape {
    /** The most axes of a tensor: what native libraries have room for, so that a program runs on every backend or on none. */
    public static final int MAXIMUM_RANK = 32;

    private static final Shape SCALAR = new Shape(new int[0], 1);

    private final int[] dims;
    private final int size;
    private final int hash;

    private Shape(int[] dims, int size) {
        this.dims = dims;
        this.size = size;
        this.hash = Arrays.hashCode(dims);
    }

    /**
     * {@return the shape with these axis lengths}
     *
     * @param dims the axis lengths
     * @throws IllegalArgumentException if a length is negative, the product exceeds 2³¹ − 1, or there are more than
     *     {@value #MAXIMUM_RANK} axes
     */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : ofTrusted(dims.clone());
    }

    /** As {@link #of}, for an array that nobody else holds. */
    static Shape ofTrusted(int[] dims) {
        if (dims.length == 0) {
            return SCALAR;
        }
        if (dims.length > MAXIMUM_RANK) {
            throw new IllegalArgumentException("Shape: " + Arrays.toString(dims) + " has " + dims.length
                    + " axes, but a tensor has at most " + MAXIMUM_RANK + ". Merge neighbouring axes into one.");
        }
        boolean empty = false;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException(
                        "Shape: axis lengths must be ≥ 0, but the shape is " + Arrays.toString(dims) + ".");
            }
            empty |= dim == 0;
        }
        long product = empty ? 0 : 1;
        for (int dim : dims) {
            product *= dim;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "Shape: " + Arrays.toString(dims)
                                + " has more than 2147483647 elements, the most that one tensor can hold. Split it along an axis.");
            }
        }
        return new Shape(dims, (int) product);
    }

    /** {@return the shape {@code []} of a single number} */
    public static Shape scalar() {
        return SCALAR;
    }

    /** {@return the number of axes} */
    public int rank() {
        return dims.length;
    }

    /** {@return the number of elements: the product of the lengths, 1 for a scalar} */
    public int size() {
        return size;
    }

    /** {@return whether the shape has no elements} */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * {@return the length of an axis; negative axes count from the end}
     *
     * @param axis the axis
     * @throws IllegalArgumentException if the axis is not in −rank … rank − 1
     */
    public int dim(int axis) {
        return dims[Axes.normalise("dim", axis, this)];
    }

    /** {@return the axis lengths, as a copy} */
    public int[] dims() {
        return dims.clone();
    }

    /**
     * {@return the axis length, unchecked: for loops inside core and backends}
     *
     * @param axis the axis
     */
    public int at(int axis) {
        return dims[axis];
    }

    /**
     * {@return this shape with one axis length replaced}
     *
     * @param axis the axis
     * @param length the new length
     */
    public Shape with(int axis, int length) {
        int[] result = dims.clone();
        result[Axes.normalise("Shape.with", axis, this)] = length;
        return ofTrusted(result);
    }

    /**
     * {@return the axes {@code from} (inclusive) to {@code to} (exclusive) of this shape}
     *
     * @param from the first axis
     * @param to the axis after the last
     */
    public Shape axes(int from, int to) {
        return ofTrusted(Arrays.copyOfRange(dims, from, to));
    }

    /**
     * {@return this shape followed by another: {@code [2, 3].then([4]) = [2, 3, 4]}}
     *
     * @param other the axes that follow
     * @throws IllegalArgumentException if the product of the lengths exceeds 2³¹ − 1, or there are more than
     *     {@value #MAXIMUM_RANK} axes
     */
    public Shape then(Shape other) {
        int[] result = Arrays.copyOf(dims, dims.length + other.dims.length);
        System.arraycopy(other.dims, 0, result, dims.length, other.dims.length);
        return ofTrusted(result);
    }

    /** {@return elements between neighbours along each axis, in row-major order} */
    public int[] strides() {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        return strides;
    }

    /**
     * {@return the index of an element in brackets, for messages: {@code [1, 2]}; nothing for the only element of a scalar}
     *
     * @param position the element's place in row-major order
     */
    public String placeOf(int position) {
        int[] index = new int[dims.length];
        int rest = position;
        int[] strides = strides();
        for (int axis = 0; axis < dims.length; axis++) {
            index[axis] = rest / strides[axis];
            rest %= strides[axis];
        }
        return dims.length == 0 ? "" : Arrays.toString(index);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Shape s && s.hash == hash && Arrays.equals(dims, s.dims));
    }

    /** The lengths in brackets: {@code [128, 784]}. */
    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
