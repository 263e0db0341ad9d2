package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void makesAndReplacesAFile() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, text("old and long"));
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void failureLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, text("old"));
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    text("half").writeTo(channel);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void oldFileIsWholeWhileTheNewOneIsWritten() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, text("old"));
        AtomicFile.write(file, channel -> {
            text("new").writeTo(channel);
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("new");
    }

    @Test
    void removesWhatKilledWritersLeftForThisFileAlone() throws IOException {
        Path stale = Files.writeString(folder.resolve(".a.8000000000000001.tmp"), "half");
        Path another = Files.writeString(folder.resolve(".b.8000000000000001.tmp"), "half");
        Path users = Files.writeString(folder.resolve(".a.mine.tmp"), "mine");
        AtomicFile.write(folder.resolve("a"), text("new"));
        assertThat(stale).doesNotExist();
        assertThat(another).exists();
        assertThat(users).exists();
    }

    @Test
    void writersOfOneFileDoNotDisturbEachOther() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, outer -> {
            text("outer").writeTo(outer);
            AtomicFile.write(file, text("inner"));
            assertThat(file).hasContent("inner");
        });
        assertThat(file).hasContent("outer");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void manyThreadsLeaveOneWholeFile() throws Exception {
        Path file = folder.resolve("a");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String content = String.valueOf(i % 10).repeat(10_000);
                writers.add(() -> {
                    AtomicFile.write(file, text(content));
                    return null;
                });
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        String content = Files.readString(file);
        assertThat(content).isEqualTo(content.substring(0, 1).repeat(10_000));
        assertThat(names()).containsExactly("a");
    }

    @Test
    void replacesALinkAndLeavesItsTarget() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        AtomicFile.write(link, text("new"));
        assertThat(elsewhere).hasContent("kept");
        assertThat(link).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "r--r-----", "rwxr-x--x"})
    void keepsThePermissionsOfTheFileThatItReplaces(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @Test
    void whatIsWrittenIsNeverOpenToMoreThanTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.write(file, channel -> {
            for (String name : names()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
            text("new").writeTo(channel);
        });
        assertThat(file).hasContent("new");
    }

    /** 255 bytes are the most that Linux, macOS and Windows take. */
    @ParameterizedTest
    @ValueSource(ints = {230, 233, 234, 255})
    void namesMayBeAsLongAsTheFileSystemAllows(int length) throws IOException {
        Path file = folder.resolve("n".repeat(length));
        AtomicFile.write(file, text("old"));
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("n".repeat(length));
    }

    @Test
    void missingFolderIsAnIoExceptionThatNamesIt() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/a"), text("new")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static AtomicFile.Body text(String text) {
        return channel -> Elements.writeFully(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
