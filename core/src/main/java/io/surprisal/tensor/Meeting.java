package io.surprisal.tensor;

import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.Kernels;
import io.surprisal.tensor.spi.TensorBackend;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Where the operands of one operation meet: one backend, and the highest gradient level among them (null where none is traced).
 * It hands each operand to the kernels in the form they take, and wraps what comes back.
 */
record Meeting(String operation, Backend backend, @Nullable Level level) {

    static Meeting of(String operation, Tensor a) {
        return new Meeting(operation, a.backend(), a.level());
    }

    static Meeting of(String operation, Tensor a, Tensor b) {
        return of(operation, a).with(b);
    }

    static Meeting of(String operation, Tensor a, Tensor b, Tensor c) {
        return of(operation, a).with(b).with(c);
    }

    static Meeting of(String operation, Iterable<Tensor> operands) {
        Meeting meeting = null;
        for (Tensor operand : operands) {
            meeting = meeting == null ? of(operation, operand) : meeting.with(operand);
        }
        if (meeting == null) {
            throw new IllegalArgumentException(operation + ": no tensors were given. Pass at least one.");
        }
        return meeting;
    }

    /** This meeting joined by another operand. */
    Meeting with(Tensor other) {
        if (other.backend() != backend) {
            throw new IllegalArgumentException(operation + ": the operands " + "live on different backends, "
                    + backend.name() + " and " + other.backend().name() + ". Copy one with to(backend).");
        }
        Level theirs = other.level();
        if (theirs == level || theirs == null) {
            return this;
        }
        if (level != null && level.number() == theirs.number()) {
            // Two live gradient calls of one depth: one of them has returned, or belongs to another thread.
            level.requireOpen(operation);
            theirs.requireOpen(operation);
        }
        return level == null || theirs.number() > level.number() ? new Meeting(operation, backend, theirs) : this;
    }

    @SuppressWarnings("unchecked") // Arrays come from these same kernels: array() below.
    Kernels<Object> kernels() {
        return (Kernels<Object>) (level == null ? backend.kernels() : level.kernels());
    }

    /** The backend's kernels, for operations that are not recorded: operands are taken without their levels. */
    @SuppressWarnings("unchecked") // As above.
    TensorBackend<Object> ownKernels() {
        return (TensorBackend<Object>) backend.kernels();
    }

    @Nullable
    FusedKernels<Object> fused() {
        return kernels().fused().orElse(null);
    }

    Object array(Tensor operand) {
        return level == null ? operand.array(operation) : level.array(operation, operand);
    }

    /** A result without elements, which no kernel computes; its operands must be usable all the same. */
    static Tensor empty(String operation, Shape out, DType dtype, Tensor... operands) {
        for (Tensor operand : operands) {
            operand.array(operation);
        }
        return operands[0].backend().empty(out, dtype);
    }

    /** Wraps a result; the operands stay reachable until here, so that no Cleaner frees them under a running kernel. */
    Tensor result(Object array, Shape shape, DType dtype, Object operands) {
        try {
            return new Tensor(backend, level, array, shape, dtype);
        } finally {
            Reference.reachabilityFence(operands);
        }
    }

    Tensor result(Object array, Shape shape, DType dtype, Tensor a, Tensor b) {
        try {
            return result(array, shape, dtype, a);
        } finally {
            Reference.reachabilityFence(b);
        }
    }
}
