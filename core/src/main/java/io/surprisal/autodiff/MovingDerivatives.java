package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Derivative rules of the operations that only move elements; each is the adjoint movement. */
final class MovingDerivatives {
    private MovingDerivatives() {}

    static Pullback where(Tensor mask, Shape a, Shape b, Shape out) {
        return (g, to) -> {
            Tensor zero = g.backend().scalar(0, g.dtype());
            to.give(1, () -> Broadcasts.toOperand(Tensor.where(mask, g, zero), out, a));
            to.give(2, () -> Broadcasts.toOperand(Tensor.where(mask, zero, g), out, b));
        };
    }

    static Tensor transpose(Tensor g, int[] permutation, Shape out) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[permutation[i]] = i;
        }
        return g.broadcastTo(out).transpose(inverse);
    }

    static Pullback concat(List<Tensor> parts, int axis, Shape out) {
        return (g, to) -> {
            Tensor full = g.broadcastTo(out);
            int start = 0;
            for (int i = 0; i < parts.size(); i++) {
                int from = start;
                int end = start + parts.get(i).shape().at(axis);
                to.give(i, () -> full.slice(axis, from, end));
                start = end;
            }
        };
    }

    static Tensor slice(Tensor g, Shape shape, int[] starts, int[] steps, Shape out) {
        int[] high = new int[steps.length];
        int[] interior = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            interior[i] = steps[i] - 1;
            high[i] = shape.at(i) - starts[i] - ((out.at(i) - 1) * steps[i] + 1);
        }
        return g.broadcastTo(out).pad(starts, high, interior, 0);
    }

    static Tensor pad(Tensor g, Shape shape, int[] low, int[] interior, Shape out) {
        int[] ends = new int[low.length];
        int[] steps = new int[low.length];
        Arrays.setAll(steps, i -> interior[i] + 1);
        Arrays.setAll(ends, i -> low[i] + (shape.at(i) - 1) * steps[i] + 1);
        return g.broadcastTo(out).slice(low, ends, steps);
    }
}
