package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    /** Two images of 2 × 3 pixels, as MNIST has them. */
    private static final String IMAGES = "00000803" + "00000002" + "00000002" + "00000003" + "00017f80feff050607080900";

    @TempDir
    Path folder;

    @Test
    void readsImages() throws IOException {
        HostArray images = Idx.read(file(IMAGES));
        assertThat(images)
                .isEqualTo(HostArray.wrap(new int[] {0, 1, 127, 128, 254, 255, 5, 6, 7, 8, 9, 0}, Shape.of(2, 2, 3)));
    }

    @Test
    void readsGzipByItsFirstBytes() throws IOException {
        assertThat(Idx.read(gzip(HexFormat.of().parseHex(IMAGES)))).isEqualTo(Idx.read(file(IMAGES)));
    }

    @Test
    void intensitiesAreBytesOver255() throws IOException {
        HostArray images = Idx.readIntensities(file(IMAGES));
        assertThat(images.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(images.shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(images.floats()).startsWith(0f, 1 / 255f, 127 / 255f, 128 / 255f, 254 / 255f, 1f);
    }

    @ParameterizedTest
    @CsvSource({
        "00000801000000020aff, INT32, 10, 255",
        "00000901000000020aff, INT32, 10, -1",
        "00000b0100000002000a8000, INT32, 10, -32768",
        "00000c01000000020000000affffffff, INT32, 10, -1",
        "00000d010000000241200000ff800000, FLOAT32, 10, -Infinity",
        "00000e01000000024024000000000000bff0000000000000, FLOAT64, 10, -1",
    })
    void readsEveryElementType(String hex, DType dtype, double first, double second) throws IOException {
        HostArray array = Idx.read(file(hex));
        assertThat(array.dtype()).isEqualTo(dtype);
        assertThat(array.toDoubles()).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "000008",
                "0000080100",
                "01000801000000010a",
                "00010801000000010a",
                "00000a01000000010a",
                "00000801000000020a",
                "00000801000000010a0b",
                "00000801ffffffff0a",
                "000008010fffffff0a",
                "0000080200010000000100000a",
                "0000080340000000400000000000000000",
                "0000080380000000000000010000000100",
                "00000e010000000141",
                "000008ff0000000100000001",
            })
    void refusesFilesThatBreakARule(String hex) throws IOException {
        Path file = file(hex);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file.toString());
        Path compressed = gzip(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> Idx.read(compressed)).isInstanceOf(FormatException.class);
    }

    @Test
    void refusesAHeaderOf2To60Elements() throws IOException {
        Path file = file("00000802" + "40000000" + "40000000" + "00");
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("[1073741824, 1073741824]");
    }

    @Test
    void expandsNoMoreThanTheHeaderPromises() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(HexFormat.of().parseHex(IMAGES));
        bomb.write(new byte[100_000_000]);
        Path file = gzip(bomb.toByteArray());
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("goes on", "12 bytes");
    }

    @Test
    void believesNoHeaderThatPromisesMoreThanGzipCanMake() throws IOException {
        Path file = gzip(HexFormat.of().parseHex("00000801" + "7fffffff" + "00000000"));
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("2147483647", "at most");
    }

    /** Two megabytes of compressed zeros may well be what they say: 2³¹ − 1 elements, for which no Java array is long enough. */
    @Test
    void refusesWhatTheHeapHasNoRoomFor() throws IOException {
        Path file = gzip(HexFormat.of().parseHex("00000801" + "7fffffff"));
        Files.write(file, new byte[2_200_000], StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Idx.readIntensities(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll(file.toString(), "[2147483647] of INT32 takes 8191 MiB", "Raise -Xmx");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 19, 100, 20_000})
    void refusesWhatFollowsTheCompressedData(int more) throws IOException {
        Path file = gzip(HexFormat.of().parseHex(IMAGES));
        Files.write(file, "x".repeat(more).getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("something follows the compressed data");
    }

    @Test
    void readsGzipInSeveralMembers() throws IOException {
        byte[] images = HexFormat.of().parseHex(IMAGES);
        Path file = gzip(Arrays.copyOf(images, 20));
        byte[] first = Files.readAllBytes(file);
        byte[] second = Files.readAllBytes(gzip(Arrays.copyOfRange(images, 20, images.length)));
        Files.write(file, first);
        Files.write(file, second, StandardOpenOption.APPEND);
        assertThat(Idx.read(file)).isEqualTo(Idx.read(file(IMAGES)));
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] plain = HexFormat.of().parseHex(IMAGES);
        byte[] compressed = Files.readAllBytes(gzip(plain));
        for (byte[] whole : new byte[][] {plain, compressed}) {
            for (int length = 0; length < whole.length; length++) {
                Path file = Files.write(folder.resolve("part.idx"), Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> Idx.read(file)).isInstanceOf(FormatException.class);
            }
        }
    }

    @Test
    void intensitiesOfOtherTypesAreRefused() throws IOException {
        Path floats = file("00000d010000000141200000");
        assertThatThrownBy(() -> Idx.readIntensities(floats))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("FLOAT32");
        Path negative = file("000009010000000180");
        assertThatThrownBy(() -> Idx.readIntensities(negative))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("-128");
    }

    private Path file(String hex) throws IOException {
        return Files.write(folder.resolve("made.idx"), HexFormat.of().parseHex(hex));
    }

    private Path gzip(byte[] bytes) throws IOException {
        Path file = folder.resolve("made.idx.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }
}
