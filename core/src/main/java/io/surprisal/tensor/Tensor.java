package io.surprisal.tensor;

import io.surprisal.tensor.ops.SpecialOp;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable array of numbers of one {@link DType}, on one backend.
 *
 * <p>Its operations are grouped by family: {@link ElementwiseMath}, {@link Arithmetic}, {@link Comparisons}, {@link Reductions},
 * {@link Reshaping}, {@link Indexing}, {@link MatrixAlgebra}, {@link SpecialMath} and {@link FusedMath}. Operands must be of one dtype and on one backend; Java numbers
 * take the tensor's dtype. Inside a gradient call ({@code io.surprisal.autodiff.Gradients}) the same methods also record what is
 * needed for derivatives.
 *
 * <p>An operation that has nothing to do, such as a reshape to the present shape, returns the tensor itself.
 *
 * <p>A tensor made while a {@link Scope} is open is freed when the scope closes; one made outside any scope is freed by {@link
 * #release()}, by the backend's close, or after the garbage collector finds it unreachable.
 */
public final class Tensor
        implements TensorTree,
                ElementwiseMath,
                Arithmetic,
                Comparisons,
                Reductions,
                Reshaping,
                Indexing,
                MatrixAlgebra,
                SpecialMath,
                FusedMath {
    private final Backend backend;
    private final @Nullable Level level;
    private final Shape shape;
    private final DType dtype;

    private @Nullable Object array;

    /** The scope that frees this tensor at its close; null outside any scope. */
    private @Nullable Scope scope;

    /** Frees the array after the tensor becomes unreachable; null inside a scope. */
    private @Nullable Guard guard;

    Tensor(Backend backend, @Nullable Level level, Object array, Shape shape, DType dtype) {
        this.backend = backend;
        this.level = level;
        this.array = array;
        this.shape = shape;
        this.dtype = dtype;
        if (level == null) {
            Scope current = Scope.current();
            if (current == null) {
                guard = Guard.over(this, backend, array);
            } else {
                current.add(this);
            }
        }
    }

    /** {@return the shape} */
    public Shape shape() {
        return shape;
    }

    /** {@return the element type} */
    public DType dtype() {
        return dtype;
    }

    /** {@return the backend that computes this tensor} */
    public Backend backend() {
        return backend;
    }

    /** {@return the number of axes} */
    public int rank() {
        return shape.rank();
    }

    /** {@return the number of elements} */
    public int size() {
        return shape.size();
    }

    /**
     * Copies the elements to the host, after all work on them.
     *
     * @return the copy
     * @throws IllegalStateException if the tensor was released
     */
    public HostArray toHost() {
        Object present = array("toHost");
        if (shape.isEmpty()) {
            return HostArray.zeros(shape, dtype);
        }
        Level traced = level;
        try {
            return traced != null
                    ? traced.value(present).toHost()
                    : Meeting.of("toHost", this).ownKernels().toHost(present);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** {@return the elements as floats; the dtype must be FLOAT32} */
    public float[] toFloats() {
        return toHost().floats();
    }

    /** {@return the elements of any dtype as doubles; true is 1} */
    public double[] toDoubles() {
        return toHost().toDoubles();
    }

    /** {@return the elements as longs; the dtype must be INT64} */
    public long[] toLongs() {
        return toHost().longs();
    }

    /** {@return the elements as truth values; the dtype must be BOOL} */
    public boolean[] toBooleans() {
        return toHost().booleans();
    }

    /**
     * {@return the one element of a tensor of size 1, as a double}
     *
     * @throws IllegalStateException if the tensor has another number of elements, or was released
     */
    public double item() {
        if (shape.size() != 1) {
            throw new IllegalStateException(
                    "item: a tensor of shape " + shape + " has " + shape.size() + " elements, not 1. Use toDoubles().");
        }
        return toHost().doubleAt(0);
    }

    /**
     * {@return a copy on another backend; the tensor itself where it is there already} Not differentiable.
     *
     * @param target where the copy shall live
     */
    public Tensor to(Backend target) {
        return target == backend && level == null ? this : target.of(toHost());
    }

    /** {@return the same numbers as a constant: no derivative flows through, at any level of nesting} */
    public Tensor stopGradient() {
        Tensor constant = this;
        for (Level traced = level; traced != null; traced = constant.level) {
            constant = traced.value(constant.array("stopGradient"));
        }
        return constant;
    }

    /**
     * Joins tensors along an axis; all other axes are equal.
     *
     * @param parts the tensors in order
     * @param axis the axis; negative ones count from the end
     * @return the joined elements
     * @throws IllegalArgumentException if there are none, or shapes, dtypes or backends do not fit
     */
    public static Tensor concat(List<Tensor> parts, int axis) {
        return ShapeRules.concat(parts, axis);
    }

    /**
     * Joins tensors of one shape along a new axis.
     *
     * @param parts the tensors in order
     * @param axis the axis; negative ones count from the end
     * @return the joined elements
     * @throws IllegalArgumentException if there are none, or shapes, dtypes or backends do not fit
     */
    public static Tensor stack(List<Tensor> parts, int axis) {
        return ShapeRules.stack(parts, axis);
    }

    /**
     * {@return {@code a} where {@code condition} is true, {@code b} elsewhere; the three broadcast} Derivatives flow
     * to the side taken.
     *
     * @param condition where the first is taken, of BOOL
     * @param a the first operand
     * @param b the second operand
     * @throws IllegalArgumentException if the condition is not BOOL, or shapes, dtypes or backends do not fit
     */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return ElementwiseRules.where(condition, a, b);
    }

    /**
     * A special function by its kernel's name; the arguments broadcast.
     *
     * @param op the function
     * @param arguments as many as the function takes, of one floating dtype
     * @return its values
     * @throws IllegalArgumentException if the number, shapes, dtypes or backends of the arguments do not fit
     */
    public static Tensor special(SpecialOp op, List<Tensor> arguments) {
        return ElementwiseRules.special(op, arguments);
    }

    /** Frees the memory now. Releasing twice is allowed; traced tensors belong to their gradient call and stay. */
    public void release() {
        Object released = array;
        if (level != null || released == null) {
            return;
        }
        array = null;
        scope = null;
        if (guard == null) {
            backend.free(released);
        } else {
            guard.free();
        }
    }

    /** {@return whether the tensor can no longer be used} */
    public boolean isReleased() {
        return array == null;
    }

    /** Shows this tensor. */
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(this);
    }

    /** Shape, dtype and backend; never the elements, which may be far away. */
    @Override
    public String toString() {
        return "tensor " + shape + " " + dtype + " on " + backend.name() + (level == null ? "" : ", traced")
                + (isReleased() ? ", released" : "");
    }

    @Nullable
    Level level() {
        return level;
    }

    /** The tensor of the backend whose array this one shows; itself where it is not traced. */
    Tensor underneath() {
        Tensor tensor = this;
        while (tensor.level != null && tensor.array != null) {
            tensor = tensor.level.value(tensor.array);
        }
        return tensor;
    }

    @Nullable
    Scope scope() {
        return scope;
    }

    /** Called by the scope that takes this tensor over; null puts it under a guard, as a tensor made outside any scope. */
    void setScope(@Nullable Scope next) {
        scope = next;
        Object present = array;
        if (next == null) {
            guard = present == null ? null : Guard.over(this, backend, present);
        } else if (guard != null) {
            guard.disown();
            guard = null;
        }
    }

    /** The backend's array, for a kernel call now. */
    Object array(String operation) {
        Object present = array;
        if (present == null) {
            throw new IllegalStateException(
                    operation + ": tensor " + shape + " " + dtype
                            + " was released when its scope closed, or by release() or donation; return it from tidy or keep(it).");
        }
        if (level == null) {
            backend.requireOpen(operation);
        } else {
            level.requireOpen(operation);
        }
        return present;
    }

    /** Takes the array out for a kernel that may write into it; this handle counts as released. */
    Object donate(String operation) {
        Object taken = array(operation);
        array = null;
        scope = null;
        if (guard != null) {
            guard.disown();
        }
        return taken;
    }
}
