package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results inside a gradient call that depend on no variable, made in a scope of their own. */
class ConstantResultsTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aTidyInsideALossKeepsAConstantResult() {
        Tensor x = backend.of(new double[] {-2, 3});
        Tensor gradient = Gradients.gradient(
                        y -> Scope.tidy(() -> y.sign()).times(y).sum())
                .at(x);
        assertThat(gradient.toDoubles()).containsExactly(-1, 1);
    }

    @Test
    void anInnerGradientThatIsConstantReachesTheOuterCall() {
        Tensor x = backend.of(new double[] {-2, 3});
        Tensor direction = backend.of(new double[] {1, 1});
        ValueAndTangent product = Gradients.hessianVector(y -> y.abs().sum()).at(x, direction);
        assertThat(product.value().toDoubles()).containsExactly(-1, 1);
        assertThat(product.product().toDoubles()).containsExactly(0, 0);
    }
}
