package io.surprisal.tck;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.SpecialOp;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.ArrayList;
import java.util.List;

/** Calls of kernels by their enum constant, for operations that tensors offer by name only. */
final class Kernel {
    private Kernel() {}

    /** The special function of tensors that broadcast. */
    static Tensor special(SpecialOp op, List<Tensor> arguments) {
        Backend backend = arguments.get(0).backend();
        return backend.adopt(special(backend.kernels(), op, arguments));
    }

    @SuppressWarnings("unchecked") // The arrays were made by these kernels, inside their tensors.
    private static <A> Object special(TensorBackend<A> kernels, SpecialOp op, List<Tensor> arguments) {
        List<A> arrays = new ArrayList<>(arguments.size());
        Shape out = Shape.scalar();
        for (Tensor argument : arguments) {
            arrays.add((A) argument.backend().arrayOf(argument));
            out = Alignment.common(out, argument.shape());
        }
        return kernels.special(op, arrays, out);
    }
}
