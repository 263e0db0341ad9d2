package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class CustomBackendTest {
    /** The standard errors of 400 points are about 0.3 for the slopes and 0.2 for the intercept; sixty steps stop short of the optimum. */
    @Test
    void fitsWhatTheDataWereDrawnFrom() {
        Run run = Run.of("custom-backend", "--json");
        assertThat(run.code()).isZero();
        JsonObject result = run.json();
        assertThat(result.get("backend").getAsString()).isEqualTo("strided");
        assertThat(result.get("slope0").getAsDouble()).isCloseTo(3, within(1.0));
        assertThat(result.get("slope1").getAsDouble()).isCloseTo(-1, within(0.6));
        assertThat(result.get("intercept").getAsDouble()).isCloseTo(1, within(0.6));
    }

    /** Sixty steps and the final loss take one product and one softplus each; the steps' gradients another product. */
    @Test
    void countsTheCallsOfTheKernelsThatRan() {
        JsonObject calls = Run.of("custom-backend", "--json").json().getAsJsonObject("kernelCalls");
        assertThat(calls.get("softplus").getAsInt()).isEqualTo(61);
        assertThat(calls.get("matmul").getAsInt()).isEqualTo(1 + 61 + 60);
        assertThat(Run.of("custom-backend").out())
                .contains("matmul " + calls.get("matmul"))
                .contains("softplus " + calls.get("softplus"));
    }
}
