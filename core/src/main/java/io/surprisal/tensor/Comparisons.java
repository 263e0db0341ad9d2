package io.surprisal.tensor;

import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.UnaryOp;

/** Comparisons and logic; the results are BOOL, and comparisons with NaN are false (≠: true). */
public sealed interface Comparisons permits Tensor {
    /** Whether x = y, as BOOL. */
    default Tensor equalTo(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.EQUAL, (Tensor) this, y);
    }

    /** Whether x = y, as BOOL. */
    default Tensor equalTo(double y) {
        return ElementwiseRules.binary(BinaryOp.EQUAL, (Tensor) this, y);
    }

    /** Whether x ≠ y, as BOOL. */
    default Tensor notEqualTo(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.NOT_EQUAL, (Tensor) this, y);
    }

    /** Whether x ≠ y, as BOOL. */
    default Tensor notEqualTo(double y) {
        return ElementwiseRules.binary(BinaryOp.NOT_EQUAL, (Tensor) this, y);
    }

    /** Whether x &lt; y, as BOOL. */
    default Tensor less(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.LESS, (Tensor) this, y);
    }

    /** Whether x &lt; y, as BOOL. */
    default Tensor less(double y) {
        return ElementwiseRules.binary(BinaryOp.LESS, (Tensor) this, y);
    }

    /** Whether x ≤ y, as BOOL. */
    default Tensor lessEqual(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.LESS_EQUAL, (Tensor) this, y);
    }

    /** Whether x ≤ y, as BOOL. */
    default Tensor lessEqual(double y) {
        return ElementwiseRules.binary(BinaryOp.LESS_EQUAL, (Tensor) this, y);
    }

    /** Whether x &gt; y, as BOOL. */
    default Tensor greater(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.GREATER, (Tensor) this, y);
    }

    /** Whether x &gt; y, as BOOL. */
    default Tensor greater(double y) {
        return ElementwiseRules.binary(BinaryOp.GREATER, (Tensor) this, y);
    }

    /** Whether x ≥ y, as BOOL. */
    default Tensor greaterEqual(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.GREATER_EQUAL, (Tensor) this, y);
    }

    /** Whether x ≥ y, as BOOL. */
    default Tensor greaterEqual(double y) {
        return ElementwiseRules.binary(BinaryOp.GREATER_EQUAL, (Tensor) this, y);
    }

    /** Both true, of BOOL. */
    default Tensor and(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.AND, (Tensor) this, y);
    }

    /** At least one true, of BOOL. */
    default Tensor or(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.OR, (Tensor) this, y);
    }

    /** Exactly one true, of BOOL. */
    default Tensor xor(Tensor y) {
        return ElementwiseRules.binary(BinaryOp.XOR, (Tensor) this, y);
    }

    /** True becomes false, of BOOL. */
    default Tensor not() {
        return ElementwiseRules.unary(UnaryOp.NOT, (Tensor) this);
    }

    /** Whether each element is NaN, as BOOL. */
    default Tensor isNaN() {
        return ElementwiseRules.unary(UnaryOp.IS_NAN, (Tensor) this);
    }

    /** Whether each element is neither NaN nor infinite, as BOOL. */
    default Tensor isFinite() {
        return ElementwiseRules.unary(UnaryOp.IS_FINITE, (Tensor) this);
    }
}
