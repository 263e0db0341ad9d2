package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Layers one after the other. The parameters of each stand under its name: {@code hidden.weight}, or {@code 0.weight} where layers
 * were given no names. Any number of layers, also none, which is the identity.
 */
public final class Sequential implements Layer {
    private final Map<String, Layer> layers;

    private Sequential(Map<String, Layer> layers) {
        this.layers = Collections.unmodifiableMap(layers);
    }

    /**
     * Layers under the names 0, 1, 2, …
     *
     * @param layers in the order in which they are applied
     * @return the chain
     */
    public static Sequential of(Layer... layers) {
        Sequential chain = new Sequential(new LinkedHashMap<>());
        for (int i = 0; i < layers.length; i++) {
            chain = chain.then(Integer.toString(i), layers[i]);
        }
        return chain;
    }

    /**
     * This chain with a layer at its end.
     *
     * @param name under which the layer's parameters stand; without a dot
     * @param layer the layer
     * @return the new chain
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken
     */
    public Sequential then(String name, Layer layer) {
        if (name.isEmpty() || name.indexOf('.') >= 0 || layers.containsKey(name)) {
            throw new IllegalArgumentException(
                    "Sequential.then: the name \"" + name + "\" must not be empty, hold a dot or repeat one of "
                            + layers.keySet() + ". Choose another name.");
        }
        LinkedHashMap<String, Layer> longer = new LinkedHashMap<>(layers);
        longer.put(name, layer);
        return new Sequential(longer);
    }

    /** {@return the layers by name, in order, unmodifiable} */
    public Map<String, Layer> layers() {
        return layers;
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Sequential", dtype);
        Parameters all = Parameters.empty();
        for (Map.Entry<String, Layer> layer : layers.entrySet()) {
            RandomKey own = key.foldIn(layer.getKey());
            all = all.with(layer.getKey(), layer.getValue().initialise(own, backend, dtype));
        }
        return all;
    }

    @Override
    public Parameters initialState(Backend backend, DType dtype) {
        LayerRules.requireFloating("Sequential", dtype);
        Parameters all = Parameters.empty();
        for (Map.Entry<String, Layer> layer : layers.entrySet()) {
            all = all.with(layer.getKey(), layer.getValue().initialState(backend, dtype));
        }
        return all;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        Tensor y = x;
        for (Map.Entry<String, Layer> layer : layers.entrySet()) {
            String name = layer.getKey();
            y = layer.getValue().apply(parameters.part(name), y, mode.at(name));
        }
        return y;
    }

    /** {@return the layers by name} */
    @Override
    public String toString() {
        return "Sequential" + layers;
    }
}
