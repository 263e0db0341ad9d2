package io.surprisal.backend.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which of OpenBLAS's kernels to ask for, where its own choice is slow. It takes AMD processors for AVX2 ones; on those with AVX-512,
 * Intel's kernels multiply doubles 1.6 times as fast (97 against 60 GFLOP/s on a Zen 5 core). On Intel it chooses well itself.
 */
final class OpenBlasCore {
    /** The variable that OpenBLAS reads when it is loaded. */
    static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    /** What OpenBLAS's SkylakeX kernels execute. */
    private static final List<String> FLAGS = List.of("avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd");

    private OpenBlasCore() {}

    /** The kernels for this processor; empty to leave the choice to OpenBLAS, as everywhere but on Linux. */
    static Optional<String> best() {
        if (!Files.isReadable(PROCESSORS)) {
            return Optional.empty();
        }
        try {
            return best(Files.readAllLines(PROCESSORS));
        } catch (IOException e) {
            System.getLogger(OpenBlasCore.class.getName())
                    .log(System.Logger.Level.DEBUG, "cpu: OpenBLAS chooses its kernels itself", e);
            return Optional.empty();
        }
    }

    /** For a description in the form of {@code /proc/cpuinfo}. */
    static Optional<String> best(List<String> processors) {
        boolean amd = value("vendor_id", processors).equals("AuthenticAMD");
        List<String> flags = List.of(value("flags", processors).split(" ", -1));
        return amd && flags.containsAll(FLAGS) ? Optional.of("SkylakeX") : Optional.empty();
    }

    private static String value(String name, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
