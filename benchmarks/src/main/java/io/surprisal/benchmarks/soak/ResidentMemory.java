package io.surprisal.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of this process lies in physical memory, as Linux tells it. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "VmRSS:";
    private static final int KIBIBYTE = 1024;

    private ResidentMemory() {}

    /**
     * {@return bytes}
     *
     * @throws IOException if the system has no such file
     */
    static long bytes() throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(each -> each.startsWith(FIELD))
                .findFirst()
                .orElseThrow(() -> new IOException("soak: " + STATUS + " has no line " + FIELD + " Run it on Linux."));
        return KIBIBYTE * Long.parseLong(line.replaceAll("\\D", ""));
    }
}
