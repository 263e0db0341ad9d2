package io.surprisal.random;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.TensorBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A backend with kernels for draws, which it makes with {@link HostDraws} and writes down. */
final class FusingBackend<A> implements FusedKernels<A> {
    private final TensorBackend<A> kernels;
    private final StringBuilder calls;

    private FusingBackend(TensorBackend<A> kernels, StringBuilder calls) {
        this.kernels = kernels;
        this.calls = calls;
    }

    static Backend over(Backend plain, StringBuilder calls) {
        var fused = new FusingBackend<>(plain.kernels(), calls);
        return Backend.over((TensorBackend<?>) Proxy.newProxyInstance(
                FusingBackend.class.getClassLoader(),
                new Class<?>[] {TensorBackend.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("fused")) {
                        return Optional.of(fused);
                    }
                    try {
                        return method.invoke(fused.kernels, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    @Override
    public A draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        calls.append(kind).append(' ');
        var elements = new float[out.size()];
        HostDraws.create().fill(kind, key, 0, elements, 0, elements.length);
        return kernels.fromHost(HostArray.wrap(elements, out));
    }

    @Override
    public A bernoulli(RandomKey key, A probability) {
        calls.append("bernoulli ");
        float[] elements = kernels.toHost(probability).floats();
        var outcomes = new float[elements.length];
        HostDraws.create().bernoulli(key, 0, elements, 0, outcomes, 0, outcomes.length);
        return kernels.fromHost(HostArray.wrap(outcomes, kernels.shape(probability)));
    }
}
