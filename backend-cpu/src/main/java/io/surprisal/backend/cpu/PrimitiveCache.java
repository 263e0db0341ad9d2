package io.surprisal.backend.cpu;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Primitives by what they were made for; also which were refused, so that nobody asks twice. Ragged shapes would fill memory, so the one
 * that was not asked for the longest goes first: a call may hold several at once, as many as there is room for.
 */
final class PrimitiveCache<P extends Cached> {
    private static final int CAPACITY = 4096;

    private final int capacity;
    private final Map<Object, Optional<P>> primitives = new LinkedHashMap<>(16, 0.75f, true);

    PrimitiveCache() {
        this(CAPACITY);
    }

    PrimitiveCache(int capacity) {
        this.capacity = capacity;
    }

    /** The primitive for a key, made on first use; empty where oneDNN has only reference code. */
    Optional<P> find(Object key, Supplier<Optional<P>> maker) {
        Optional<P> found = primitives.get(key);
        if (found == null) {
            if (primitives.size() == capacity) {
                dropEldest();
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

    private void dropEldest() {
        Iterator<Optional<P>> eldest = primitives.values().iterator();
        eldest.next().ifPresent(Cached::close);
        eldest.remove();
    }
}
