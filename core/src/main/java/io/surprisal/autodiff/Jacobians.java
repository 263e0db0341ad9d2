package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Jacobian matrices from one forward pass and one backward pass for each number of the result. */
final class Jacobians {
    private Jacobians() {}

    static Tensor of(Differentiation call, UnaryOperator<Tensor> function) {
        Tensor x = call.variables().get(0);
        Tensor y = function.apply(x);
        Shape shape = y.shape().then(x.shape());
        if (shape.isEmpty()) {
            return y.backend().zeros(shape, x.dtype());
        }
        Tensor units = y.backend().eye(y.size(), y.dtype());
        List<Tensor> rows = new ArrayList<>(y.size());
        for (int i = 0; i < y.size(); i++) {
            rows.add(call.pullBack(y, units.select(0, i).reshape(y.shape())).get(0));
        }
        return Tensor.stack(rows, 0).reshape(shape);
    }
}
