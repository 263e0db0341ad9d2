package io.surprisal.tensor;

import io.surprisal.tensor.spi.Availability;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.BackendProvider;
import io.surprisal.tensor.spi.TensorBackend;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A provider for tests of discovery. What it opens has a name and can be closed, and computes nothing. */
class StubProvider implements BackendProvider {
    private final String name;
    private final int priority;
    private final Availability availability;
    private int opened;
    private int closed;

    StubProvider(String name, int priority, Availability availability) {
        this.name = name;
        this.priority = priority;
        this.availability = availability;
    }

    static StubProvider available(String name, int priority) {
        return new StubProvider(name, priority, new Availability.Available(""));
    }

    static StubProvider unavailable(String name, int priority, String reason, String nextStep) {
        return new StubProvider(name, priority, new Availability.Unavailable(reason, nextStep));
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int priority() {
        return priority;
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public TensorBackend<?> open(BackendOptions options) {
        opened++;
        BackendInfo info = new BackendInfo(name + ":" + options.device(), "a stub", Map.of());
        return (TensorBackend<?>) Proxy.newProxyInstance(
                StubProvider.class.getClassLoader(),
                new Class<?>[] {TensorBackend.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "info" -> info;
                    case "close" -> {
                        closed++;
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
