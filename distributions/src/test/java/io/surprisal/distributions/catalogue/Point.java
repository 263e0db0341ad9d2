package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parameters of one distribution of a grid.
 *
 * @param parameters the elements of each: one, or those of a vector
 */
record Point(List<List<Double>> parameters) {
    /** Parameters apart by spaces, elements by commas. */
    static Point parse(String text) {
        return new Point(Arrays.stream(text.trim().split(" +"))
                .map(parameter ->
                        Arrays.stream(parameter.split(",")).map(Double::valueOf).toList())
                .toList());
    }

    /** The parameters as tensors: scalars, and vectors where one value of a parameter is a vector. */
    Tensor[] tensors(Family<?> family, Backend backend, DType dtype) {
        Tensor[] tensors = new Tensor[parameters.size()];
        for (int i = 0; i < tensors.length; i++) {
            double[] elements = elements(i);
            boolean isVector = family.parameters().get(i).constraint().eventRank() > 0;
            Shape shape = isVector ? Shape.of(elements.length) : Shape.scalar();
            tensors[i] = backend.of(HostArray.wrap(elements, shape)).cast(dtype);
        }
        return tensors;
    }

    double[] elements(int parameter) {
        return parameters.get(parameter).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Whether FLOAT32 holds every element. */
    boolean isSingle() {
        return parameters.stream().flatMap(List::stream).allMatch(value -> value.floatValue() == value);
    }

    @Override
    public String toString() {
        return parameters.stream()
                .map(elements -> elements.size() == 1 ? elements.get(0).toString() : elements.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
