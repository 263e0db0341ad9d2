package io.surprisal.optim;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autodiff.ValueAndGradient;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A loss of named parameters as a function of one vector on the host. */
final class FlatParameters {
    private final Function<Parameters, Tensor> loss;
    private final Parameters template;
    private int evaluations;

    FlatParameters(Function<Parameters, Tensor> loss, Parameters template) {
        this.loss = loss;
        this.template = template;
    }

    int evaluations() {
        return evaluations;
    }

    double[] start() {
        return flattened(template);
    }

    /** Value and gradient at a point. */
    LossPoint at(double[] x) {
        evaluations++;
        try (Scope scope = Scope.open()) {
            ValueAndGradient result = Gradients.valueAndGradient(loss).at(parameters(x));
            return new LossPoint(x, result.value().item(), flattened(result.gradient()));
        }
    }

    /** The vector under the template's names, shapes and dtypes. */
    Parameters parameters(double[] x) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        int from = 0;
        for (Map.Entry<String, Tensor> entry : template.asMap().entrySet()) {
            Tensor tensor = entry.getValue();
            double[] part = Arrays.copyOfRange(x, from, from + tensor.size());
            from += tensor.size();
            result.put(entry.getKey(), placed(part, tensor));
        }
        return Parameters.of(result);
    }

    private static Tensor placed(double[] part, Tensor like) {
        if (like.dtype() == DType.FLOAT64) {
            return like.backend().of(HostArray.wrap(part, like.shape()));
        }
        float[] narrowed = new float[part.length];
        for (int i = 0; i < part.length; i++) {
            narrowed[i] = (float) part[i];
        }
        return like.backend().of(HostArray.wrap(narrowed, like.shape()));
    }

    private static double[] flattened(Parameters parameters) {
        double[] result = new double[Math.toIntExact(parameters.elements())];
        int from = 0;
        for (Tensor tensor : parameters.tensors()) {
            double[] part = tensor.toDoubles();
            System.arraycopy(part, 0, result, from, part.length);
            from += part.length;
        }
        return result;
    }
}
