package io.surprisal.distributions;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A reference backend and a scope for each test; whatever was made in the scope must be free after it. */
public abstract class OnReference {
    protected final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
    private Scope scope;

    @BeforeEach
    void openScope() {
        scope = Scope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
        assertThat(backend.liveArrays()).isZero();
        backend.close();
    }

    protected Tensor doubles(double... elements) {
        return backend.of(elements);
    }

    protected Tensor scalar(double value) {
        return backend.scalar(value, DType.FLOAT64);
    }

    protected Tensor floats(float... elements) {
        return backend.of(elements);
    }
}
