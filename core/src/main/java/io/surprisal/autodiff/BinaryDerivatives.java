package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.BinaryOp;

/** Derivative rules of the elementwise functions of two arguments: cotangent g, arguments a and b, result y. */
final class BinaryDerivatives {
    private BinaryDerivatives() {}

    static void pullBack(BinaryOp op, Tensor g, Tensor a, Tensor b, Tensor y, Pullback.Operands to) {
        Shape out = y.shape();
        switch (op) {
            case PLUS -> {
                to.give(0, () -> first(g, out, a));
                to.give(1, () -> first(g, out, b));
            }
            case MINUS -> {
                to.give(0, () -> first(g, out, a));
                to.give(1, () -> first(g.neg(), out, b));
            }
            case TIMES -> {
                to.give(0, () -> first(g.times(b), out, a));
                to.give(1, () -> first(g.times(a), out, b));
            }
            case DIV -> {
                to.give(0, () -> first(g.div(b), out, a));
                to.give(1, () -> first(g.times(y).div(b).neg(), out, b));
            }
            case REMAINDER -> {
                to.give(0, () -> first(g, out, a));
                to.give(1, () -> first(g.times(a.div(b).floor()).neg(), out, b));
            }
            case POW -> {
                to.give(0, () -> first(g.times(powerInBase(a, b)), out, a));
                to.give(1, () -> first(g.times(powerInExponent(a, b, y)), out, b));
            }
            case ATAN2 -> {
                to.give(0, () -> first(g.times(overSquares(b, a)), out, a));
                to.give(1, () -> first(g.times(overSquares(a, b)).neg(), out, b));
            }
            case MAX -> {
                to.give(0, () -> first(g.times(share(a, b)), out, a));
                to.give(1, () -> first(g.times(share(b, a)), out, b));
            }
            case MIN -> {
                to.give(0, () -> first(g.times(share(b, a)), out, a));
                to.give(1, () -> first(g.times(share(a, b)), out, b));
            }
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR ->
                throw new IllegalStateException(op.label() + ": is never recorded");
        }
    }

    private static Tensor first(Tensor cotangent, Shape out, Tensor operand) {
        return Broadcasts.toOperand(cotangent, out, operand.shape());
    }

    /** b·aᵇ⁻¹, and 0 where b = 0 and a is 0 or NaN, where aᵇ is 1; elsewhere at b = 0 the derivative in b, 1/a, is kept. */
    private static Tensor powerInBase(Tensor a, Tensor b) {
        Tensor one = a.backend().scalar(1, a.dtype());
        Tensor flat = b.equalTo(0).and(a.equalTo(0).or(a.isNaN()));
        return b.times(Tensor.where(flat, one, a).pow(b.minus(1)));
    }

    /** aᵇ log a, and its limit 0 where a = 0 and b ≥ 0. */
    private static Tensor powerInExponent(Tensor a, Tensor b, Tensor y) {
        Tensor zero = a.backend().scalar(0, a.dtype());
        Tensor vanishing = a.equalTo(0).and(b.greaterEqual(0));
        Tensor safe = Tensor.where(vanishing, a.backend().scalar(1, a.dtype()), a);
        return Tensor.where(vanishing, zero, y.times(safe.log()));
    }

    /** a/(a² + b²), without the squares. */
    private static Tensor overSquares(Tensor a, Tensor b) {
        Tensor length = Hypotenuse.of(a, b);
        return a.div(length).div(length);
    }

    /** 1 where a &gt; b, ½ where they are equal, 0 elsewhere. */
    private static Tensor share(Tensor a, Tensor b) {
        return a.greater(b).cast(a.dtype()).plus(a.equalTo(b).cast(a.dtype()).times(0.5));
    }
}
