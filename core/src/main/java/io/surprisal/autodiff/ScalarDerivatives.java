package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;

/** Derivative rules of the elementwise functions with a number on the right: cotangent g, argument a, number b. */
final class ScalarDerivatives {
    private ScalarDerivatives() {}

    static Tensor pullBack(BinaryOp op, Tensor g, Tensor a, double b) {
        return switch (op) {
            case PLUS, MINUS, REMAINDER -> g;
            case TIMES -> g.times(b);
            case DIV -> g.div(b);
            case POW -> b == 0 ? g.times(0) : g.times(a.pow(b - 1).times(b));
            case ATAN2 -> g.times(b).div(a.square().plus(b * b));
            case MAX -> g.times(share(a.greater(b), a.equalTo(b), a));
            case MIN -> g.times(share(a.less(b), a.equalTo(b), a));
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR ->
                throw new IllegalStateException(op.label() + ": is never recorded");
        };
    }

    /** 1 where taken, ½ where equal, 0 elsewhere. */
    private static Tensor share(Tensor taken, Tensor equal, Tensor like) {
        return taken.cast(like.dtype()).plus(equal.cast(like.dtype()).times(0.5));
    }
}
