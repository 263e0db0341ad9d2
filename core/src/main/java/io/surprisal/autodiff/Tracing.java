package io.surprisal.autodiff;

import io.surprisal.tensor.Level;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import io.surprisal.tensor.spi.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One open gradient call: its level among the nested ones of this thread, and its tape. What the tape records lives in the scope
 * that was current when the call opened, so that a tidy inside a loss frees nothing that a derivative needs.
 */
final class Tracing extends Level implements AutoCloseable {
    private static final ThreadLocal<@Nullable Tracing> INNERMOST = new ThreadLocal<>();

    private final @Nullable Tracing outer;
    private final Thread thread = Thread.currentThread();
    private final Scope home;
    private final TracedKernels kernels = new TracedKernels(this);
    private final List<Node> tape = new ArrayList<>(64);
    private boolean open = true;

    private Tracing(@Nullable Tracing outer, Scope home) {
        super(outer == null ? 1 : outer.number() + 1);
        this.outer = outer;
        this.home = home;
    }

    /** Opens a level inside the innermost of this thread. */
    static Tracing open(Scope home) {
        Tracing tracing = new Tracing(INNERMOST.get(), home);
        INNERMOST.set(tracing);
        return tracing;
    }

    /** The highest level among tensors; null where none is traced. */
    static @Nullable Tracing highest(List<Tensor> tensors) {
        Tracing highest = null;
        for (Tensor tensor : tensors) {
            if (of(tensor) instanceof Tracing level && (highest == null || level.number() > highest.number())) {
                highest = level;
            }
        }
        return highest;
    }

    /** A variable of this level with the value of {@code x}. */
    Tensor variable(Tensor x) {
        return tensor(x.backend(), new Traced(x, Node.variable()), x.shape(), x.dtype());
    }

    /** The array of a tensor as this level sees it. */
    Traced traced(String operation, Tensor x) {
        return (Traced) array(operation, x);
    }

    /** A tensor over an array of this level. */
    Tensor tensorOf(Traced a) {
        Tensor x = a.value();
        return tensor(x.backend(), a, x.shape(), x.dtype());
    }

    /** A result computed from operands: recorded if one of them is, and then with all values it may need kept alive. */
    Traced record(Tensor result, Pullback rule, Traced... operands) {
        @Nullable Node[] parents = new Node[operands.length];
        boolean recorded = false;
        for (int i = 0; i < operands.length; i++) {
            parents[i] = operands[i].node();
            recorded |= parents[i] != null;
        }
        if (!recorded) {
            return new Traced(result, null);
        }
        for (Traced operand : operands) {
            home.retain(operand.value());
        }
        home.retain(result);
        Node node = Node.operation(parents, rule);
        tape.add(node);
        return new Traced(result, node);
    }

    /** What a rule will need besides operands and result; it lives as long as they do. */
    <T extends TensorTree> T retained(T values) {
        values.forEachTensor(home::retain);
        return values;
    }

    /**
     * Pulls {@code seed} back from {@code result} to the variables.
     *
     * @return one cotangent for each variable, of its shape
     */
    List<Tensor> pullBack(Tensor result, Tensor seed, List<Tensor> variables) {
        Node end = traced("gradient", result).node();
        if (end != null) {
            Cotangents cotangents = new Cotangents(outer != null);
            cotangents.seed(end, seed);
            for (int i = tape.size() - 1; i >= 0; i--) {
                cotangents.pullBack(tape.get(i));
            }
        }
        List<Tensor> results = new ArrayList<>(variables.size());
        for (Tensor variable : variables) {
            results.add(cotangentOf(variable));
        }
        return results;
    }

    private Tensor cotangentOf(Tensor variable) {
        Node node = traced("gradient", variable).node();
        Tensor cotangent = node == null ? null : node.cotangent;
        if (node == null || cotangent == null) {
            return variable.backend().zeros(variable.shape(), variable.dtype());
        }
        node.cotangent = null;
        return cotangent.broadcastTo(variable.shape());
    }

    @Override
    protected Kernels<?> kernels() {
        return kernels;
    }

    @Override
    protected Object constant(Tensor lower) {
        return new Traced(lower, null);
    }

    @Override
    protected Tensor value(Object array) {
        return ((Traced) array).value();
    }

    @Override
    protected void requireOpen(String operation) {
        if (!open) {
            throw new IllegalStateException(operation + ": a traced tensor is used after its gradient call returned. "
                    + "Return it from the function, or take its value with stopGradient() inside.");
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException(operation + ": a tensor traced on thread " + thread.getName()
                    + " is used on thread " + Thread.currentThread().getName()
                    + ". A gradient call stays on one thread.");
        }
    }

    /** Ends the call; its tensors can no longer be used. */
    @Override
    public void close() {
        open = false;
        tape.clear();
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
    }
}
