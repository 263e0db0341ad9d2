package io.surprisal.tensor;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Frees the array of a tensor that belongs to no scope, once: when it is released, or after the garbage collector finds the
 * tensor unreachable. The second way is slow, and a leak; {@code -Dsurprisal.leaks=true} logs it with the place of allocation.
 */
final class Guard implements Runnable {
    private static final System.Logger LOG = System.getLogger("io.surprisal.tensor");
    private static final Cleaner CLEANER = Cleaner.create();
    private static final boolean TRACE = Boolean.getBoolean("surprisal.leaks");

    private final Backend backend;
    private final AtomicReference<@Nullable Object> array;
    private final @Nullable Throwable site;
    private Cleaner.@Nullable Cleanable cleanable;

    private Guard(Backend backend, Object array) {
        this.backend = backend;
        this.array = new AtomicReference<>(array);
        this.site = TRACE ? new Throwable("the tensor was made here") : null;
    }

    static Guard over(Tensor tensor, Backend backend, Object array) {
        Guard guard = new Guard(backend, array);
        guard.cleanable = CLEANER.register(tensor, guard);
        return guard;
    }

    /** Frees the array now. */
    void free() {
        Object present = array.getAndSet(null);
        if (present != null) {
            backend.free(present);
        }
        forget();
    }

    /** Leaves the array to somebody else. */
    void disown() {
        array.set(null);
        forget();
    }

    private void forget() {
        if (cleanable != null) {
            cleanable.clean();
        }
    }

    /** The garbage collector's way. */
    @Override
    public void run() {
        Object present = array.getAndSet(null);
        if (present != null) {
            if (site != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a tensor outside any scope was never released; open a Scope around it",
                        site);
            }
            backend.freeUnreachable(present);
        }
    }
}
