package io.surprisal.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.multibindings.OptionalBinder;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackendModuleTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final BackendModule counting = BackendModule.opening(() -> {
        opened.incrementAndGet();
        return Backends.open("reference");
    });

    static final class Trainer {
        private final Backend backend;
        private final Provider<Backend> later;

        @Inject
        Trainer(Backend backend, Provider<Backend> later) {
            this.backend = backend;
            this.later = later;
        }
    }

    @Test
    void everyInjectionGivesTheSameBackend() {
        Injector injector = Guice.createInjector(counting);
        try (Backend backend = injector.getInstance(Backend.class)) {
            Trainer trainer = injector.getInstance(Trainer.class);
            assertThat(trainer.backend).isSameAs(backend);
            assertThat(trainer.later.get()).isSameAs(backend);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstInjectionInProductionToo() {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, counting);
        assertThat(opened).hasValue(0);
        injector.getInstance(Backend.class).close();
        assertThat(opened).hasValue(1);
    }

    @Test
    void overriddenModuleOpensNothing() {
        try (Backend mine = Backends.open("reference")) {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, counting, new AbstractModule() {
                @Override
                protected void configure() {
                    OptionalBinder.newOptionalBinder(binder(), Backend.class)
                            .setBinding()
                            .toInstance(mine);
                }
            });
            assertThat(injector.getInstance(Trainer.class).backend).isSameAs(mine);
            assertThat(opened).hasValue(0);
        }
    }

    @Test
    void eachInjectorHasItsOwnBackend() {
        try (Backend first = Guice.createInjector(counting).getInstance(Backend.class);
                Backend second = Guice.createInjector(counting).getInstance(Backend.class)) {
            assertThat(first).isNotSameAs(second);
        }
    }

    @Test
    void injectionsFromManyThreadsOpenOnce() throws Exception {
        Injector injector = Guice.createInjector(counting);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Backend>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> injector.getInstance(Backend.class));
            }
            threads.invokeAll(calls);
            assertThat(opened).hasValue(1);
        } finally {
            threads.shutdown();
            injector.getInstance(Backend.class).close();
        }
    }

    @Test
    void namedOpensTheBackendOfThatName() {
        try (Backend backend =
                Guice.createInjector(BackendModule.named("reference")).getInstance(Backend.class)) {
            assertThat(backend.name()).isEqualTo("reference");
        }
    }

    @Test
    void unknownNameFailsAtInjectionWithTheTypedCause() {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, BackendModule.named("tpu"));
        assertThatThrownBy(() -> injector.getInstance(Backend.class))
                .isInstanceOf(ProvisionException.class)
                .hasCauseInstanceOf(BackendException.class);
    }

    @Test
    void openingIsTriedAgainAfterAFailure() {
        AtomicInteger calls = new AtomicInteger();
        Injector injector = Guice.createInjector(BackendModule.opening(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new BackendException("cuda: the device is busy. Try again.");
            }
            return Backends.open("reference");
        }));
        assertThatThrownBy(() -> injector.getInstance(Backend.class)).isInstanceOf(ProvisionException.class);
        injector.getInstance(Backend.class).close();
        assertThat(calls).hasValue(2);
    }

    @Test
    void equalModulesAreInstalledOnceAndDifferentOnesClash() {
        Injector injector = Guice.createInjector(
                BackendModule.named("reference"), BackendModule.named("reference"), new AbstractModule() {});
        injector.getInstance(Backend.class).close();
        assertThatThrownBy(() -> Guice.createInjector(BackendModule.named("reference"), new BackendModule()))
                .isInstanceOf(CreationException.class);
        assertThat(new BackendModule()).isEqualTo(new BackendModule()).hasSameHashCodeAs(new BackendModule());
    }
}
