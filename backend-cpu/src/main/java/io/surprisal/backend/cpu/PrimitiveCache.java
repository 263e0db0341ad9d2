package io.surprisal.backend.cpu;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Primitives by what they were made for; also which were refused, so that nobody asks twice. */
final class PrimitiveCache<P extends Cached> {
    /** Ragged shapes would fill memory: at this many everything is dropped. */
    private static final int CAPACITY = 4096;

    private final Map<Object, Optional<P>> primitives = new HashMap<>();

    /** The primitive for a key, made on first use; empty where oneDNN has only reference code. */
    Optional<P> find(Object key, Supplier<Optional<P>> maker) {
        Optional<P> found = primitives.get(key);
        if (found == null) {
            if (primitives.size() == CAPACITY) {
                clear();
            }
            found = maker.get();
            primitives.put(key, found);
        }
        return found;
    }

    void clear() {
        primitives.values().forEach(primitive -> primitive.ifPresent(Cached::close));
        primitives.clear();
    }
}
