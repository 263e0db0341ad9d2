package io.surprisal.autodiff;

import io.surprisal.tensor.LayerNormGradient;
import io.surprisal.tensor.LstmGradient;
import io.surprisal.tensor.LstmTrace;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.ReduceOp;
import org.jspecify.annotations.Nullable;

/** Derivative rules of the fused compositions: cotangent g, result y. */
final class FusedDerivatives {
    private FusedDerivatives() {}

    /** Of an activation whose derivative its output y tells. */
    static void affine(
            Tensor g, Tensor x, Tensor w, Tensor b, Tensor y, AffineActivation activation, Pullback.Operands to) {
        Tensor inner = y.activationBackward(activation, g);
        to.give(0, () -> inner.matmul(w, false, true));
        to.give(1, () -> x.matmul(inner, true, false));
        to.give(2, () -> Broadcasts.sumTo(inner, b.shape()));
    }

    /** y·(g − Σ g·y) along the last axis. */
    static Tensor softmax(Tensor g, Tensor y) {
        Tensor weighted = g.times(y);
        return weighted.minus(y.times(weighted.reduceKeeping(ReduceOp.SUM, -1)));
    }

    /** g − e^y·Σ g along the last axis. */
    static Tensor logSoftmax(Tensor g, Tensor y) {
        Tensor full = g.broadcastTo(y.shape());
        return full.minus(y.exp().times(full.reduceKeeping(ReduceOp.SUM, -1)));
    }

    /** z = (x − μ)/σ: −z/σ in x, z/σ in μ, (z² − 1)/σ in σ. */
    static void normalLogProb(Tensor g, Tensor x, Tensor mean, Tensor scale, Pullback.Operands to) {
        Tensor z = x.minus(mean).div(scale);
        Tensor slope = g.times(z).div(scale);
        to.give(0, () -> slope.neg());
        to.give(1, () -> Broadcasts.sumTo(slope, mean.shape()));
        to.give(2, () -> Broadcasts.sumTo(g.times(z.square().minus(1)).div(scale), scale.shape()));
    }

    static void squaredDistances(Tensor g, Tensor a, Tensor b, Pullback.Operands to) {
        to.give(0, () -> a.squaredDistancesBackward(b, g));
        to.give(1, () -> b.squaredDistancesBackward(a, g.swapAxes(0, 1)));
    }

    static void layerNorm(Tensor g, Tensor x, Tensor scale, double epsilon, Pullback.Operands to) {
        LayerNormGradient gradient = x.layerNormBackward(scale, g, epsilon);
        to.give(0, gradient::input);
        to.give(1, gradient::scale);
        to.give(2, gradient::shift);
    }

    static void lstm(
            Tensor g,
            LstmTrace trace,
            Tensor recurrent,
            Tensor hidden,
            Tensor cell,
            @Nullable Tensor mask,
            Pullback.Operands to) {
        LstmGradient gradient = g.lstmBackward(trace, recurrent, hidden, cell, mask);
        to.give(0, gradient::inputs);
        to.give(1, gradient::recurrent);
        to.give(2, gradient::hidden);
        to.give(3, gradient::cell);
    }

    /** A cotangent of batch shape {@code out}, with its event axes put back as length 1. */
    static Tensor overEvent(Tensor g, Shape out, int summed) {
        Shape shape = out;
        for (int i = 0; i < summed; i++) {
            shape = shape.then(Shape.of(1));
        }
        return g.size() == 1 ? g.reshape(Shape.scalar()) : g.broadcastTo(out).reshape(shape);
    }
}
