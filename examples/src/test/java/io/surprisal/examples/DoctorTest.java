package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class DoctorTest {
    @Test
    void namesEveryBackendWithItsPriorityAndState() {
        Run run = Run.of("doctor", "--json");
        assertThat(run.code()).isZero();
        JsonObject reference = backend(run.json(), "reference");
        assertThat(reference.get("priority").getAsInt()).isZero();
        assertThat(reference.get("available").getAsBoolean()).isTrue();
        assertThat(reference.get("class").getAsString()).contains("Reference");
        assertThat(backend(run.json(), "strided").get("priority").getAsInt()).isNegative();
    }

    @Test
    void saysWhichBackendWouldBeChosen() {
        JsonObject result = Run.of("doctor", "--json").json();
        String chosen = result.get("chosen").getAsString();
        int best = backend(result, chosen).get("priority").getAsInt();
        for (JsonElement element : result.getAsJsonArray("backends")) {
            JsonObject other = element.getAsJsonObject();
            if (other.get("available").getAsBoolean()) {
                assertThat(other.get("priority").getAsInt()).isLessThanOrEqualTo(best);
            }
        }
    }

    @Test
    void namesTheArtifactOfABackendThatIsNotInstalled() {
        Run words = Run.of("doctor");
        assertThat(words.out()).contains("cuda").contains("io.surprisal:surprisal-backend-cuda-direct");
    }

    @Test
    void saysInWordsWhatItSaysInJson() {
        String words = Run.of("doctor").out();
        JsonObject result = Run.of("doctor", "--json").json();
        assertThat(words)
                .startsWith("Chosen here when nobody names one: "
                        + result.get("chosen").getAsString());
        for (JsonElement element : result.getAsJsonArray("backends")) {
            JsonObject found = element.getAsJsonObject();
            assertThat(words)
                    .contains(found.get("name").getAsString(), found.get("jar").getAsString());
            assertThat(found.get("jar").getAsString()).startsWith("/");
        }
        assertThat(words).contains("MACHINE", "surprisal", "java", "memory");
    }

    @Test
    void saysWhyNoneIsChosen() {
        System.setProperty("surprisal.backend", "abacus");
        try {
            Run run = Run.of("doctor");
            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .startsWith("Chosen here when nobody names one: none: abacus: no provider of this name");
        } finally {
            System.clearProperty("surprisal.backend");
        }
    }

    private static JsonObject backend(JsonObject result, String name) {
        for (JsonElement element : result.getAsJsonArray("backends")) {
            if (element.getAsJsonObject().get("name").getAsString().equals(name)) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError("no backend " + name + " in " + result);
    }
}
