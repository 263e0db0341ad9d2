package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/**
 * A device's kernels on arrays of the author's own type, with transfer to and from the host and the arrays' lifetime.
 *
 * <p>Any thread may read arrays and run kernels; the implementation serialises what its device needs serialised.
 *
 * @param <A> the array type; no wrapper is imposed
 */
public interface TensorBackend<A> extends Kernels<A>, AutoCloseable {
    /** {@return what this backend is and where it runs; cheap} */
    BackendInfo info();

    /**
     * {@return the shape of an array}
     *
     * @param a the array
     */
    Shape shape(A a);

    /**
     * {@return the element type of an array}
     *
     * @param a the array
     */
    DType dtype(A a);

    /**
     * Copies host elements to a new array; there is at least one.
     *
     * @param data the elements
     * @return the copy
     */
    A fromHost(HostArray data);

    /**
     * Copies an array to the host, after all work on it.
     *
     * @param a the array
     * @return the copy
     */
    HostArray toHost(A a);

    /**
     * {@return an array with every element {@code value} (BOOL: ≠ 0)}
     *
     * @param shape the result's shape
     * @param dtype the result's element type
     * @param value the value of every element
     */
    A full(Shape shape, DType dtype, double value);

    /**
     * {@return a floating array of elements that the host computes, on several threads where they are many} The default has them computed
     * on the heap and copies them.
     *
     * @param shape the result's shape, of at least one element
     * @param dtype the result's element type, floating; FLOAT32 rounds
     * @param grain how many elements are worth a thread of their own, see {@link HostThreads#compute}
     * @param source what computes them; it does not call the backend
     */
    default A generate(Shape shape, DType dtype, int grain, DoubleSource source) {
        double[] elements = new double[shape.size()];
        HostThreads.compute(elements.length, grain, (from, to) -> source.fill(from, elements, from, to - from));
        return fromHost(HostArray.fromReals(elements, shape, dtype));
    }

    /**
     * {@return an INT64 array of elements that the host computes, on several threads where they are many} The default has them computed on
     * the heap and copies them.
     *
     * @param shape the result's shape, of at least one element
     * @param grain how many elements are worth a thread of their own, see {@link HostThreads#compute}
     * @param source what computes them; it does not call the backend
     */
    default A generate(Shape shape, int grain, LongSource source) {
        long[] elements = new long[shape.size()];
        HostThreads.compute(elements.length, grain, (from, to) -> source.fill(from, elements, from, to - from));
        return fromHost(HostArray.wrap(elements, shape));
    }

    /**
     * {@return INT64 index of the first largest element along {@code axis}, which stays with length 1; NaN counts as
     * the largest} The default goes through the host.
     *
     * @param a the array
     * @param axis the axis, not negative
     * @param out the result's shape
     */
    default A argmax(A a, int axis, Shape out) {
        return fromHost(HostOrdering.argmax(toHost(a), axis, out));
    }

    /**
     * {@return INT64 indices that sort ascending along an axis: stable, NaN last, −0 equal to 0} The default goes through the host.
     *
     * @param a the array
     * @param axis the axis, not negative
     */
    default A argsort(A a, int axis) {
        return fromHost(HostOrdering.argsort(toHost(a), axis));
    }

    @Override
    default A binary(BinaryOp op, A a, double b) {
        A scalar = full(Shape.scalar(), dtype(a), b);
        try {
            return binary(op, a, scalar, shape(a));
        } finally {
            release(scalar);
        }
    }

    /** Goes through the host with core's scalar functions, so that every backend has every special function. */
    @Override
    default A special(SpecialOp op, List<A> arguments, Shape out) {
        return fromHost(
                HostSpecial.apply(op, arguments.stream().map(this::toHost).toList(), out));
    }

    /** Goes through the host: nothing else can call a Java function. */
    @Override
    default A map(ElementFunction function, List<A> arguments, Shape out) {
        return fromHost(
                HostSpecial.apply(function, arguments.stream().map(this::toHost).toList(), out));
    }

    /** Goes through the host, in double precision. */
    @Override
    default A cholesky(A a) {
        return fromHost(HostFactors.cholesky(toHost(a)));
    }

    /** Goes through the host, in double precision. */
    @Override
    default A triangularSolve(A lower, A b, boolean transpose, Shape out) {
        return fromHost(HostFactors.triangularSolve(toHost(lower), toHost(b), transpose, out));
    }

    /**
     * Frees an array, or gives it back to a pool. Core calls it once for every array that it was given, from any
     * thread.
     *
     * @param a the array
     */
    void release(A a);

    /** {@return arrays given out and not yet released; what a leak test asks} */
    long liveArrays();

    /** Frees the memory that the backend keeps for arrays to come. Without a pool there is nothing to do. */
    default void trim() {}

    /** Waits for all work that was started. */
    void synchronize();

    /** Frees everything, arrays that were not released included. Closing twice is allowed. */
    @Override
    void close();
}
