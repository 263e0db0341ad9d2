package io.surprisal.examples.vae;

import io.surprisal.examples.OutputFolder;
import io.surprisal.io.NamedTensors;
import io.surprisal.io.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The files that a run leaves beside its log and its checkpoints; each is written as a whole or not at all.
 *
 * @param folder where they go
 * @param experiment what was run
 * @param result its outcome
 */
record VaeArtifacts(RunFolder folder, VaeExperiment experiment, VaeResult result) {
    /** Writes them; the command is what a reader of the report would repeat. */
    void write(String command) throws IOException {
        VaePictures pictures = VaePictures.of(experiment, result.trained().parameters());
        OutputFolder output = folder.asOutput();
        output.write(RunFolder.SAMPLES, pictures.samples().png());
        Safetensors.write(
                folder.model(),
                NamedTensors.toHost(result.trained().parameters().asMap()),
                Map.of(
                        "model", experiment.describeModel(),
                        "seed", Long.toString(experiment.settings().seed()),
                        "data", result.trained().provenance().data()));
        String report = new VaeReport(experiment, result, pictures).html(command);
        output.write(RunFolder.REPORT, report.getBytes(StandardCharsets.UTF_8));
    }
}
