package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The derivative rule of one recorded operation: from the cotangent of its result to those of its operands. Rules are linear in
 * the cotangent and made of differentiable operations. A cotangent may be smaller than its primal as long as it broadcasts.
 */
@FunctionalInterface
interface Pullback {
    void apply(Tensor cotangent, Operands operands);

    /** Where a rule gives its results. */
    interface Operands {
        /** Whether operand i is differentiated at all. */
        boolean wants(int operand);

        /** Contributes to operand i's cotangent; computed only if it is wanted. */
        void give(int operand, Supplier<Tensor> cotangent);
    }
}
