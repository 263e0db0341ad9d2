package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Named tensors in a fixed order: a model's parameters, their gradients, an optimiser's moments. Immutable; names of nested parts
 * are joined by dots, {@code encoder.hidden.weight}.
 */
public final class Parameters implements TensorTree {
    private static final Parameters EMPTY = new Parameters(new LinkedHashMap<>());

    private final Map<String, Tensor> tensors;

    private Parameters(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /** {@return no parameters at all} */
    public static Parameters empty() {
        return EMPTY;
    }

    /**
     * Parameters in the order of a map.
     *
     * @param tensors names and tensors
     * @return the parameters
     */
    public static Parameters of(Map<String, Tensor> tensors) {
        return new Parameters(new LinkedHashMap<>(tensors));
    }

    /**
     * One parameter.
     *
     * @param name its name
     * @param tensor its value
     * @return the parameters
     */
    public static Parameters of(String name, Tensor tensor) {
        return EMPTY.with(name, tensor);
    }

    /**
     * These parameters with one added at the end, or replaced where it stands.
     *
     * @param name its name
     * @param tensor its value
     * @return the new parameters
     */
    public Parameters with(String name, Tensor tensor) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>(tensors);
        result.put(name, tensor);
        return new Parameters(result);
    }

    /**
     * These parameters followed by others under a prefix: {@code weight} of {@code other} becomes {@code prefix.weight}.
     *
     * @param prefix the name of the part
     * @param other the part's parameters
     * @return the new parameters
     * @throws IllegalArgumentException if a name is taken already
     */
    public Parameters with(String prefix, Parameters other) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>(tensors);
        other.tensors.forEach((name, tensor) -> {
            if (result.putIfAbsent(prefix + "." + name, tensor) != null) {
                throw new IllegalArgumentException("Parameters.with: " + prefix + "." + name
                        + " is there already. Give each part of a model a prefix of its own.");
            }
        });
        return new Parameters(result);
    }

    /**
     * The parameters under a prefix, without it.
     *
     * @param prefix the name of the part
     * @return the part's parameters
     * @throws IllegalArgumentException if there are none
     */
    public Parameters at(String prefix) {
        Parameters part = part(prefix);
        if (part.tensors.isEmpty()) {
            throw new IllegalArgumentException("Parameters.at: nothing is named " + prefix + ".…; there are " + names()
                    + ". Were these parameters made for another model?");
        }
        return part;
    }

    /**
     * The parameters of a part, which may have none.
     *
     * @param prefix the part's name, without the dot
     * @return those whose names start with {@code prefix.}, without it
     */
    public Parameters part(String prefix) {
        String start = prefix + ".";
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(start)) {
                result.put(name.substring(start.length()), tensor);
            }
        });
        return new Parameters(result);
    }

    /**
     * One parameter.
     *
     * @param name its full name
     * @return its tensor
     * @throws IllegalArgumentException if there is none of this name
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Parameters.get: nothing is named " + name + "; there are " + names()
                    + ". Were these parameters made for another model?");
        }
        return tensor;
    }

    /**
     * Whether a parameter of this name is there.
     *
     * @param name its full name
     * @return whether it is there
     */
    public boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /** {@return the names in order} */
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    /** {@return names and tensors in order, unmodifiable} */
    public Map<String, Tensor> asMap() {
        return tensors;
    }

    /** {@return the tensors in order} */
    public List<Tensor> tensors() {
        return new ArrayList<>(tensors.values());
    }

    /** {@return the number of numbers in all tensors together} */
    public long elements() {
        return tensors.values().stream().mapToLong(Tensor::size).sum();
    }

    /**
     * Applies a function to each tensor.
     *
     * @param function from the present to the new tensor
     * @return the new parameters under the same names
     */
    public Parameters map(UnaryOperator<Tensor> function) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> result.put(name, function.apply(tensor)));
        return new Parameters(result);
    }

    /**
     * Applies a function to each pair of tensors of one name.
     *
     * @param other parameters of the same names
     * @param function from both tensors to the new one
     * @return the new parameters under the same names
     * @throws IllegalArgumentException if {@code other} lacks a name
     */
    public Parameters zip(Parameters other, BinaryOperator<Tensor> function) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> result.put(name, function.apply(tensor, other.get(name))));
        return new Parameters(result);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        tensors.values().forEach(visitor);
    }

    /** {@return names and shapes} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Parameters");
        tensors.forEach((name, tensor) -> text.append(' ').append(name).append(tensor.shape()));
        return text.toString();
    }
}
