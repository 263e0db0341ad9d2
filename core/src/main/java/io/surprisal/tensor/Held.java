package io.surprisal.tensor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Holds the one present value of something that is replaced again and again, such as the state of a training run: {@link
 * #update} releases the tensors of the previous value, so that 100,000 steps hold one state.
 *
 * <p>The tensors held belong to no scope. Close the holder, or its backend, to free them.
 *
 * @param <T> the value's type
 */
public final class Held<T extends TensorTree> implements AutoCloseable {
    private T value;
    private boolean open = true;

    private Held(T value) {
        this.value = value;
    }

    /**
     * Takes over the tensors of {@code initial} from their scopes.
     *
     * @param <T> the type of the value
     * @param initial the first value
     * @return the elements taken
     * @throws IllegalStateException if one of them is traced
     */
    public static <T extends TensorTree> Held<T> of(T initial) {
        initial.forEachTensor(Held::requireConstant);
        initial.forEachTensor(Held::take);
        return new Held<>(initial);
    }

    /**
     * {@return the present value}
     *
     * @throws IllegalStateException if the holder is closed
     */
    public T value() {
        requireOpen("value");
        return value;
    }

    /**
     * Takes over the tensors of {@code next}, and releases those of the previous value that are not also in {@code
     * next}.
     *
     * @param next the next value
     * @return {@code next}
     * @throws IllegalStateException if the holder is closed, or a tensor of {@code next} is traced; the previous value then stays
     */
    public T update(T next) {
        requireOpen("update");
        Set<Tensor> staying = Collections.newSetFromMap(new IdentityHashMap<>());
        next.forEachTensor(Held::requireConstant);
        next.forEachTensor(tensor -> {
            take(tensor);
            staying.add(tensor);
        });
        T previous = value;
        value = next;
        previous.forEachTensor(tensor -> {
            if (!staying.contains(tensor)) {
                tensor.release();
            }
        });
        return next;
    }

    /** Releases the present value. Closing twice is allowed. */
    @Override
    public void close() {
        if (open) {
            open = false;
            value.forEachTensor(Tensor::release);
        }
    }

    /** Asked of all before any is taken: a refusal leaves every tensor to its scope. */
    private static void requireConstant(Tensor tensor) {
        if (tensor.level() != null) {
            throw new IllegalStateException("Held: " + tensor
                    + " belongs to its gradient call, and cannot outlive it. Hold what the call returns, or its value"
                    + " by stopGradient().");
        }
    }

    private static void take(Tensor tensor) {
        if (tensor.scope() != null) {
            tensor.setScope(null);
        }
    }

    private void requireOpen(String operation) {
        if (!open) {
            throw new IllegalStateException("Held." + operation
                    + ": the holder is closed, and its tensors are released. Read the value before close().");
        }
    }
}
