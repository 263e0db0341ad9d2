package io.surprisal.backend.nd4j;

import io.surprisal.backend.cpu.CpuArray;
import io.surprisal.backend.cpu.ForeignMemory;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Exchanges arrays with code that uses ND4J, without a copy: between {@code INDArray} and tensors of backend {@code cpu}, {@code nd4j}
 * or {@code nd4j-cuda}.
 *
 * <p>Both sides then look at the same memory. Who made the memory keeps it:
 *
 * <ul>
 *   <li>a tensor over an {@code INDArray} holds on to the array, and never closes it. Do not close the array, nor write to it, before the
 *       tensor is released: tensors do not change.
 *   <li>an {@code INDArray} over a tensor is good until the tensor is released: by {@code release()}, by its scope, by the backend's close,
 *       or, outside any scope, by the garbage collector once nobody holds the tensor. The array does not hold it: hold it yourself
 *       ({@link java.lang.ref.Reference#reachabilityFence}). Do not write to the array. Closing it does nothing. Its {@code dup()} is
 *       independent.
 * </ul>
 *
 * <p>ND4J starts when it is first needed here, which takes about a second, and not before.
 */
public final class Nd4jArrays {
    private Nd4jArrays() {}

    /**
     * A tensor over an array's memory.
     *
     * @param array an array of FLOAT, DOUBLE, INT, LONG or BOOL in row-major order without gaps, a row of a matrix for instance, and in no
     *     workspace
     * @param backend backend {@code cpu}, or one on ND4J's arrays
     * @return a tensor that is released like any other, and leaves the array as it is
     * @throws IllegalArgumentException if the array or the backend is another, or the array is closed
     */
    public static Tensor toTensor(INDArray array, Backend backend) {
        requireUsable(array);
        DType dtype = Types.of(array.dataType());
        if (dtype == null) {
            throw new IllegalArgumentException("toTensor: tensors have no type " + array.dataType()
                    + ". Pass array.castTo(DataType.FLOAT) or another of FLOAT, DOUBLE, INT, LONG, BOOL.");
        }
        Shape shape = Types.shape(array);
        if (shape.isEmpty()) {
            return backend.zeros(shape, dtype);
        }
        requireRowMajor(array, shape);
        Nd4j.getExecutioner().commit();
        if (backend.kernels() instanceof Nd4jBackend nd4j) {
            INDArray seen = Types.isDeep(shape) ? Layout.reshaped(array, shape) : array;
            return backend.adopt(nd4j.borrow(seen, shape, dtype));
        }
        requireProcessor("toTensor");
        long address = array.data().addressPointer().address();
        return ForeignMemory.tensor(backend, address, shape, dtype, new Keeper(array));
    }

    /**
     * An array over a tensor's memory. Starts ND4J if it does not run.
     *
     * @param tensor a tensor with at least one element and at most 8 axes, outside gradient calls, of backend {@code cpu} or of one on
     *     ND4J's arrays
     * @return an array that is good until the tensor is released
     * @throws IllegalArgumentException if the tensor is another
     * @throws IllegalStateException if the tensor was released
     * @throws io.surprisal.tensor.BackendException if ND4J does not start, or runs on a graphics card and the tensor does not
     */
    public static INDArray toINDArray(Tensor tensor) {
        if (Types.isDeep(tensor.shape())) {
            throw new IllegalArgumentException("toINDArray: " + tensor + " has more than the " + Types.MOST_AXES
                    + " axes with which ND4J computes safely. Reshape it to fewer.");
        }
        Object array = tensor.backend().arrayOf(tensor);
        if (array instanceof Nd4jArray held) {
            return held.array();
        }
        if (array instanceof CpuArray held) {
            Nd4jRuntime.start(Nd4jFlavour.CPU);
            return over(held.address(), held.shape(), held.dtype());
        }
        throw new IllegalArgumentException("toINDArray: " + tensor
                + " has no memory that ND4J can look at. Copy it with to(backend) to backend cpu or nd4j first.");
    }

    private static INDArray over(long address, Shape shape, DType dtype) {
        DataBuffer buffer = Nd4j.createBuffer(
                new Address(address, (long) shape.size() * dtype.bytes()), shape.size(), Types.of(dtype));
        INDArray result = Nd4j.create(buffer, Types.lengths(shape), Types.strides(shape), 0, 'c', Types.of(dtype));
        result.setCloseable(false);
        return result;
    }

    private static void requireUsable(INDArray array) {
        if (array.wasClosed()) {
            throw new IllegalArgumentException(
                    "toTensor: the array was closed. Make the tensor first, and close the array"
                            + " after the tensor's release.");
        }
        if (array.isAttached()) {
            throw new IllegalArgumentException("toTensor: the array belongs to a workspace of ND4J, whose end frees it."
                    + " Pass array.detach().");
        }
    }

    /** Along an axis of length 1 there are no neighbours, and any stride will do. */
    private static void requireRowMajor(INDArray array, Shape shape) {
        int[] strides = shape.strides();
        for (int axis = 0; axis < strides.length; axis++) {
            if (shape.at(axis) > 1 && array.stride(axis) != strides[axis]) {
                throw new IllegalArgumentException("toTensor: the array of shape " + shape
                        + " is not in row-major order without gaps. Pass array.dup('c').");
            }
        }
    }

    private static void requireProcessor(String operation) {
        if (Nd4jRuntime.running() != Nd4jFlavour.CPU) {
            throw new IllegalArgumentException(operation + ": the array is on a graphics card, the tensor would not be."
                    + " Use a backend on ND4J's arrays, or copy the elements.");
        }
    }

    /** Holds an array for as long as a tensor holds this. */
    private record Keeper(INDArray array) implements Runnable {
        @Override
        public void run() {
            // The array is its owner's again.
        }
    }

    /** A number as ND4J wants to see it. */
    private static final class Address extends Pointer {
        Address(long address, long bytes) {
            super((Pointer) null);
            this.address = address;
            limit = bytes;
            capacity = bytes;
        }
    }
}
