package io.surprisal.tck;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A group of the contract: the two backends, and a scope around each test that frees what the test made. */
abstract class ContractGroup {
    private final BackendContract contract;
    private @Nullable Scope scope;

    ContractGroup(BackendContract contract) {
        this.contract = contract;
    }

    @BeforeEach
    final void openScope() {
        scope = Scope.open();
    }

    @AfterEach
    final void closeScope() {
        if (scope != null) {
            scope.close();
        }
    }

    final BackendContract contract() {
        return contract;
    }

    final Backend backend() {
        return contract.backend();
    }

    final Backend oracle() {
        return contract.oracle();
    }

    final Tolerances tolerances() {
        return contract.tolerances();
    }

    /**
     * Runs {@code function} on the backend under test with {@code inputs}, on the oracle with the same inputs widened to FLOAT64, and
     * compares the results.
     */
    final void agrees(String operation, Bound bound, Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        Trial trial = new Trial(operation, List.of(inputs));
        trial.compare(expected(function, inputs), actual(function, inputs), bound);
    }

    /** What the backend under test makes of {@code inputs}. */
    final HostArray actual(Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        return on(backend(), function, inputs);
    }

    /** What the oracle makes of {@code inputs} in FLOAT64. */
    final HostArray expected(Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        HostArray[] widened = inputs.clone();
        for (int i = 0; i < inputs.length; i++) {
            widened[i] = Elements.widened(inputs[i]);
        }
        return on(oracle(), function, widened);
    }

    private static HostArray on(Backend backend, Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        try (Scope inner = Scope.open()) {
            List<Tensor> tensors = new ArrayList<>(inputs.length);
            for (HostArray input : inputs) {
                tensors.add(backend.of(input));
            }
            Tensor result = function.apply(tensors);
            HostArray elements = result.toHost();
            if (elements.dtype() != result.dtype() || !elements.shape().equals(result.shape())) {
                throw new AssertionError("toHost: " + result + " came back as " + elements
                        + ". A kernel made another type or shape than it was asked for.");
            }
            return elements;
        }
    }
}
