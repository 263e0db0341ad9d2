package io.surprisal.random;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.TensorBackend;
import java.lang.ref.Reference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws that every backend makes bit for bit alike: by its own kernel where it has one, otherwise on the host. */
final class InverseCdf {
    private InverseCdf() {}

    static Tensor draw(DrawKind kind, RandomKey key, Backend backend, Shape shape, DType dtype) {
        String operation = kind.name().toLowerCase(Locale.ROOT);
        backend.requireOpen(operation);
        if (!dtype.isFloating()) {
            throw new IllegalArgumentException(operation + ": draws are FLOAT32 or FLOAT64, but " + dtype
                    + " was asked for. Use Draws.integers for whole numbers.");
        }
        if (shape.isEmpty()) {
            return backend.zeros(shape, dtype);
        }
        var fused = fused(kind, key, backend, backend.kernels(), shape, dtype);
        return fused != null ? fused : backend.of(onHost(kind, key, shape, dtype));
    }

    /** Probabilities of a shape that broadcasts to {@code shape}, already checked. */
    static Tensor bernoulli(RandomKey key, Tensor probability, Shape shape) {
        if (shape.isEmpty()) {
            return probability.backend().zeros(shape, probability.dtype());
        }
        return Scope.tidy(() -> {
            var constant = probability.stopGradient();
            var spread = constant.shape().equals(shape) ? constant : constant.broadcastTo(shape);
            var backend = spread.backend();
            var fused = fusedBernoulli(key, spread, backend.kernels());
            return fused != null
                    ? fused
                    : draw(DrawKind.UNIFORM, key, backend, shape, spread.dtype())
                            .less(spread)
                            .cast(spread.dtype());
        });
    }

    private static <A> @Nullable Tensor fused(
            DrawKind kind, RandomKey key, Backend backend, TensorBackend<A> kernels, Shape shape, DType dtype) {
        FusedKernels<A> fused = kernels.fused().orElse(null);
        A drawn = fused == null ? null : fused.draw(kind, key, shape, dtype);
        return drawn == null ? null : backend.adopt(drawn);
    }

    @SuppressWarnings("unchecked") // The array of a tensor of these kernels' backend is theirs.
    private static <A> @Nullable Tensor fusedBernoulli(RandomKey key, Tensor probability, TensorBackend<A> kernels) {
        FusedKernels<A> fused = kernels.fused().orElse(null);
        if (fused == null) {
            return null;
        }
        var backend = probability.backend();
        try {
            A drawn = fused.bernoulli(key, (A) backend.arrayOf(probability));
            return drawn == null ? null : backend.adopt(drawn);
        } finally {
            Reference.reachabilityFence(probability);
        }
    }

    private static HostArray onHost(DrawKind kind, RandomKey key, Shape shape, DType dtype) {
        if (dtype == DType.FLOAT64) {
            var elements = new double[shape.size()];
            HostSamplers.inverse().fill(kind, key, 0, elements, 0, elements.length);
            return HostArray.wrap(elements, shape);
        }
        var elements = new float[shape.size()];
        HostSamplers.inverse().fill(kind, key, 0, elements, 0, elements.length);
        return HostArray.wrap(elements, shape);
    }
}
