package io.surprisal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hidden file beside the one that it will become. Its writer holds a lock on it as long as it lives, so a temporary file without
 * a lock was left by a process that was killed.
 */
final class TemporaryFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.surprisal.io");

    /** Those of this process: a lock does not keep off its own process, and closing a second channel would drop it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    /** The most bytes of a name, 255 on nearly every file system, less those that are added here. */
    private static final int LONGEST = 255 - "..0123456789abcdef.tmp".length();

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** A new one for an absolute target. */
    static TemporaryFile beside(Path target, FileAccess access) throws IOException {
        while (true) {
            Path path = target.resolveSibling(prefix(target)
                    + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE) + ".tmp");
            OURS.add(path);
            TemporaryFile made = create(path, access);
            if (made != null) {
                return made;
            }
            OURS.remove(path);
        }
    }

    /** Removes what killed processes left for this target. */
    static void deleteStale(Path target) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + "[0-9a-f]{16}\\.tmp");
        Path folder = Objects.requireNonNull(target.getParent(), "an absolute target has a parent");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> name.matcher(String.valueOf(file.getFileName())).matches())) {
            for (Path file : files) {
                if (!OURS.contains(file)) {
                    deleteUnlocked(file);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Closes the file and, unless it was renamed, deletes it. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            OURS.remove(path);
        }
    }

    /** Null if another process took the fresh file for a stale one before it was locked. */
    private static @Nullable TemporaryFile create(Path path, FileAccess access) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), access.atCreation());
        } catch (FileAlreadyExistsException e) {
            return null;
        }
        boolean ready = false;
        try {
            ready = isOurs(channel, path);
        } finally {
            if (!ready) {
                channel.close();
            }
        }
        return ready ? new TemporaryFile(path, channel) : null;
    }

    /** Locks the file and looks whether it was still there then. Where the file system has no locks, nobody takes files for stale. */
    private static boolean isOurs(FileChannel channel, Path path) {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no lock on " + path, e);
            return true;
        }
    }

    private static void deleteUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Removed by another, another user's, in another class loader's use, or without locks: no reason not to
            // save.
            LOG.log(System.Logger.Level.DEBUG, "left a temporary file, " + file, e);
        }
    }

    private static String prefix(Path target) {
        String name = String.valueOf(target.getFileName());
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return "." + (fits ? name : String.format(Locale.ROOT, "%08x", name.hashCode())) + ".";
    }
}
