package io.surprisal.distributions.family;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A distribution that is given by the parameters of its family, and can be made anew from others. */
public interface Parametric extends Rebuildable {
    /** {@return the family} */
    Family<?> family();

    /** {@return the parameters in the family's order, as they were given} */
    List<Tensor> parameters();

    /** {@return the parameters by name, in the family's order} */
    default Map<String, Tensor> namedParameters() {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters().size(); i++) {
            named.put(family().parameters().get(i).name(), parameters().get(i));
        }
        return named;
    }

    @Override
    default Distribution mapTensors(UnaryOperator<Tensor> change) {
        return family().unchecked(parameters().stream().map(change).toArray(Tensor[]::new));
    }
}
