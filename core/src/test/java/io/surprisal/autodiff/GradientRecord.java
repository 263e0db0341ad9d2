package io.surprisal.autodiff;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One call of a public operation, at a point where it is smooth.
 *
 * @param operation the method, with its parameters' types as {@link PublicOperations} writes them
 * @param call what tells this call from others of the operation: a constant's name, axes, numbers
 * @param function the call
 * @param inputs its tensors
 * @param variables the places of the inputs in which it has a derivative
 * @param orders how often it can be differentiated: 1, or 2 for "as often as wanted"
 */
record GradientRecord(
        String operation,
        String call,
        Function<List<Tensor>, Tensor> function,
        List<HostArray> inputs,
        List<Integer> variables,
        int orders) {

    /** A call that has all derivatives in its floating inputs. */
    static GradientRecord of(
            String operation, String call, Function<List<Tensor>, Tensor> function, HostArray... inputs) {
        return new GradientRecord(operation, call, function, List.of(inputs), floating(inputs), 2);
    }

    private static List<Integer> floating(HostArray... inputs) {
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < inputs.length; k++) {
            if (inputs[k].dtype().isFloating()) {
                places.add(k);
            }
        }
        return places;
    }

    /** The same call, differentiated in fewer inputs or less often. */
    GradientRecord differentiated(List<Integer> places, int times) {
        return new GradientRecord(operation, call, function, inputs, places, times);
    }

    /** The floating inputs in which core knows no derivative. */
    List<Integer> refused() {
        List<Integer> places = floating(inputs.toArray(HostArray[]::new));
        places.removeAll(variables);
        return places;
    }

    /** The inputs as tensors of a backend, the floating ones of this type. */
    List<Tensor> on(Backend backend, DType dtype) {
        List<Tensor> tensors = new ArrayList<>(inputs.size());
        for (HostArray input : inputs) {
            Tensor tensor = backend.of(input);
            tensors.add(input.dtype().isFloating() ? tensor.cast(dtype) : tensor);
        }
        return tensors;
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        List<Shape> shapes = inputs.stream().map(HostArray::shape).toList();
        return operation + (call.isEmpty() ? "" : " " + call) + " at " + shapes;
    }
}
