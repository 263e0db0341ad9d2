package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** One recorded operation: what it was made from, how a cotangent is pulled back through it, and the cotangent gathered so far. */
final class Node {
    /** Operand i's node; null where the operand is a constant. */
    final @Nullable Node[] parents;

    /** How to pull back; null for a variable, which nothing was computed for. */
    final @Nullable Pullback rule;

    /** Σ of the contributions so far, of any shape that broadcasts to the result's; {@link Cotangents} writes it. */
    @Nullable
    Tensor cotangent;

    private Node(@Nullable Node[] parents, @Nullable Pullback rule) {
        this.parents = parents;
        this.rule = rule;
    }

    static Node variable() {
        return new Node(new Node[0], null);
    }

    static Node operation(@Nullable Node[] parents, Pullback rule) {
        return new Node(parents, rule);
    }
}
