package io.surprisal.tensor;

import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.TensorBackend;

/**
 * A device that computes tensors, as its user sees it: the source of constants, and what is closed at the end.
 *
 * <p>{@link Backends#open()} finds one; {@link #over} wraps kernels directly. The backend travels with its tensors: there is no
 * global default.
 */
public final class Backend implements AutoCloseable {
    private final TensorBackend<Object> kernels;
    private final BackendInfo info;
    private volatile boolean open = true;

    private Backend(TensorBackend<Object> kernels) {
        this.kernels = kernels;
        this.info = kernels.info();
    }

    /**
     * {@return a handle over an open implementation, which it closes when it is closed}
     *
     * @param kernels the implementation
     */
    @SuppressWarnings(
            "unchecked") // Only arrays that the kernels made are ever given back to them: Tensor keeps them together.
    public static Backend over(TensorBackend<?> kernels) {
        return new Backend((TensorBackend<Object>) kernels);
    }

    /** {@return the backend's name, {@code cpu} for instance} */
    public String name() {
        return info.name();
    }

    /** {@return what the backend is and where it runs} */
    public BackendInfo info() {
        return info;
    }

    /**
     * {@return a tensor with these elements}
     *
     * @param elements the elements in row-major order
     */
    public Tensor of(HostArray elements) {
        requireOpen("of");
        return elements.shape().isEmpty()
                ? empty(elements.shape(), elements.dtype())
                : wrap(kernels.fromHost(elements), elements.shape(), elements.dtype());
    }

    /**
     * {@return FLOAT32 elements in row-major order}
     *
     * @param elements the elements in row-major order
     * @param dims the axis lengths
     */
    public Tensor of(float[] elements, int... dims) {
        return of(HostArray.wrap(elements, shapeOr(elements.length, dims)));
    }

    /**
     * {@return FLOAT64 elements in row-major order}
     *
     * @param elements the elements in row-major order
     * @param dims the axis lengths
     */
    public Tensor of(double[] elements, int... dims) {
        return of(HostArray.wrap(elements, shapeOr(elements.length, dims)));
    }

    /**
     * {@return INT32 elements in row-major order}
     *
     * @param elements the elements in row-major order
     * @param dims the axis lengths
     */
    public Tensor of(int[] elements, int... dims) {
        return of(HostArray.wrap(elements, shapeOr(elements.length, dims)));
    }

    /**
     * {@return INT64 elements in row-major order}
     *
     * @param elements the elements in row-major order
     * @param dims the axis lengths
     */
    public Tensor of(long[] elements, int... dims) {
        return of(HostArray.wrap(elements, shapeOr(elements.length, dims)));
    }

    /**
     * {@return BOOL elements in row-major order}
     *
     * @param elements the elements in row-major order
     * @param dims the axis lengths
     */
    public Tensor of(boolean[] elements, int... dims) {
        return of(HostArray.wrap(elements, shapeOr(elements.length, dims)));
    }

    /**
     * {@return a FLOAT32 scalar}
     *
     * @param value the value
     */
    public Tensor scalar(double value) {
        return full(Shape.scalar(), DType.FLOAT32, value);
    }

    /**
     * {@return a scalar of the given type}
     *
     * @param value the value
     * @param dtype the result's element type
     */
    public Tensor scalar(double value, DType dtype) {
        return full(Shape.scalar(), dtype, value);
    }

    /**
     * {@return a tensor with every element {@code value}; of BOOL, whether it is not 0}
     *
     * @param shape the result's shape
     * @param dtype the result's element type
     * @param value the value
     * @throws IllegalArgumentException if the dtype is of integers and the value is not exact in it
     * @throws BackendException if there is no memory for it
     */
    public Tensor full(Shape shape, DType dtype, double value) {
        requireOpen("full");
        DTypeRules.requireExact("full", dtype, value);
        if (shape.isEmpty()) {
            return empty(shape, dtype);
        }
        try {
            return wrap(kernels.full(shape, dtype, value), shape, dtype);
        } catch (OutOfMemoryError e) {
            throw BackendException.outOfMemory("full", shape, dtype, name(), e);
        }
    }

    /**
     * {@return zeros (false for BOOL)}
     *
     * @param shape the result's shape
     * @param dtype the result's element type
     */
    public Tensor zeros(Shape shape, DType dtype) {
        return full(shape, dtype, 0);
    }

    /**
     * {@return ones (true for BOOL)}
     *
     * @param shape the result's shape
     * @param dtype the result's element type
     */
    public Tensor ones(Shape shape, DType dtype) {
        return full(shape, dtype, 1);
    }

    /**
     * {@return the INT64 numbers 0, 1, …, {@code end} − 1}
     *
     * @param end the number after the last
     */
    public Tensor arange(int end) {
        return of(Sequences.counting(Math.max(end, 0)));
    }

