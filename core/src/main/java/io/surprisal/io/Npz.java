package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in one file, in NumPy's NPZ format: a zip of NPY files, stored or deflated.
 *
 * <p>Nothing is extracted to disk. Names that leave their folder, names that occur twice, entries that share bytes, and arrays that
 * are larger than their compressed bytes can make are refused before memory is taken for them; the zip's checksums are verified. Some
 * megabytes can hold gigabytes of zeros: arrays for which the heap has no room are refused too.
 */
public final class Npz {
    /** The first that a zip can hold: equal arrays give equal files. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String SUFFIX = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of a file.
     *
     * @param file a regular file
     * @return new arrays by name (without {@code .npy}), in the order of the zip's directory
     * @throws FormatException if it is no zip of NPY files of numbers, is damaged, is built to do harm, or is larger than the
     *     heap has room for
     * @throws IOException if the file is missing or cannot be read
     */
    public static Map<String, HostArray> read(Path file) throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        try (NpzArchive archive = NpzArchive.open(file)) {
            for (String name : archive.names()) {
                arrays.put(name, archive.read(name));
            }
        }
        return Collections.unmodifiableMap(arrays);
    }

    /**
     * Reads one array of a file.
     *
     * @param file a regular file
     * @param name the array's name, without {@code .npy}
     * @return a new array
     * @throws IllegalArgumentException if there is no such array
     * @throws FormatException if it is no zip of NPY files of numbers, is damaged, is built to do harm, or is larger than the
     *     heap has room for
     * @throws IOException if the file is missing or cannot be read
     */
    public static HostArray read(Path file, String name) throws IOException {
        try (NpzArchive archive = NpzArchive.open(file)) {
            return archive.read(name);
        }
    }

    /**
     * Writes a file, deflated, as a whole or not at all.
     *
     * @param file in a folder that exists; replaced if it is there
     * @param arrays by name, without {@code .npy}
     * @throws IllegalArgumentException if a name is not a relative path without {@code .} and {@code ..}
     * @throws IOException if writing fails; the file then stays as it was
     */
    public static void write(Path file, Map<String, HostArray> arrays) throws IOException {
        for (String name : arrays.keySet()) {
            if (!NpzArchive.isName(name)) {
                throw new IllegalArgumentException("Npz: the name \"" + name
                        + "\" is not a relative path without . and .. parts. Rename the array.");
            }
        }
        AtomicFile.write(file, channel -> {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            WritableByteChannel out = Channels.newChannel(zip);
            for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
                ZipEntry member = new ZipEntry(entry.getKey() + SUFFIX);
                member.setTimeLocal(NO_TIME);
                zip.putNextEntry(member);
                Npy.write(out, entry.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }
}
