package io.surprisal.autodiff;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Recomputation in place of storage: one node for a whole function, whose rule runs the function again. */
final class Checkpoint {
    private Checkpoint() {}

    static Tensor apply(Function<List<Tensor>, Tensor> function, List<Tensor> arguments) {
        Tracing tracing = Tracing.highest(arguments);
        if (tracing == null) {
            return function.apply(arguments);
        }
        List<Traced> operands =
                arguments.stream().map(x -> tracing.traced("checkpoint", x)).toList();
        List<Tensor> values = operands.stream().map(Traced::value).toList();
        Tensor result = Scope.tidy(() -> function.apply(values));
        Tracing reached = Tracing.highest(List.of(result));
        if (reached != null && reached.number() >= tracing.number()) {
            throw new IllegalArgumentException(
                    "checkpoint: the function uses a traced tensor that is not among its arguments,"
                            + " and its derivative would be lost. Pass that tensor as an argument.");
        }
        Pullback rule = (g, to) -> {
            // Arguments that are constants, indices for instance, stay what they are.
            int[] wanted = IntStream.range(0, values.size()).filter(to::wants).toArray();
            List<Tensor> point = IntStream.of(wanted).mapToObj(values::get).toList();
            List<Tensor> cotangents = Differentiation.at(point, call -> {
                        List<Tensor> again = new ArrayList<>(values);
                        for (int i = 0; i < wanted.length; i++) {
                            again.set(wanted[i], call.variables().get(i));
                        }
                        return new Tensors(call.pullBack(function.apply(again), g.broadcastTo(result.shape())));
                    })
                    .list();
            for (int i = 0; i < wanted.length; i++) {
                Tensor cotangent = cotangents.get(i);
                to.give(wanted[i], () -> cotangent);
            }
        };
        return tracing.tensorOf(tracing.record(result, rule, operands.toArray(new Traced[0])));
    }

    /** Several tensors as one value. */
    private record Tensors(List<Tensor> list) implements TensorTree {
        @Override
        public void forEachTensor(Consumer<? super Tensor> visitor) {
            list.forEach(visitor);
        }
    }
}
