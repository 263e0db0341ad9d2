package io.surprisal.distributions;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A parameter under its name, for the checks of a factory. */
record Parameter(String family, String name, Tensor tensor) {
    /**
     * Checks the values by one reduction, which is one synchronisation on a device that computes asynchronously. Inside a gradient call
     * it is skipped: there parameters come from a transformation such as exp or softplus whose range is the domain, at every step.
     *
     * @throws IllegalArgumentException naming the first element outside the domain
     */
    Parameter requireAll(Constraint constraint) {
        if (tensor.shape().isEmpty() || isTraced()) {
            return this;
        }
        boolean[] valid = new boolean[1];
        Scope.run(() -> valid[0] = constraint.holds(tensor).all().item() != 0);
        if (!valid[0]) {
            throw brokenBy(constraint);
        }
        return this;
    }

    /** Checks that there is a last axis of at least one element. */
    Parameter requireVector(String elements) {
        if (tensor.rank() == 0 || tensor.shape().dim(-1) == 0) {
            throw new IllegalArgumentException(family + ": " + name + " needs a last axis of " + elements
                    + ", but has shape " + tensor.shape() + ". Reshape it to [batch…, " + elements + "].");
        }
        return this;
    }

    /** What a constant is made into is the constant itself. */
    boolean isTraced() {
        return tensor.stopGradient() != tensor;
    }

    private IllegalArgumentException brokenBy(Constraint constraint) {
        double[] elements = tensor.toDoubles();
        for (int i = 0; i < elements.length; i++) {
            String rule = constraint.brokenBy(elements[i]);
            if (rule != null) {
                return new IllegalArgumentException(family + ": " + name + " must be " + rule + ", but " + name
                        + index(tensor.shape(), i) + " = " + elements[i] + ".");
            }
        }
        throw new IllegalStateException(family + ": backend " + tensor.backend().name() + " finds in " + name
                + " an element that is not " + constraint + ", but the host does not. Report the backend.");
    }

    /** {@code [1, 2]}; nothing for a scalar. */
    static String index(Shape shape, int position) {
        if (shape.rank() == 0) {
            return "";
        }
        var index = new StringBuilder("[");
        int rest = position;
        for (int stride : shape.strides()) {
            index.append(index.length() == 1 ? "" : ", ").append(rest / stride);
            rest %= stride;
        }
        return index.append(']').toString();
    }

    /**
     * The shape to which two parameters broadcast.
     *
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    Shape meet(Parameter other) {
        requireAlike(other);
        return BatchShape.common(family, name, tensor.shape(), other.name, other.tensor.shape());
    }

    /** Checks that two parameters are floating and of one dtype and backend. */
    void requireAlike(Parameter other) {
        requireFloating();
        other.requireFloating();
        if (tensor.dtype() != other.tensor.dtype() || tensor.backend() != other.tensor.backend()) {
            throw new IllegalArgumentException(family + ": " + name + " (" + tensor + ") and " + other.name + " ("
                    + other.tensor + ") must have one dtype and one backend. Use cast(DType) or to(Backend).");
        }
    }

    /** Checks that the dtype approximates real numbers. */
    Parameter requireFloating() {
        if (!tensor.dtype().isFloating()) {
            throw new IllegalArgumentException(family + ": " + name + " must be of a floating dtype, but is "
                    + tensor.dtype() + ". Use cast(DType) first.");
        }
        return this;
    }
}
