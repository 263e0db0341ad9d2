package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.surprisal.tensor.HostArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void loadsWhatWasSaved() throws IOException {
        JsonObject facts = new JsonObject();
        facts.addProperty("step", 9_007_199_254_740_993L);
        facts.addProperty("learning rate", 0.1);
        facts.addProperty("note", "é\u2028<b>\u0000");
        facts.add("nothing", JsonNull.INSTANCE);
        facts.add("list", new JsonArray());
        Path file = folder.resolve("a.safetensors");
        new Checkpoint(ArrayExamples.all(), facts).save(file);
        Checkpoint loaded = Checkpoint.load(file);
        assertThat(loaded.arrays()).containsExactlyEntriesOf(ArrayExamples.all());
        assertThat(loaded.metadata().toString()).isEqualTo(facts.toString());
        assertThat(loaded.metadata().get("step").getAsLong()).isEqualTo(9_007_199_254_740_993L);
    }

    @Test
    void isASafetensorsFile() throws IOException {
        Path file = saved();
        assertThat(Safetensors.read(file)).containsExactlyEntriesOf(ArrayExamples.all());
    }

    @Test
    void equalStatesGiveEqualFiles() throws IOException {
        Path first = saved();
        byte[] bytes = Files.readAllBytes(first);
        assertThat(Files.readAllBytes(saved())).isEqualTo(bytes);
    }

    @Test
    void laterChangesToTheArgumentsDoNotReachIt() {
        Map<String, HostArray> arrays = new LinkedHashMap<>(ArrayExamples.all());
        JsonObject facts = new JsonObject();
        Checkpoint checkpoint = new Checkpoint(arrays, facts);
        arrays.clear();
        facts.addProperty("step", 1);
        checkpoint.metadata().addProperty("step", 2);
        assertThat(checkpoint.arrays()).hasSize(ArrayExamples.all().size());
        assertThat(checkpoint.metadata().size()).isZero();
    }

    @Test
    void changeOfAnyByteIsRefused() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte before = bytes[i];
            bytes[i] ^= (byte) (1 << i % 8);
            assertRefused(file, bytes);
            bytes[i] = before;
        }
    }

    @Test
    @Tag("nightly")
    void everyOtherByteAtEveryPlaceIsRefused() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte before = bytes[i];
            for (int change = 1; change < 256; change++) {
                bytes[i] = (byte) (before ^ change);
                assertRefused(file, bytes);
            }
            bytes[i] = before;
        }
    }

    @Test
    void everyTruncationAndAppendixIsRefused() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(file, Arrays.copyOf(bytes, length));
        }
        assertRefused(file, Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void damageInTheDataNamesBothChecksums() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.load(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll(file.toString(), "checksum", "earlier checkpoint");
    }

    @Test
    void anotherSafetensorsFileIsRefused() throws IOException {
        Path file = folder.resolve("plain.safetensors");
        Safetensors.write(file, ArrayExamples.all());
        assertThatThrownBy(() -> Checkpoint.load(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("Safetensors.read");
    }

    @Test
    void factsThatJsonCannotHoldAreRefusedBeforeAnythingIsWritten() {
        JsonObject facts = new JsonObject();
        facts.addProperty("loss", Double.NaN);
        Path file = folder.resolve("nan.safetensors");
        assertThatThrownBy(() -> new Checkpoint(Map.of(), facts).save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        JsonObject deep = new JsonObject();
        for (int i = 0; i < 1000; i++) {
            JsonObject outer = new JsonObject();
            outer.add("in", deep);
            deep = outer;
        }
        Checkpoint tooDeep = new Checkpoint(Map.of(), deep);
        assertThatThrownBy(() -> tooDeep.save(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    private Path saved() throws IOException {
        JsonObject facts = new JsonObject();
        facts.addProperty("step", 12);
        Path file = folder.resolve("a.safetensors");
        new Checkpoint(ArrayExamples.all(), facts).save(file);
        return file;
    }

    private static void assertRefused(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.load(file)).isInstanceOf(FormatException.class);
    }
}
