package io.surprisal.autoencoders.training;

import io.surprisal.autoencoders.data.Examples;
import io.surprisal.autoencoders.data.Preprocessing;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether data can be prepared, and the objective is defined on what becomes of them: looked at once, before the first step. */
record SupportCheck(Objective objective, TrainingPlan plan, Backend backend) {
    /** The place of this check's key among the epochs' and the validation's; no epoch reaches it. */
    private static final long KEY = -2;

    void accept(Examples training, @Nullable Examples validation) {
        accept(training);
        if (validation != null) {
            accept(validation);
        }
    }

    private void accept(Examples examples) {
        plan.preprocessing().requireSupported(examples);
        if (plan.preprocessing().equals(Preprocessing.none())) {
            objective.requireSupported(examples);
            return;
        }
        RandomKey key = RandomKey.of(plan.seed()).foldIn(KEY);
        int[] numbers = IntStream.range(0, examples.count()).toArray();
        for (int from = 0, to; from < numbers.length; from = to) {
            to = from + Math.min(plan.batchSize(), numbers.length - from);
            try {
                objective.requireSupported(prepared(examples, numbers, from, to, key.foldIn(from)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "train: what " + Provenance.describe(plan.preprocessing()) + " makes of examples " + from
                                + " to " + (to - 1) + " is refused: " + e.getMessage(),
                        e);
            }
        }
    }

    private Examples prepared(Examples examples, int[] numbers, int from, int to, RandomKey key) {
        try (Scope scope = Scope.open()) {
            return Examples.of(plan.preprocessing()
                    .apply(examples.take(backend, numbers, from, to), key)
                    .cast(DType.FLOAT32)
                    .toHost());
        }
    }
}
