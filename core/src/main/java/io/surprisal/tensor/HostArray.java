package io.surprisal.tensor;

import java.util.Arrays;

/**
 * Elements on the host in row-major order: what goes into and comes out of a backend, and into and out of files.
 *
 * <p>{@code wrap…} takes the Java array as it is: whoever wraps must not write to it afterwards. The typed accessors return the
 * array itself, for reading.
 */
public final class HostArray {
    private final Object elements;
    private final Shape shape;
    private final DType dtype;

    private HostArray(Object elements, int length, Shape shape, DType dtype) {
        if (length != shape.size()) {
            throw new IllegalArgumentException("HostArray: " + length + " elements do not fill shape " + shape
                    + ", which needs " + shape.size() + ". Change one of the two.");
        }
        this.elements = elements;
        this.shape = shape;
        this.dtype = dtype;
    }

    /**
     * {@return FLOAT32 elements, not copied}
     *
     * @param elements the elements in row-major order
     * @param shape the result's shape
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray wrap(float[] elements, Shape shape) {
        return new HostArray(elements, elements.length, shape, DType.FLOAT32);
    }

    /**
     * {@return FLOAT64 elements, not copied}
     *
     * @param elements the elements in row-major order
     * @param shape the result's shape
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray wrap(double[] elements, Shape shape) {
        return new HostArray(elements, elements.length, shape, DType.FLOAT64);
    }

    /**
     * {@return INT32 elements, not copied}
     *
     * @param elements the elements in row-major order
     * @param shape the result's shape
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray wrap(int[] elements, Shape shape) {
        return new HostArray(elements, elements.length, shape, DType.INT32);
    }

    /**
     * {@return INT64 elements, not copied}
     *
     * @param elements the elements in row-major order
     * @param shape the result's shape
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray wrap(long[] elements, Shape shape) {
        return new HostArray(elements, elements.length, shape, DType.INT64);
    }

    /**
     * {@return BOOL elements, not copied}
     *
     * @param elements the elements in row-major order
     * @param shape the result's shape
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray wrap(boolean[] elements, Shape shape) {
        return new HostArray(elements, elements.length, shape, DType.BOOL);
    }

    /**
     * {@return elements 0 of the given type and shape}
     *
     * @param shape the result's shape
     * @param dtype the result's element type
     */
    public static HostArray zeros(Shape shape, DType dtype) {
        int n = shape.size();
        return switch (dtype) {
            case FLOAT32 -> wrap(new float[n], shape);
            case FLOAT64 -> wrap(new double[n], shape);
            case INT32 -> wrap(new int[n], shape);
            case INT64 -> wrap(new long[n], shape);
            case BOOL -> wrap(new boolean[n], shape);
        };
    }

    /**
     * {@return real numbers as elements of any type, by the rules of {@code cast}: rounded once for FLOAT32, truncated toward zero and
     * saturated for integers with NaN as 0, and ≠ 0 for BOOL; not copied for FLOAT64}
     *
     * @param values the numbers in row-major order
     * @param shape the result's shape
     * @param dtype the result's element type
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray fromReals(double[] values, Shape shape, DType dtype) {
        return Conversion.fromReals(values, shape, dtype);
    }

    /**
     * {@return whole numbers as elements of any type, by the rules of {@code cast}: rounded once for floating types, the low 32 bits for
     * INT32, and ≠ 0 for BOOL; not copied for INT64}
     *
     * @param values the numbers in row-major order
     * @param shape the result's shape
     * @param dtype the result's element type
     * @throws IllegalArgumentException if their number is not the shape's size
     */
    public static HostArray fromIntegers(long[] values, Shape shape, DType dtype) {
        return Conversion.fromIntegers(values, shape, dtype);
    }

    /** {@return the shape} */
    public Shape shape() {
        return shape;
    }

    /** {@return the element type} */
    public DType dtype() {
        return dtype;
    }

    /**
     * {@return the elements of a FLOAT32 array}
     *
     * @throws IllegalStateException if the type is another
     */
    public float[] floats() {
        return (float[]) checked(DType.FLOAT32);
    }

    /**
     * {@return the elements of a FLOAT64 array}
     *
     * @throws IllegalStateException if the type is another
     */
    public double[] doubles() {
        return (double[]) checked(DType.FLOAT64);
    }

    /**
     * {@return the elements of an INT32 array}
     *
     * @throws IllegalStateException if the type is another
     */
    public int[] ints() {
        return (int[]) checked(DType.INT32);
    }

    /**
     * {@return the elements of an INT64 array}
     *
     * @throws IllegalStateException if the type is another
     */
    public long[] longs() {
        return (long[]) checked(DType.INT64);
    }

    /**
     * {@return the elements of a BOOL array}
     *
     * @throws IllegalStateException if the type is another
     */
    public boolean[] booleans() {
        return (boolean[]) checked(DType.BOOL);
    }

    /**
     * {@return one element of any type as a double; true is 1} INT64 beyond ±2⁵³ rounds.
     *
     * @param index the index
     */
    public double doubleAt(int index) {
        return switch (dtype) {
            case FLOAT32 -> ((float[]) elements)[index];
            case FLOAT64 -> ((double[]) elements)[index];
            case INT32 -> ((int[]) elements)[index];
            case INT64 -> (double) ((long[]) elements)[index];
            case BOOL -> ((boolean[]) elements)[index] ? 1 : 0;
        };
    }

    /** {@return all elements as doubles, in a new array; true is 1} INT64 beyond ±2⁵³ rounds. */
    public double[] toDoubles() {
        double[] result = new double[shape.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = doubleAt(i);
        }
        return result;
    }

    /**
     * {@return all elements of an integer or BOOL array as longs, in a new array; true is 1}
     *
     * @throws IllegalStateException if the type is floating
     */
    public long[] toLongs() {
        long[] result = new long[shape.size()];
        switch (dtype) {
            case INT32 -> {
                int[] own = ints();
                Arrays.setAll(result, i -> own[i]);
            }
            case INT64 -> System.arraycopy(longs(), 0, result, 0, result.length);
            case BOOL -> {
                boolean[] own = booleans();
                Arrays.setAll(result, i -> own[i] ? 1 : 0);
            }
            case FLOAT32, FLOAT64 ->
                throw new IllegalStateException("HostArray: the elements are " + dtype
                        + ", not whole numbers. Use toDoubles(), or cast the tensor first.");
        }
        return result;
    }

    /**
     * {@return the same elements under another shape of equal size, not copied}
     *
     * @param other the other operand
     * @throws IllegalArgumentException if sizes differ
     */
    public HostArray reshape(Shape other) {
        return new HostArray(elements, shape.size(), other, dtype);
    }

    private Object checked(DType wanted) {
        if (dtype != wanted) {
            throw new IllegalStateException("HostArray: the elements are " + dtype + ", not " + wanted
                    + ". Use toDoubles(), or cast the tensor first.");
        }
        return elements;
    }

    /** Equal type, shape and elements; floating elements are compared by their bits, so NaN equals NaN and 0 differs from −0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HostArray h
                && h.shape.equals(shape)
                && Arrays.deepEquals(new Object[] {elements}, new Object[] {h.elements});
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.deepHashCode(new Object[] {elements});
    }

    /** Type and shape. */
    @Override
    public String toString() {
        return "HostArray " + shape + " " + dtype;
    }
}