    /**
     * {@return {@code count} evenly spaced numbers from {@code first} to {@code last}, both exact; between −∞ and +∞ there are
     * NaN}
     *
     * @param first the first number
     * @param last the last number
     * @param count how many
     * @param dtype the result's element type
     * @throws IllegalArgumentException if the count is less than 2, or the dtype is not floating
     */
    public Tensor linspace(double first, double last, int count, DType dtype) {
        DTypeRules.requireFloating("linspace", dtype);
        double[] elements = Sequences.evenlySpaced(first, last, count);
        return of(HostArray.fromReals(elements, Shape.of(count), dtype));
    }

    /**
     * {@return the identity matrix}
     *
     * @param n the number of rows and of columns, from 0 to 46,340, beyond which no tensor has so many elements
     * @param dtype the result's element type
     * @throws IllegalArgumentException if there cannot be so many rows
     */
    public Tensor eye(int n, DType dtype) {
        if (n < 0) {
            throw new IllegalArgumentException(
                    "eye: the number of rows must not be negative, but is " + n + ". Ask for 0 or more.");
        }
        return of(HostArray.fromReals(Sequences.identity(n), Shape.of(n, n), dtype));
    }

    /**
     * {@return a tensor over an array of this backend's own type, which it owns from now on: the way in for code that
     * knows the backend}
     *
     * @param array the array
     * @throws IllegalArgumentException if it is of another type
     */
    public Tensor adopt(Object array) {
        requireOpen("adopt");
        Shape shape;
        DType dtype;
        try {
            shape = kernels.shape(array);
            dtype = kernels.dtype(array);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "adopt: an object of " + array.getClass() + " is not an array of backend " + name()
                            + ". Pass one of its own type, or use of(…) for Java arrays.",
                    e);
        }
        return wrap(array, shape, dtype);
    }

    /**
     * {@return the backend's own array inside a tensor, which stays the tensor's: the way out for code that knows the
     * backend}
     *
     * @param tensor the tensor
     * @throws IllegalArgumentException if the tensor lives on another backend, is traced, or is empty
     */
    public Object arrayOf(Tensor tensor) {
        if (tensor.backend() != this || tensor.level() != null || tensor.shape().isEmpty()) {
            throw new IllegalArgumentException("arrayOf: " + tensor + " has no array of backend " + name()
                    + ". Pass a tensor of this backend, outside gradient calls, with at least one element.");
        }
        return tensor.array("arrayOf");
    }

    /** {@return the implementation} */
    public TensorBackend<?> kernels() {
        return kernels;
    }

    /** {@return arrays that tensors hold at this moment} */
    public long liveArrays() {
        return kernels.liveArrays();
    }

    /**
     * Gives memory that waits for arrays to come back to the machine. Backends keep what released tensors leave, so that
     * steady work allocates nothing; after work on larger tensors than those to come, that can be much. No tensor
     * changes, and the next ones take longer to make.
     */
    public void trim() {
        requireOpen("trim");
        kernels.trim();
    }

    /** Waits until everything that was started on the device is done. */
    public void synchronize() {
        requireOpen("synchronize");
        kernels.synchronize();
    }

    /** Frees every tensor of this backend and the device. Closing twice is allowed. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            kernels.close();
        }
    }

    /** Name and device. */
    @Override
    public String toString() {
        return "backend " + name() + " (" + info.device() + ")" + (open ? "" : ", closed");
    }

    /**
     * Checks that this backend can still compute: for code that calls {@link #kernels()} itself.
     *
     * @param operation the operation, for messages
     * @throws IllegalStateException if the backend was closed; {@code operation} begins the message
     */
    public void requireOpen(String operation) {
        if (!open) {
            throw new IllegalStateException(operation + ": backend " + name()
                    + " was closed, and its tensors with it. Open a new one with Backends.open().");
        }
    }

    void free(Object array) {
        if (open && array != Empty.ARRAY) {
            kernels.release(array);
        }
    }

    /** {@link #free}, from the cleaner's thread, which may meet a close. */
    synchronized void freeUnreachable(Object array) {
        free(array);
    }

    /** No backend ever sees an empty array. */
    Tensor empty(Shape shape, DType dtype) {
        return new Tensor(this, null, Empty.ARRAY, shape, dtype);
    }

    private Tensor wrap(Object array, Shape shape, DType dtype) {
        return new Tensor(this, null, array, shape, dtype);
    }

    /** {@code of(elements)} without lengths makes a vector. */
    private static Shape shapeOr(int length, int[] dims) {
        return dims.length == 0 ? Shape.of(length) : Shape.of(dims);
    }

    /** What stands in a tensor without elements. */
    private enum Empty {
        ARRAY
    }
}
