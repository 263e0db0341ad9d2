package io.surprisal.examples;

import io.surprisal.io.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a command is told to leave its files in, by {@code --output}.
 *
 * @param path where it is
 */
public record OutputFolder(Path path) {
    /**
     * Looks whether files can be written here before time is spent on them; nothing is made.
     *
     * @param names the names of the files
     * @throws IllegalArgumentException if the path is empty, a file or folder is in the way, or the folder is not writable
     */
    public void requireWritable(String... names) {
        if (path.toString().isEmpty()) {
            throw refused("has no name");
        }
        Path there = nearest();
        if (there == null) {
            throw refused("is on no drive of this machine");
        }
        if (!Files.isDirectory(there)) {
            throw refused(there.equals(path.toAbsolutePath()) ? "is a file" : "lies below the file " + there);
        }
        if (!Files.isWritable(there)) {
            throw refused("cannot be written to, because you may not write to " + there);
        }
        for (String name : names) {
            if (Files.isDirectory(path.resolve(name))) {
                throw refused("has a folder in the place of the file " + name);
            }
        }
    }

    /** This folder, or the first above it that is there. */
    private @Nullable Path nearest() {
        Path there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("--output: the folder \"" + path + "\" " + why
                + ". Name one that you may write to; it is made where it is missing.");
    }

    /**
     * Writes a file as a whole or not at all; the folder is made where it is missing.
     *
     * @param name the name of the file in this folder
     * @param content what it holds
     * @return where the file is
     * @throws IOException if the file cannot be written
     */
    public Path write(String name, byte[] content) throws IOException {
        Files.createDirectories(path);
        Path file = path.resolve(name);
        AtomicFile.write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
        return file;
    }
}
