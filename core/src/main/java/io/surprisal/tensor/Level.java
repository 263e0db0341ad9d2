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

    /** The level with this number, counted from 1 for the outermost gradient call of a thread. */
    protected Level(int number) {
        this.number = number;
    }

    /** 1 for the outermost gradient call of a thread, 2 for one inside it, … */
    public final int number() {
        return number;
    }

    /** The level of a tensor; null where it is not traced. */
    protected static @Nullable Level of(Tensor tensor) {
        return tensor.level();
    }

    /** The recording kernels. */
    protected abstract Kernels<?> kernels();

    /** A tensor of a lower level or of the backend as an array of this level that has no derivative. */
    protected abstract Object constant(Tensor lower);

    /** The tensor, one or more levels lower, that holds the value of an array of this level. */
    protected abstract Tensor value(Object array);

    /**
     * Called before any use of an array of this level.
     *
     * @throws IllegalStateException if the gradient call has returned, or belongs to another thread
     */
    protected abstract void requireOpen(String operation);

    /** A tensor of this level. */
    protected final Tensor tensor(Backend backend, Object array, Shape shape, DType dtype) {
        return new Tensor(backend, this, array, shape, dtype);
    }

    /** The array of a tensor of this level; any other tensor becomes a constant. */
    protected final Object array(String operation, Tensor tensor) {
        return tensor.level() == this ? tensor.array(operation) : constant(tensor);
    }
}
