package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files among the resources were written by NumPy 2.4.6: src/test/python/npy_examples.py. */
class NpyTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        for (Map.Entry<String, HostArray> entry : ArrayExamples.all().entrySet()) {
            Path file = folder.resolve("a.npy");
            Npy.write(file, entry.getValue());
            assertThat(Npy.read(file)).isEqualTo(entry.getValue());
        }
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws Exception {
        Path file = folder.resolve("a.npy");
        Npy.write(file, HostArray.wrap(new float[] {-3, -2, 1, 6, 13}, Shape.of(5)));
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(numpy("vector")));
        Npy.write(file, HostArray.wrap(new boolean[] {true, false, true, false, false, true}, Shape.of(2, 3)));
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(numpy("bool")));
        Npy.write(file, HostArray.wrap(new float[] {-3}, Shape.scalar()));
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(numpy("scalar")));
    }

    @ParameterizedTest
    @CsvSource({
        "little_f4, FLOAT32",
        "big_f4, FLOAT32",
        "little_f8, FLOAT64",
        "big_f8, FLOAT64",
        "little_f2, FLOAT32",
        "big_f2, FLOAT32",
        "i1, INT32",
        "little_i2, INT32",
        "big_i2, INT32",
        "little_i4, INT32",
        "big_i4, INT32",
        "little_i8, INT64",
        "big_i8, INT64",
        "version2, FLOAT32",
        "version3, FLOAT32",
    })
    void readsTypesOrdersAndVersionsOfNumPy(String name, DType dtype) throws Exception {
        HostArray array = Npy.read(numpy(name));
        assertThat(array.dtype()).isEqualTo(dtype);
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(array.toDoubles()).containsExactly(-3, -2, 1, 6, 13, 22);
    }

    @ParameterizedTest
    @CsvSource({"u1, INT32, 253, 254", "little_u2, INT32, 65533, 65534", "big_u4, INT64, 4294967293, 4294967294"})
    void unsignedIntegersKeepTheirValues(String name, DType dtype, double first, double second) throws Exception {
        HostArray array = Npy.read(numpy(name));
        assertThat(array.dtype()).isEqualTo(dtype);
        assertThat(array.toDoubles()).containsExactly(first, second, 1, 6, 13, 22);
    }

    @Test
    void readsTruthValuesScalarsAndEmptyArrays() throws Exception {
        assertThat(Npy.read(numpy("bool")).booleans()).containsExactly(true, false, true, false, false, true);
        assertThat(Npy.read(numpy("scalar"))).isEqualTo(HostArray.wrap(new float[] {-3}, Shape.scalar()));
        assertThat(Npy.read(numpy("empty"))).isEqualTo(HostArray.zeros(Shape.of(3, 0, 2), DType.FLOAT32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fortran", "fortran_big"})
    void columnMajorFilesBecomeRowMajor(String name) throws Exception {
        HostArray array = Npy.read(numpy(name));
        for (int k = 0; k < array.shape().size(); k++) {
            assertThat(array.doubleAt(k)).isEqualTo(k * k - 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complex", "unsigned64", "text", "fields"})
    void refusesTypesWithoutADType(String name) throws Exception {
        Path file = numpy(name);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name + ".npy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1 1)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1.0,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0x1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} + {}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': 'f4', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '=f4', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': __import__('os'), 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1152921504606846976,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999999,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647,)}",
                "{'descr': '|b1', 'fortran_order': False, 'shape': (4,)}",
            })
    void refusesHeadersThatBreakARule(String header) throws IOException {
        Path file = Files.write(folder.resolve("bad.npy"), version1(header, new byte[] {0, 0, 0, 9}));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void refusesMoreAxesThanATensorHas() throws IOException {
        String header = "{'descr': '|b1', 'fortran_order': False, 'shape': (" + "1, ".repeat(33) + ")}";
        Path file = Files.write(folder.resolve("deep.npy"), version1(header, new byte[] {1}));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a shape of 33 axes is too deep: a tensor has at most 32");
    }

    @Test
    void takesTheHeadersOfPython2() throws IOException {
        byte[] bytes = version1(
                "{'shape': (1L, 1L), \"fortran_order\": False,\n 'descr': '>i4',}  \n", new byte[] {0, 0, 1, 0});
        assertThat(Npy.read(Files.write(folder.resolve("old.npy"), bytes)))
                .isEqualTo(HostArray.wrap(new int[] {256}, Shape.of(1, 1)));
    }

    /** The header length of libnpy#44, and one byte above the limit. */
    @ParameterizedTest
    @ValueSource(ints = {0xfffffff0, Integer.MAX_VALUE, 10_001})
    void refusesLongHeadersBeforeTakingMemory(int length) throws IOException {
        byte[] bytes = ByteBuffer.allocate(20_000)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0})
                .putInt(length)
                .array();
        Path file = Files.write(folder.resolve("long.npy"), bytes);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll(Integer.toUnsignedString(length), "10000");
    }

    @Test
    void refusesOtherMagicsAndVersions() throws Exception {
        byte[] bytes = Files.readAllBytes(numpy("vector"));
        Path file = folder.resolve("bad.npy");
        for (int i = 0; i < 8; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 8;
            Files.write(file, changed);
            assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void refusesEveryTruncationAndAppendix() throws Exception {
        byte[] bytes = Files.readAllBytes(numpy("fortran"));
        Path file = folder.resolve("part.npy");
        for (int length = 0; length <= bytes.length + 1; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            if (length == bytes.length) {
                assertThat(Npy.read(file).shape()).isEqualTo(Shape.of(2, 3, 4));
            } else {
                assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(FormatException.class);
            }
        }
    }

    static Path numpy(String name) throws URISyntaxException {
        return resource(name + ".npy");
    }

    static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(NpyTest.class.getResource(name), name).toURI());
    }

    private static byte[] version1(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(data)
                .array();
    }
}
