package io.surprisal.io;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: whoever looks, also after {@code kill -9} or a power cut, finds the old content or the
 * new.
 *
 * <p>The content goes to a hidden temporary file in the same folder, which is forced to the disk, renamed over the target, and the
 * rename is forced to the disk. Temporary files that killed processes left for the same target are removed by the next write. A
 * symbolic link at the target's place is replaced, not followed. Permissions, and where the system allows it owner and group, are those
 * of the file that is replaced.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes everything.
         *
         * @param channel a new, empty file, open for writing; the caller closes it
         * @throws IOException if writing fails; the target then stays as it was
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Replaces a file, or makes it.
     *
     * @param target in a folder that exists
     * @param body what to write
     * @throws IOException if the folder is missing or not writable, the disk is full, or the body fails; the target then stays as
     *     it was
     */
    public static void write(Path target, Body body) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("AtomicFile: " + target + " is no file in a folder. Name one.");
        }
        TemporaryFile.deleteStale(absolute);
        FileAccess access = FileAccess.of(absolute);
        try (TemporaryFile temporary = TemporaryFile.beside(absolute, access)) {
            body.writeTo(temporary.channel());
            access.applyTo(temporary.path());
            temporary.channel().force(true);
            Files.move(temporary.path(), absolute, StandardCopyOption.ATOMIC_MOVE);
        }
        forceFolder(folder);
    }

    /** Makes the rename durable. Windows opens no folder, and journals renames by itself. */
    private static void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
