package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWroteInTheSameOrder() throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        ArrayExamples.all().forEach((name, array) -> arrays.put("layer/" + name, array));
        Path file = folder.resolve("all.npz");
        Npz.write(file, arrays);
        assertThat(Npz.read(file)).containsExactlyEntriesOf(arrays);
    }

    /** Written by NumPy 2.4.6: src/test/python/npy_examples.py. */
    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void readsNumPysFiles(String name) throws Exception {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("a", HostArray.wrap(new float[] {-3, -2, 1, 6, 13, 22}, Shape.of(2, 3)));
        arrays.put("layer/weight", HostArray.wrap(new int[] {-3, -2, 1, 6}, Shape.of(4)));
        assertThat(Npz.read(NpyTest.resource(name))).containsExactlyEntriesOf(arrays);
    }

    @Test
    void readsOneArrayByName() throws Exception {
        Path file = NpyTest.resource("deflated.npz");
        assertThat(Npz.read(file, "layer/weight").ints()).containsExactly(-3, -2, 1, 6);
        assertThatThrownBy(() -> Npz.read(file, "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"b\"", "layer/weight");
    }

    @Test
    void equalArraysGiveEqualFiles() throws IOException {
        Map<String, HostArray> arrays = Map.of("a", HostArray.wrap(new float[] {1}, Shape.of(1)));
        Npz.write(folder.resolve("a.npz"), arrays);
        Npz.write(folder.resolve("b.npz"), arrays);
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.npy",
                "a/../../b.npy",
                "/etc/a.npy",
                "..\\a.npy",
                "C:/a.npy",
                "a//b.npy",
                "./a.npy",
                ".npy",
                "a.txt",
                "a/"
            })
    void refusesNamesThatLeaveTheirFolderOrAreNoArrays(String name) throws IOException {
        Path file = zip(name, one());
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void refusesToWriteSuchNames() {
        Map<String, HostArray> arrays = Map.of("../a", HostArray.wrap(new float[] {1}, Shape.of(1)));
        assertThatThrownBy(() -> Npz.write(folder.resolve("a.npz"), arrays))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../a");
    }

    @Test
    void refusesNamesThatOccurTwice() throws IOException {
        byte[] bytes = Files.readAllBytes(zip("a.npy", one(), "b.npy", one()));
        byte[] text = "b.npy".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= bytes.length - text.length; i++) {
            if (Arrays.equals(bytes, i, i + text.length, text, 0, text.length)) {
                bytes[i] = 'a';
            }
        }
        Path file = Files.write(folder.resolve("twice.npz"), bytes);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void expandsNoMoreThanTheHeaderPromises() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(one());
        bomb.write(new byte[100_000_000]);
        Path file = zip("a.npy", bomb.toByteArray());
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("goes on after");
    }

    @Test
    void believesNoHeaderThatPromisesMoreThanDeflateCanMake() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (200000000,), }";
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        npy.write(header.getBytes(StandardCharsets.US_ASCII));
        npy.write(new byte[1000]);
        Path file = zip("a.npy", npy.toByteArray());
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("1600000000", "at most");
    }

    /** Two megabytes can be 2³¹ − 1 zeros, for which no Java array is long enough. */
    @Test
    void refusesWhatTheHeapHasNoRoomFor() throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647,), }";
        byte[] noise = new byte[2_200_000];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        npy.write(header.getBytes(StandardCharsets.US_ASCII));
        npy.write(noise);
        Path file = zip("a.npy", npy.toByteArray());
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("a.npy", "takes 8191 MiB", "Raise -Xmx");
    }

    @Test
    void refusesEntriesThatShareBytes() throws IOException {
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        byte[] bytes = Files.readAllBytes(zip("a.npy", noise, "b.npy", noise));
        // In the zip's directory, point the second entry's name to the first one's bytes, as the bombs of David Fifield
        // do.
        int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, 0);
        int second = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, directory + 4);
        System.arraycopy(bytes, directory + 42, bytes, second + 42, 4);
        byte[] overlapping = new byte[bytes.length - directory + 4100];
        System.arraycopy(bytes, 0, overlapping, 0, 4100);
        System.arraycopy(bytes, directory, overlapping, 4100, bytes.length - directory);
        int end = indexOf(overlapping, new byte[] {'P', 'K', 5, 6}, 0);
        overlapping[end + 16] = (byte) 4100;
        overlapping[end + 17] = (byte) (4100 >> 8);
        Path file = Files.write(folder.resolve("overlap.npz"), overlapping);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the entries overlap");
    }

    @Test
    void everyChangedByteGivesTheSameArraysOrAnException() throws Exception {
        for (String name : new String[] {"stored.npz", "deflated.npz"}) {
            Path original = NpyTest.resource(name);
            Map<String, HostArray> expected = Npz.read(original);
            byte[] bytes = Files.readAllBytes(original);
            Path file = folder.resolve("changed.npz");
            int refused = 0;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= (byte) (1 << i % 8);
                Files.write(file, bytes);
                try {
                    // A name, a time or a flag in the zip's directory can change without harm to an array.
                    assertThat(Npz.read(file).values()).containsExactlyElementsOf(expected.values());
                } catch (FormatException e) {
                    refused++;
                }
                bytes[i] ^= (byte) (1 << i % 8);
            }
            assertThat(refused).isGreaterThan(bytes.length / 2);
        }
    }

    @Test
    void refusesEveryTruncation() throws Exception {
        byte[] bytes = Files.readAllBytes(NpyTest.resource("deflated.npz"));
        Path file = folder.resolve("part.npz");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(FormatException.class);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; ; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
    }

    private static byte[] one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(Channels.newChannel(out), HostArray.wrap(new float[] {1}, Shape.of(1)));
        return out.toByteArray();
    }

    private Path zip(String name, byte[] content) throws IOException {
        Path file = folder.resolve("made.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, name, content);
        }
        return file;
    }

    private Path zip(String first, byte[] content, String second, byte[] more) throws IOException {
        Path file = folder.resolve("made.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, first, content);
            put(zip, second, more);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
