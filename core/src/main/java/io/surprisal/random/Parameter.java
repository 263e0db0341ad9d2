package io.surprisal.random;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.Offsets;

/**
 * A distribution's parameter on its way to a sampler on the host.
 *
 * @param operation the draw, for messages
 * @param name the parameter's name, for messages
 * @param tensor a floating tensor
 */
record Parameter(String operation, String name, Tensor tensor) {
    Parameter {
        if (!tensor.dtype().isFloating()) {
            throw new IllegalArgumentException(operation + ": " + name + " must be FLOAT32 or FLOAT64, but is "
                    + tensor.dtype() + ". Use cast(DType) first.");
        }
    }

    /**
     * The elements, repeated as little as possible: element i of a draw of shape {@code out} has element i mod length of the result.
     *
     * @throws IllegalArgumentException if an element is outside the domain, or the tensor does not broadcast to {@code out}
     */
    double[] elements(Shape out, Domain domain) {
        requireBroadcastable(tensor.shape(), out);
        double[] elements = doubles(tensor.toHost());
        requireAll(domain, elements);
        return repeatsInOrder(tensor.shape(), out) ? elements : spread(elements, 1, tensor.shape(), out);
    }

    /**
     * The rows along the last axis, of which there is one, repeated as little as possible: element i of a draw of shape {@code out} has row
     * i mod the number of rows.
     *
     * @throws IllegalArgumentException if the shape without its last axis does not broadcast to {@code out}
     */
    double[] rows(Shape out) {
        var leading = tensor.shape().axes(0, tensor.rank() - 1);
        requireBroadcastable(leading, out);
        double[] elements = doubles(tensor.toHost());
        return repeatsInOrder(leading, out)
                ? elements
                : spread(elements, tensor.shape().dim(-1), leading, out);
    }

    /** @throws IllegalArgumentException if {@code own} does not broadcast to {@code out} */
    void requireBroadcastable(Shape own, Shape out) {
        boolean fits = own.rank() <= out.rank();
        for (int axis = 1; fits && axis <= own.rank(); axis++) {
            int length = own.at(own.rank() - axis);
            fits = length == 1 || length == out.at(out.rank() - axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(operation + ": " + name + " of shape " + own
                    + " does not broadcast to the draw's shape " + out
                    + ": each axis must be equal, of length 1, or new in front.");
        }
    }

    /** Whether all elements are in a domain that is an interval: two reductions on the backend, in place of a copy to the host. */
    boolean rangesWithin(Domain domain) {
        var within = new boolean[1];
        Scope.run(() -> {
            var constant = tensor.stopGradient();
            within[0] = domain.holds(constant.min().item())
                    && domain.holds(constant.max().item());
        });
        return within[0];
    }

    /** Draws as a tensor of this parameter's backend and dtype. */
    Tensor generate(Shape shape, DoubleSource source) {
        var backend = tensor.backend();
        return shape.isEmpty()
                ? backend.zeros(shape, tensor.dtype())
                : backend.adopt(backend.kernels().generate(shape, tensor.dtype(), HostSamplers.GRAIN, source));
    }

    /** @throws IllegalArgumentException naming the first element outside the domain */
    void requireAll(Domain domain, double[] elements) {
        for (int i = 0; i < elements.length; i++) {
            if (!domain.holds(elements[i])) {
                throw new IllegalArgumentException(operation + ": " + name + " must be " + domain.rule() + ", but "
                        + name + index(i) + " = " + elements[i] + ".");
            }
        }
    }

    /** Whether the broadcast elements in row-major order are the elements over and over: the shape, less leading ones, ends {@code out}. */
    private static boolean repeatsInOrder(Shape own, Shape out) {
        int leadingOnes = 0;
        while (leadingOnes < own.rank() && own.at(leadingOnes) == 1) {
            leadingOnes++;
        }
        for (int axis = 1; axis <= own.rank() - leadingOnes; axis++) {
            if (own.at(own.rank() - axis) != out.at(out.rank() - axis)) {
                return false;
            }
        }
        return true;
    }

    /** Repeats items of {@code length} elements, which form the shape {@code own}, to the shape {@code out}. */
    private static double[] spread(double[] elements, int length, Shape own, Shape out) {
        int[] offsets = Offsets.broadcast(own, out);
        var spread = new double[Math.multiplyExact(offsets.length, length)];
        for (int i = 0; i < offsets.length; i++) {
            System.arraycopy(elements, offsets[i] * length, spread, i * length, length);
        }
        return spread;
    }

    private static double[] doubles(HostArray host) {
        return host.dtype() == DType.FLOAT64 ? host.doubles() : host.toDoubles();
    }

    /** {@code [1, 2]}; nothing for a scalar. */
    private String index(int position) {
        if (tensor.rank() == 0) {
            return "";
        }
        var index = new StringBuilder("[");
        int rest = position;
        for (int stride : tensor.shape().strides()) {
            index.append(index.length() == 1 ? "" : ", ").append(rest / stride);
            rest %= stride;
        }
        return index.append(']').toString();
    }
}
