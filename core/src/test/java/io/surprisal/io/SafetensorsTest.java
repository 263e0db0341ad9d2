package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWroteInTheSameOrder() throws IOException {
        Path file = folder.resolve("all.safetensors");
        Safetensors.write(file, ArrayExamples.all());
        assertThat(Safetensors.read(file)).containsExactlyEntriesOf(ArrayExamples.all());
    }

    @Test
    void readsArraysLargerThanOneChunk() throws IOException {
        double[] elements = new double[100_001];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Math.sqrt(i);
        }
        Map<String, HostArray> arrays = Map.of("roots", HostArray.wrap(elements, Shape.of(elements.length)));
        Path file = folder.resolve("large.safetensors");
        Safetensors.write(file, arrays);
        assertThat(Safetensors.read(file)).isEqualTo(arrays);
    }

    @Test
    void keepsMetadataInOrder() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "last letter first");
        metadata.put("a", "");
        metadata.put("ü\u2028", "\u0000\"\\</script>");
        Path file = folder.resolve("meta.safetensors");
        Safetensors.write(file, Map.of(), metadata);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.metadata()).containsExactlyEntriesOf(metadata);
            assertThat(open.names()).isEmpty();
        }
    }

    @Test
    void readsOneTensorWithoutTheOthers() throws IOException {
        Path file = folder.resolve("all.safetensors");
        Safetensors.write(file, ArrayExamples.all());
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.shape("labels")).isEqualTo(Shape.of(1, 3, 1));
            assertThat(open.dtype("steps")).isEqualTo(DType.INT64);
            assertThat(open.read("bias")).isEqualTo(ArrayExamples.all().get("bias"));
            assertThat(open.read("mask")).isEqualTo(ArrayExamples.all().get("mask"));
            assertThatThrownBy(() -> open.read("gone"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("gone", "weight");
        }
    }

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(file, Map.of("a", HostArray.wrap(new float[] {1, -2}, Shape.of(2))), Map.of("k", "v"));
        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} ";
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes(header, "0000803f000000c0"));
    }

    @Test
    void laysOutWideElementsFirstSoThatAllAreAligned() throws IOException {
        Path file = folder.resolve("all.safetensors");
        Safetensors.write(file, ArrayExamples.all());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\"mask\":{\"dtype\":\"BOOL\",\"shape\":[3],\"data_offsets\":[76,79]}");
    }

    @ParameterizedTest
    @CsvSource({
        "I8, ff7f, '-1.0, 127.0'",
        "U8, ff7f, '255.0, 127.0'",
        "I16, ffff0080, '-1.0, -32768.0'",
        "U16, ffff0080, '65535.0, 32768.0'",
        "U32, ffffffff00000080, '4.294967295E9, 2.147483648E9'",
        "F16, 003c007c, '1.0, Infinity'",
        "BF16, 803fc0ff, '1.0, NaN'",
    })
    void widensTypesThatHaveNoDType(String type, String data, String expected) throws IOException {
        int size = data.length() / 2;
        Path file = file("{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[2],\"data_offsets\":[0," + size + "]}}", data);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(Arrays.toString(open.read("a").toDoubles())).isEqualTo("[" + expected + "]");
        }
    }

    @Test
    void copiesToABackendAndBack() throws IOException {
        Path file = folder.resolve("all.safetensors");
        Safetensors.write(file, ArrayExamples.all());
        try (Backend backend = Backends.open("reference")) {
            Map<String, Tensor> tensors = NamedTensors.onto(backend, Safetensors.read(file));
            assertThat(NamedTensors.toHost(tensors)).containsExactlyEntriesOf(ArrayExamples.all());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no name, no value
                "[]",
                "{",
                "{}x",
                "{\"a\":1}",
                "{'a':{}}",
                "{\"a\":{}}",
                "{\"a\":null}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}/*c*/",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}{}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1e0],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":32,\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"__metadata__\":{\"k\":1}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"__metadata__\":{\"k\":\"\",\"k\":\"\"}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"__metadata__\":{},\"__metadata__\":{}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[0,2]},\"b\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[1,3]}}",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]},\"b\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[2,4]}}",
                "{\"a\":{\"dtype\":\"BOOL\",\"shape\":[4],\"data_offsets\":[0,4]}}",
            })
    void refusesHeadersThatBreakARule(String header) throws IOException {
        Path file = file(header, "00000002");
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1152921504606846976",
                "999999999999999999",
                "2147483648",
                "65536,65536",
                "4294967296,4294967296",
                "0,4294967296",
                "2147483647,2147483647,0",
                "99999999999999999999999999"
            })
    void refusesShapesBeyondAnArrayBeforeTakingMemory(String dims) throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"F64\",\"shape\":[" + dims + "],\"data_offsets\":[0,4]}}", "00000000");
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U64", "F8_E4M3", "C64", "f32", ""})
    void namesTheElementTypeThatItCannotHold(String type) throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[],\"data_offsets\":[0,4]}}", "00000000");
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("tensor \"a\"", "the element type " + type, "Convert");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 51, 100_000_001, 1L << 32, 1L << 60, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void refusesHeaderLengthsBeyondTheFileOrTheLimit(long length) throws IOException {
        byte[] bytes = bytes("{}" + " ".repeat(40), "00000000");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        Path file = Files.write(folder.resolve("length.safetensors"), bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(length == 51 ? "51" : Long.toUnsignedString(length));
    }

    @Test
    void refusesHeadersThatAreNotUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {4, 0, 0, 0, 0, 0, 0, 0, '{', (byte) 0xc3, (byte) 0x28, '}'});
        Path file = Files.write(folder.resolve("utf8.safetensors"), out.toByteArray());
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesFoldersAndMissingFiles() {
        assertThatThrownBy(() -> Safetensors.read(folder)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        Path whole = folder.resolve("whole.safetensors");
        Safetensors.write(whole, ArrayExamples.all());
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("part.safetensors");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void refusesToWriteNamesThatNobodyCouldRead() {
        HostArray one = HostArray.wrap(new float[1], Shape.of(1));
        Path file = folder.resolve("bad.safetensors");
        assertThatThrownBy(() -> Safetensors.write(file, Map.of("__metadata__", one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("__metadata__");
        assertThatThrownBy(() -> Safetensors.write(file, Map.of("\ud800", one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
        assertThat(file).doesNotExist();
    }

    private Path file(String header, String hexData) throws IOException {
        return Files.write(folder.resolve("made.safetensors"), bytes(header, hexData));
    }

    private static byte[] bytes(String header, String hexData) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] data = HexFormat.of().parseHex(hexData);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }
}
