package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An optimiser that treats each parameter by itself: checks, the loop over parameters, and the names of slots. */
record PerParameter(String name, List<String> slotNames) {
    /** Zeros in every slot. */
    OptimizerState zeros(Parameters parameters) {
        Map<String, Tensor> slots = new LinkedHashMap<>();
        for (String slot : slotNames) {
            parameters.asMap().forEach((parameter, tensor) -> {
                if (!tensor.dtype().isFloating()) {
                    throw new IllegalArgumentException(name + ": parameter " + parameter + " (" + tensor
                            + ") is not floating, and cannot be optimised. Keep it out of the parameters, or cast it.");
                }
                slots.put(slot + "." + parameter, tensor.backend().zeros(tensor.shape(), tensor.dtype()));
            });
        }
        return new OptimizerState(0, Parameters.of(slots));
    }

    /** Applies the rule to every parameter. */
    TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients, ParameterRule rule) {
        requireMatching(state, parameters, gradients);
        List<Map<String, Tensor>> next = new ArrayList<>();
        for (int i = 0; i <= slotNames.size(); i++) {
            next.add(new LinkedHashMap<>());
        }
        parameters.asMap().forEach((parameter, tensor) -> {
            List<Tensor> results = Scope.tidy(
                            () -> new Results(rule.next(tensor, gradients.get(parameter), slotsOf(state, parameter))))
                    .tensors();
            next.get(0).put(parameter, results.get(0));
            for (int i = 0; i < slotNames.size(); i++) {
                next.get(i + 1).put(slotNames.get(i) + "." + parameter, results.get(i + 1));
            }
        });
        Map<String, Tensor> slots = new LinkedHashMap<>();
        next.subList(1, next.size()).forEach(slots::putAll);
        return new TrainingState(
                Parameters.of(next.get(0)), new OptimizerState(state.step() + 1, Parameters.of(slots)));
    }

    private List<Tensor> slotsOf(OptimizerState state, String parameter) {
        return slotNames.stream()
                .map(slot -> state.slots().get(slot + "." + parameter))
                .toList();
    }

    private void requireMatching(OptimizerState state, Parameters parameters, Parameters gradients) {
        GradientRules.requireMatching(name, parameters, gradients);
        parameters.asMap().forEach((parameter, tensor) -> {
            for (String slot : slotNames) {
                String full = slot + "." + parameter;
                if (!state.slots().contains(full)
                        || !state.slots().get(full).shape().equals(tensor.shape())) {
                    throw new IllegalArgumentException(name + ": the state has no " + full + " of shape "
                            + tensor.shape() + "; it holds " + state.slots()
                            + ". Pass the state that initialise(parameters) made for these parameters.");
                }
            }
        });
    }

    private record Results(List<Tensor> tensors) implements TensorTree {
        @Override
        public void forEachTensor(Consumer<? super Tensor> visitor) {
            tensors.forEach(visitor);
        }
    }
}
