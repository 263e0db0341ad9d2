package io.surprisal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens files for reading: not folders, nor devices and pipes, which have no length to check against. */
final class RegularFile {
    private RegularFile() {}

    /**
     * A channel at the file's start.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws FormatException if it is something other than a regular file
     */
    static FileChannel open(Path file) throws IOException {
        require(file);
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    static void require(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new FormatException(file.toString(), "this is a folder or a device. Pass a regular file.");
        }
    }
}
