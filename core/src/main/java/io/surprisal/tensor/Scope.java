package io.surprisal.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Frees, when it closes, every tensor made on its thread while it was the innermost open one, except those kept.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *     Tensor centred = x.minus(x.mean());
 *     return scope.keep(centred.square().mean());
 * }
 * }</pre>
 *
 * <p>What is kept moves to the enclosing scope, or out of all scopes. Scopes are confined to the thread that opened them and
 * close in reverse order.
 */
public final class Scope implements AutoCloseable {
    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();
    private static final int FIRST_CAPACITY = 32;

    private final @Nullable Scope parent;
    private final Thread thread = Thread.currentThread();
    private final int depth;
    private @Nullable Tensor[] owned = new Tensor[FIRST_CAPACITY];
    private int count;
    private boolean open = true;

    private Scope(@Nullable Scope parent) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /**
     * Opens a scope inside the current one of this thread.
     *
     * @return what was opened
     */
    public static Scope open() {
        Scope scope = new Scope(CURRENT.get());
        CURRENT.set(scope);
        return scope;
    }

    /**
     * Runs {@code body} in a scope of its own, and keeps the tensors of what it returns.
     *
     * @param <T> the type of the value
     * @param body what to run
     * @return what the body returned
     * @throws IllegalArgumentException if it returned null
     */
    public static <T extends TensorTree> T tidy(Supplier<T> body) {
        try (Scope scope = open()) {
            return scope.keep(body.get());
        }
    }

    /**
     * Runs {@code body} in a scope of its own, and keeps nothing.
     *
     * @param body what to run
     */
    public static void run(Runnable body) {
        try (Scope scope = open()) {
            body.run();
        }
    }

    /** Runs a composition of operations, which outside any scope too leaves nothing but its result behind. */
    static <T extends TensorTree> T composing(Supplier<T> body) {
        return CURRENT.get() == null ? tidy(body) : body.get();
    }

    static @Nullable Scope current() {
        return CURRENT.get();
    }

    /**
     * Moves the tensors of {@code value} that this scope owns to the enclosing scope, or out of all scopes.
     *
     * @param <T> the type of the value
     * @param value the value
     * @return {@code value}
     * @throws IllegalArgumentException if there is no value
     * @throws IllegalStateException if the scope is closed, or belongs to another thread
     */
    public <T extends TensorTree> T keep(T value) {
        requireOpen("keep");
        if (value == null) {
            throw new IllegalArgumentException(
                    "Scope.keep: there is no value, it is null. Return one from tidy, or use Scope.run.");
        }
        value.forEachTensor(kept -> {
            // A traced tensor is only a view of the one that owns the array.
            Tensor tensor = kept.underneath();
            if (tensor.scope() == this) {
                if (parent == null) {
                    tensor.setScope(null);
                } else {
                    parent.add(tensor);
                }
            }
        });
        return value;
    }

    /**
     * Whether this scope frees a tensor when it closes.
     *
     * @param tensor the tensor
     * @return whether it was made here or inside, or taken over, and not kept
     */
    public boolean owns(Tensor tensor) {
        return tensor.scope() == this;
    }

    /**
     * Takes over a tensor from a scope inside this one, so that it lives as long as this scope. A tensor that lives
     * longer already stays where it is. Gradient tapes do this with what they record.
     *
     * @param tensor the tensor
     */
    public void retain(Tensor tensor) {
        Tensor owner = tensor.underneath();
        Scope present = owner.scope();
        if (present != null && present != this && present.depth > depth && present.thread == thread) {
            add(owner);
        }
    }

    /**
     * Frees what this scope owns.
     *
     * @throws IllegalStateException if an inner scope is still open, or the thread is another than the one that opened it
     */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("Scope.close: the scope was opened by thread " + thread.getName()
                    + " and is closed by " + Thread.currentThread().getName() + ". Close it where it was opened.");
        }
        if (CURRENT.get() != this) {
            throw new IllegalStateException(
                    "Scope.close: a scope inside this one is still open. Close the inner one first; try-with-resources does.");
        }
        open = false;
        if (parent == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(parent);
        }
        free();
    }

    /** Newest first, so that a pool hands the warmest memory out next. */
    private void free() {
        List<RuntimeException> failures = new ArrayList<>(0);
        for (int i = count - 1; i >= 0; i--) {
            Tensor tensor = owned[i];
            if (tensor != null && tensor.scope() == this) {
                try {
                    tensor.release();
                } catch (RuntimeException failure) {
                    failures.add(failure);
                }
            }
        }
        owned = new Tensor[0];
        count = 0;
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    void add(Tensor tensor) {
        tensor.setScope(this);
        if (count == owned.length) {
            compact();
        }
        owned[count++] = tensor;
    }

    /** Drops tensors that were released or moved, then grows if that did not help: a long loop in one scope stays small. */
    private void compact() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Tensor tensor = owned[i];
            if (tensor != null && tensor.scope() == this) {
                owned[kept++] = tensor;
            }
        }
        Arrays.fill(owned, kept, count, null);
        count = kept;
        if (kept > owned.length / 2) {
            owned = Arrays.copyOf(owned, 2 * owned.length);
        }
    }

    private void requireOpen(String operation) {
        if (!open || Thread.currentThread() != thread) {
            throw new IllegalStateException("Scope." + operation + ": the scope is "
                    + (open
                            ? "open on thread " + thread.getName() + ". Use it there."
                            : "closed. Keep tensors before it closes."));
        }
    }
}
