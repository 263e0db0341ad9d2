package io.surprisal.tensor;

import io.surprisal.tensor.spi.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * One open gradient call, as tensors see it: kernels on an array type that also records what is done. Levels are numbered by
 * nesting; where tensors of several meet, the highest computes and the others are constants to it. Only {@code
 * io.surprisal.autodiff} extends this class.
 */
public abstract class Level {
    private final int number;

    /**
     * The level with this number, counted from 1 for the outermost gradient call of a thread.
     *
     * @param number the level
     */
    protected Level(int number) {
        this.number = number;
    }

    /** {@return 1 for the outermost gradient call of a thread, 2 for one inside it, …} */
    public final int number() {
        return number;
    }

    /**
     * {@return the level of a tensor; null where it is not traced}
     *
     * @param tensor the tensor
     */
    protected static @Nullable Level of(Tensor tensor) {
        return tensor.level();
    }

    /** {@return the recording kernels} */
    protected abstract Kernels<?> kernels();

    /**
     * {@return a tensor of a lower level or of the backend as an array of this level that has no derivative}
     *
     * @param lower a tensor of a lower level
     */
    protected abstract Object constant(Tensor lower);

    /**
     * {@return the tensor, one or more levels lower, that holds the value of an array of this level}
     *
     * @param array the array
     */
    protected abstract Tensor value(Object array);

    /**
     * Called before any use of an array of this level.
     *
     * @param operation the operation, for messages
     * @throws IllegalStateException if the gradient call has returned, or belongs to another thread
     */
    protected abstract void requireOpen(String operation);

    /**
     * {@return a tensor of this level}
     *
     * @param backend where the result lives
     * @param array the array
     * @param shape the result's shape
     * @param dtype the result's element type
     */
    protected final Tensor tensor(Backend backend, Object array, Shape shape, DType dtype) {
        return new Tensor(backend, this, array, shape, dtype);
    }

    /**
     * {@return the array of a tensor of this level; any other tensor becomes a constant}
     *
     * @param operation the operation, for messages
     * @param tensor the tensor
     */
    protected final Object array(String operation, Tensor tensor) {
        return tensor.level() == this ? tensor.array(operation) : constant(tensor);
    }
}
