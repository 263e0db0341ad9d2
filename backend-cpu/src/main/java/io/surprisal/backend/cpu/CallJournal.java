package io.surprisal.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the kernel that runs has taken from the pool and not given back yet, so that a kernel which fails leaves nothing taken. */
final class CallJournal {
    private final List<Block> taken = new ArrayList<>();
    private boolean open;

    /** A kernel begins. */
    void begin() {
        open = true;
    }

    void noteTaken(Block block) {
        if (open) {
            taken.add(block);
        }
    }

    void noteGiven(Block block) {
        if (open) {
            // Kernels give back what they took last.
            int last = taken.lastIndexOf(block);
            if (last >= 0) {
                taken.remove(last);
            }
        }
    }

    /** The kernel is done, and what it has taken is its result's. */
    void commit() {
        open = false;
        taken.clear();
    }

    /** The kernel failed. */
    void rollBack(Consumer<Block> give) {
        open = false;
        taken.forEach(give);
        taken.clear();
    }
}
