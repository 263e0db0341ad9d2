package io.surprisal.examples.vae;

import io.surprisal.io.NamedTensors;
import io.surprisal.io.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that a run leaves beside its log and its checkpoints.
 *
 * @param folder where they go
 * @param experiment what was run
 * @param result its outcome
 */
record VaeArtifacts(Path folder, VaeExperiment experiment, VaeResult result) {
    static final String REPORT = "report.html";

    void write() throws IOException {
        VaePictures pictures = VaePictures.of(experiment, result.trained().parameters());
        Files.write(folder.resolve("samples.png"), pictures.samples().png());
        Safetensors.write(
                folder.resolve("model.safetensors"),
                NamedTensors.toHost(result.trained().parameters().asMap()),
                Map.of(
                        "model", experiment.describeModel(),
                        "seed", Long.toString(experiment.settings().seed()),
                        "data", result.trained().provenance().data()));
        Files.writeString(folder.resolve(REPORT), VaeReport.html(experiment, result, pictures), StandardCharsets.UTF_8);
    }
}
