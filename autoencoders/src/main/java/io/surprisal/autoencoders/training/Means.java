package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Loss;
import java.util.LinkedHashMap;
import java.util.Map;

/** Means of a loss and its parts over batches, each weighted by its number of examples; in double precision on the host. */
final class Means {
    /** The name of the loss itself among its parts. */
    static final String LOSS = "loss";

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long examples;

    /** Adds a batch, and returns its loss. */
    double add(Loss loss, int batch) {
        double total = loss.total().item();
        sums.merge(LOSS, total * batch, Double::sum);
        loss.parts().asMap().forEach((name, part) -> sums.merge(name, part.item() * batch, Double::sum));
        examples += batch;
        return total;
    }

    Map<String, Double> values() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / examples));
        return means;
    }
}
