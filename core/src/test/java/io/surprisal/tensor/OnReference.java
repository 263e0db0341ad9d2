package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A reference backend and a scope for each test; whatever was made in the scope must be free after it. */
abstract class OnReference {
    final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
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

    Tensor floats(double... elements) {
        float[] result = new float[elements.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) elements[i];
        }
        return backend.of(result);
    }

    Tensor doubles(double... elements) {
        return backend.of(elements);
    }

    Tensor ints(int... elements) {
        return backend.of(elements);
    }

    Tensor longs(long... elements) {
        return backend.of(elements);
    }

    Tensor booleans(boolean... elements) {
        return backend.of(elements);
    }

    /** 0, 1, 2, … of this shape. */
    Tensor counting(DType dtype, int... dims) {
        Shape shape = Shape.of(dims);
        return backend.arange(shape.size()).cast(dtype).reshape(shape);
    }
}
