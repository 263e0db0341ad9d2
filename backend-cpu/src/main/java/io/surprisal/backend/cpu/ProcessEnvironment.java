package io.surprisal.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The process's environment as C sees it. Native libraries read their settings from it while they are loaded, and Java cannot change
 * its own copy.
 */
final class ProcessEnvironment {
    /** What {@code environ} points to must stay allocated. */
    private static final List<Pointer> KEPT = new ArrayList<>();

    private ProcessEnvironment() {}

    /** Sets a variable unless the user has. */
    static void setDefault(String name, String value) {
        if (System.getenv(name) == null) {
            set(name, value);
        }
    }

    /** Sets a variable; without effect where the C library does not show its {@code environ}. */
    static synchronized void set(String name, String value) {
        Pointer environ = Loader.addressof("environ");
        if (environ != null) {
            set(new PointerPointer<>(environ), name + "=", value);
        }
    }

    private static void set(PointerPointer<Pointer> environ, String prefix, String value) {
        PointerPointer<Pointer> before = new PointerPointer<>(environ.get(0));
        int count = 0;
        while (before.get(count) != null) {
            count++;
        }
        PointerPointer<Pointer> after = new PointerPointer<>(count + 2L);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!new BytePointer(before.get(i)).getString().startsWith(prefix)) {
                after.put(kept++, before.get(i));
            }
        }
        BytePointer entry = new BytePointer(prefix + value);
        after.put(kept, entry);
        after.put(kept + 1L, (Pointer) null);
        environ.put(0, after);
        KEPT.add(after);
        KEPT.add(entry);
    }
}
