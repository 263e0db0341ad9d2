package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cotangents alive during one backward pass. Rules may pass one tensor on to several operands, so holders are counted; what
 * nobody holds any more is freed at once, which keeps the pass inside the memory of the forward one.
 */
final class Cotangents {
    private final IdentityHashMap<Tensor, int[]> holders = new IdentityHashMap<>();
    private final boolean nested;

    /** Inside another gradient call nothing is freed early: that call's tape may have recorded the cotangents. */
    Cotangents(boolean nested) {
        this.nested = nested;
    }

    /** Starts at a result; the caller's seed is never freed here. */
    void seed(Node node, Tensor seed) {
        hold(seed);
        accumulate(node, seed);
    }

    /** Pulls a node's cotangent back to its parents, and lets go of it. */
    void pullBack(Node node) {
        Tensor cotangent = node.cotangent;
        Pullback rule = node.rule;
        if (cotangent == null || rule == null) {
            return;
        }
        node.cotangent = null;
        rule.apply(cotangent, new Pullback.Operands() {
            @Override
            public boolean wants(int operand) {
                return node.parents[operand] != null;
            }

            @Override
            public void give(int operand, Supplier<Tensor> contribution) {
                Node parent = node.parents[operand];
                if (parent != null) {
                    accumulate(parent, contribution.get());
                }
            }
        });
        drop(cotangent);
    }

    private void accumulate(Node node, Tensor contribution) {
        Tensor present = node.cotangent;
        if (present == null) {
            hold(contribution);
            node.cotangent = contribution;
        } else {
            hold(contribution);
            Tensor sum = present.plus(contribution);
            drop(present);
            drop(contribution);
            hold(sum);
            node.cotangent = sum;
        }
    }

    private void hold(Tensor tensor) {
        holders.computeIfAbsent(tensor, t -> new int[1])[0]++;
    }

    private void drop(Tensor tensor) {
        int @Nullable [] count = holders.get(tensor);
        if (count != null && --count[0] == 0) {
            holders.remove(tensor);
            if (!nested) {
                tensor.release();
            }
        }
    }
}
