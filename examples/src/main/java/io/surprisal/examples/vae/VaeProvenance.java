package io.surprisal.examples.vae;

import com.google.gson.JsonElement;
import io.surprisal.examples.Machine;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.Table;
import io.surprisal.tensor.spi.BackendInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is needed to repeat a run, for the report.
 *
 * @param experiment what was run
 * @param result its outcome
 */
record VaeProvenance(VaeExperiment experiment, VaeResult result) {
    void section(Page page, String command) {
        page.section("Provenance", "What is needed to repeat the run.", Table.ofFacts(facts(command)));
    }

    private Map<String, String> facts(String command) {
        VaeSettings settings = experiment.settings();
        BackendInfo backend = experiment.backend().info();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", command);
        facts.put("seed", Long.toString(settings.seed()));
        facts.put("epochs", Integer.toString(result.trained().epochs()));
        facts.put("batch", Integer.toString(settings.batch()));
        facts.put("model", experiment.describeModel());
        facts.put(
                "parameters",
                String.format(
                        Locale.ROOT,
                        "%,d",
                        result.trained().parameters().tensors().stream()
                                .mapToLong(tensor -> tensor.shape().size())
                                .sum()));
        facts.put("optimiser", VaeExperiment.describeOptimiser());
        facts.put("data", experiment.images().source());
        facts.put("data fingerprint", result.trained().provenance().data());
        facts.put("backend", backend.name() + " on " + backend.device());
        backend.details().forEach((name, value) -> facts.put(backend.name() + ": " + name, value));
        for (Map.Entry<String, JsonElement> fact : Machine.facts().entrySet()) {
            facts.put(fact.getKey(), fact.getValue().getAsString());
        }
        facts.put("finished", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return facts;
    }
}
