package io.surprisal.inject;

import com.google.inject.Provider;
import io.surprisal.tensor.Backend;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a backend when first asked, and keeps it. */
final class OpenOnce implements Provider<Backend> {
    private final Supplier<Backend> opener;
    private @Nullable Backend backend;

    OpenOnce(Supplier<Backend> opener) {
        this.opener = opener;
    }

    @Override
    public synchronized Backend get() {
        Backend present = backend;
        if (present == null) {
            present = opener.get();
            backend = present;
        }
        return present;
    }
}
