package io.surprisal.tensor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A reference backend and a scope for each test; whatever was made in the scope must be free after it. */
public abstract class ReferenceTest {
    /** The backend of this test. */
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

    /** A FLOAT64 vector. */
    protected Tensor vector(double... elements) {
        return backend.of(elements);
    }

    /** FLOAT64 numbers of this shape, normal, the same for the same seed. */
    protected Tensor normal(long seed, int... dims) {
        Random random = new Random(seed);
        double[] elements = new double[Shape.of(dims).size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = random.nextGaussian();
        }
        return backend.of(elements).reshape(Shape.of(dims));
    }

    /** 0, 1, 2, … of this shape, FLOAT64. */
    protected Tensor counting(int... dims) {
        Shape shape = Shape.of(dims);
        return backend.arange(shape.size()).cast(DType.FLOAT64).reshape(shape);
    }
}
