package io.surprisal.distributions.family;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * A parameter's values under their names, for the checks of a factory.
 *
 * @param family the family's name, the first word of messages
 * @param name the parameter's name
 * @param tensor the values
 */
public record Argument(String family, String name, Tensor tensor) {
    /**
     * {@return this argument, checked by one reduction, which is one synchronisation on a device that computes asynchronously} Inside a
     * gradient call it is skipped: there parameters come from a transformation such as exp or softplus whose range is the domain, at
     * every step.
     *
     * @param constraint where the values must be
     * @throws IllegalArgumentException naming the first value outside
     */
    public Argument requireAll(Constraint constraint) {
        if (tensor.shape().isEmpty() || isTraced()) {
            return this;
        }
        boolean[] valid = new boolean[1];
        Scope.run(() -> valid[0] = constraint.holds(tensor).all().item() != 0);
        if (!valid[0]) {
            Scope.run(() -> refuse(constraint));
        }
        return this;
    }

    /**
     * {@return this argument, which has a last axis of at least one element}
     *
     * @param elements what the elements of that axis are
     * @throws IllegalArgumentException if it has not
     */
    public Argument requireVector(String elements) {
        if (tensor.rank() == 0 || tensor.shape().dim(-1) == 0) {
            throw new IllegalArgumentException(family + ": " + name + " needs a last axis of " + elements
                    + ", but has shape " + tensor.shape() + ". Reshape it to [batch…, " + elements + "].");
        }
        return this;
    }

    /**
     * {@return this argument, whose last two axes are those of square matrices}
     *
     * @throws IllegalArgumentException if they are not
     */
    public Argument requireSquare() {
        if (tensor.rank() < 2 || tensor.shape().dim(-1) != tensor.shape().dim(-2)) {
            throw new IllegalArgumentException(family + ": " + name
                    + " must be square matrices in its last two axes, but has shape " + tensor.shape()
                    + ". For independent elements use fromScales.");
        }
        return this;
    }

    /**
     * {@return this argument, whose dtype approximates real numbers}
     *
     * @throws IllegalArgumentException if it does not
     */
    public Argument requireFloating() {
        if (!tensor.dtype().isFloating()) {
            throw new IllegalArgumentException(family + ": " + name + " must be of a floating dtype, but is "
                    + tensor.dtype() + ". Use cast(DType) first.");
        }
        return this;
    }

    /**
     * Checks that two arguments are floating and of one dtype and backend.
     *
     * @param other the other argument
     * @throws IllegalArgumentException if they are not
     */
    public void requireAlike(Argument other) {
        requireFloating();
        other.requireFloating();
        if (tensor.dtype() != other.tensor.dtype() || tensor.backend() != other.tensor.backend()) {
            throw new IllegalArgumentException(family + ": " + name + " (" + tensor + ") and " + other.name + " ("
                    + other.tensor + ") must have one dtype and one backend. " + nextStep(tensor, other.tensor));
        }
    }

    /** What to do about tensors that differ in dtype or backend, which may be two of one name. */
    static String nextStep(Tensor one, Tensor other) {
        boolean areNamesakes = one.backend() != other.backend()
                && one.dtype() == other.dtype()
                && one.backend().name().equals(other.backend().name());
        return areNamesakes
                ? "They are on two backends of one name that were opened apart. Open one, or use to(Backend)."
                : "Use cast(DType) or to(Backend).";
    }

    /** {@return whether a gradient call is recording what happens to the values} */
    public boolean isTraced() {
        // What a constant is made into is the constant itself.
        return tensor.stopGradient() != tensor;
    }

    private void refuse(Constraint constraint) {
        boolean[] inside = constraint.holds(tensor).toBooleans();
        double[] elements = tensor.toDoubles();
        int length = elements.length / inside.length;
        for (int i = 0; i < inside.length; i++) {
            if (!inside[i]) {
                double[] value = Arrays.copyOfRange(elements, i * length, (i + 1) * length);
                throw new IllegalArgumentException(
                        family + ": " + constraint.refusal(name, tensor.shape(), i * length, value));
            }
        }
        throw new IllegalStateException(family + ": backend " + tensor.backend().name() + " finds in " + name
                + " a value that is not " + constraint.rule() + ", and then does not. Report the backend.");
    }
}
