package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of a few hundred bytes: each is read, or refused with a FormatException, in little memory. */
class HostileFilesTest {
    private static final long SEED = 20;
    private static final int FEW = 150;
    private static final int MANY = 100_000;

    /** What one read may allocate; deflate makes at most 1032 times the file. */
    private static final long MEMORY = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private final Map<Path, FileReader> seeds = new LinkedHashMap<>();

    /** One of the readers. */
    private interface FileReader {
        Object read(Path file) throws IOException;
    }

    @BeforeEach
    void writeSeeds() throws Exception {
        Map<String, HostArray> arrays = ArrayExamples.all();
        Path safetensors = folder.resolve("a.safetensors");
        Safetensors.write(safetensors, arrays, Map.of("k", "v"));
        seeds.put(safetensors, Safetensors::read);
        Path checkpoint = folder.resolve("b.safetensors");
        new Checkpoint(arrays, new JsonObject()).save(checkpoint);
        seeds.put(checkpoint, Checkpoint::load);
        for (String name : List.of("big_f2", "bool", "fortran", "version3", "fields", "empty")) {
            seeds.put(NpyTest.numpy(name), Npy::read);
        }
        for (String name : List.of("stored.npz", "deflated.npz")) {
            seeds.put(NpyTest.resource(name), Npz::read);
        }
        byte[] idx = HexFormat.of().parseHex("000008030000000200000002000000030a0b0c0d0e0f101112131415");
        seeds.put(Files.write(folder.resolve("a.idx"), idx), Idx::readIntensities);
        Path gzip = folder.resolve("b.idx.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(idx);
        }
        seeds.put(gzip, Idx::read);
        Path csv = Files.writeString(folder.resolve("a.csv"), "x,\"y\"\r\n1,-2e5\r\nNaN,\"3\"\r\n");
        seeds.put(csv, Csv.plain().withHeader()::read);
    }

    @Test
    void seedsThemselvesAreRead() {
        List<String> refused = new ArrayList<>();
        seeds.forEach((seed, reader) -> {
            try {
                reader.read(seed);
            } catch (IOException e) {
                refused.add(seed.getFileName().toString());
            }
        });
        assertThat(refused).containsExactly("fields.npy");
    }

    @Test
    void someHundredMutationsOfEachFormat() throws IOException {
        mutate(FEW, SEED);
    }

    /** Another seed every night; a failure names it. */
    @Test
    @Tag("nightly")
    void manyMutationsOfEachFormat() throws IOException {
        mutate(MANY, System.nanoTime());
    }

    private void mutate(int times, long seedOfChanges) throws IOException {
        Path file = folder.resolve("mutated");
        for (Map.Entry<Path, FileReader> entry : seeds.entrySet()) {
            byte[] seed = Files.readAllBytes(entry.getKey());
            Mutator mutator = new Mutator(seedOfChanges);
            int refused = 0;
            for (int i = 0; i < times; i++) {
                Files.write(file, mutator.mutate(seed));
                refused += isRefused(
                                entry.getValue(),
                                file,
                                "seed " + seedOfChanges + ", mutation " + i + " of " + entry.getKey())
                        ? 1
                        : 0;
            }
            assertThat(refused).as("%s: refused", entry.getKey()).isGreaterThan(times / 20);
        }
    }

    private static boolean isRefused(FileReader reader, Path file, String what) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reader.read(file);
        } catch (FormatException e) {
            refused = true;
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(what + " was not refused as it should", e);
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated for %s", what)
                .isLessThan(MEMORY);
        return refused;
    }
}
