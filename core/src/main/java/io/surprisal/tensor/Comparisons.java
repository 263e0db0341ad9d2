package io.surprisal.tensor;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;

/** Comparisons and logic; the results are BOOL, and comparisons with NaN are false (≠: true). */
public sealed interface Comparisons permits Tensor {
    /**
     * {@return whether x = y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor equalTo(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x = y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor equalTo(double y) {
        return ElementwiseRules.binary(BinaryOp.EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x ≠ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor notEqualTo(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.NOT_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x ≠ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor notEqualTo(double y) {
        return ElementwiseRules.binary(BinaryOp.NOT_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x &lt; y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor less(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.LESS, (Tensor) this, y);
    }

    /**
     * {@return whether x &lt; y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor less(double y) {
        return ElementwiseRules.binary(BinaryOp.LESS, (Tensor) this, y);
    }

    /**
     * {@return whether x ≤ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor lessEqual(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.LESS_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x ≤ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor lessEqual(double y) {
        return ElementwiseRules.binary(BinaryOp.LESS_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x &gt; y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor greater(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.GREATER, (Tensor) this, y);
    }

    /**
     * {@return whether x &gt; y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor greater(double y) {
        return ElementwiseRules.binary(BinaryOp.GREATER, (Tensor) this, y);
    }

    /**
     * {@return whether x ≥ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor greaterEqual(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.GREATER_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return whether x ≥ y, as BOOL}
     *
     * @param y the other operand
     */
    default Tensor greaterEqual(double y) {
        return ElementwiseRules.binary(BinaryOp.GREATER_EQUAL, (Tensor) this, y);
    }

    /**
     * {@return both true, of BOOL}
     *
     * @param y the other operand
     */
    default Tensor and(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.AND, (Tensor) this, y);
    }

    /**
     * {@return at least one true, of BOOL}
     *
     * @param y the other operand
     */
    default Tensor or(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.OR, (Tensor) this, y);
    }

    /**
     * {@return exactly one true, of BOOL}
     *
     * @param y the other operand
     */
    default Tensor xor(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.XOR, (Tensor) this, y);
    }

    /** {@return true becomes false, of BOOL} */
    default Tensor not() {
        return ElementwiseRules.unary(UnaryOp.NOT, (Tensor) this);
    }

    /** {@return whether each element is NaN, as BOOL} */
    default Tensor isNaN() {
        return ElementwiseRules.unary(UnaryOp.IS_NAN, (Tensor) this);
    }

    /** {@return whether each element is neither NaN nor infinite, as BOOL} */
    default Tensor isFinite() {
        return ElementwiseRules.unary(UnaryOp.IS_FINITE, (Tensor) this);
    }
}
