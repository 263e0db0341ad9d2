package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.AdamStep;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.TensorBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InPlaceTest extends OnReference {
    private static final AdamStep STEP = AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0);

    /** Says whether it did the step, and remembers what it was asked to write to. */
    private static final class RecordingAdam implements FusedKernels<Object> {
        private final boolean able;
        private final List<Object> written = new ArrayList<>();

        RecordingAdam(boolean able) {
            this.able = able;
        }

        @Override
        public boolean adam(Object parameter, Object gradient, Object mean, Object square, AdamStep step) {
            written.addAll(List.of(parameter, mean, square));
            return able;
        }
    }

    /** The reference backend with fused kernels beside it. */
    private static Backend with(FusedKernels<Object> fused) {
        TensorBackend<?> reference = new ReferenceProvider().open(BackendOptions.defaults());
        return Backend.over((TensorBackend<?>) Proxy.newProxyInstance(
                InPlaceTest.class.getClassLoader(),
                new Class<?>[] {TensorBackend.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("fused")
                                ? Optional.of(fused)
                                : method.invoke(reference, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void donatedTensorsCountAsReleasedAndTheirMemoryLivesOn() {
        RecordingAdam adam = new RecordingAdam(true);
        try (Backend fused = with(adam)) {
            Tensor parameter = fused.of(new float[] {1, 2});
            Tensor gradient = fused.of(new float[] {3, 4});
            Tensor mean = fused.of(new float[] {5, 6});
            Tensor square = fused.of(new float[] {7, 8});
            Object array = fused.arrayOf(parameter);

            List<Tensor> next =
                    InPlace.adam(parameter, gradient, mean, square, STEP).orElseThrow();

            assertThat(next).hasSize(3);
            assertThat(fused.arrayOf(next.get(0))).isSameAs(array).isSameAs(adam.written.get(0));
            assertThat(next.get(1)).containsExactly(5, 6);
            assertThat(parameter.isReleased() && mean.isReleased() && square.isReleased())
                    .isTrue();
            assertThat(gradient.isReleased()).isFalse();
            assertThat(fused.liveArrays()).isEqualTo(4);
            parameter.release();
            assertThat(fused.liveArrays()).isEqualTo(4);
        }
    }

    @Test
    void aTensorThatAHolderGuardsCanBeDonated() {
        RecordingAdam adam = new RecordingAdam(true);
        try (Backend fused = with(adam);
                Held<Tensor> parameter = Held.of(fused.of(new float[] {1}))) {
            Tensor gradient = fused.scalar(1).reshape(1);
            Tensor mean = fused.scalar(2).reshape(1);
            Tensor square = fused.scalar(3).reshape(1);
            Tensor next = InPlace.adam(parameter.value(), gradient, mean, square, STEP)
                    .orElseThrow()
                    .get(0);
            parameter.update(next);
            assertThat(parameter.value()).containsExactly(1);
        }
    }

    @Test
    void nothingIsDonatedWhereTheBackendHasNoSuchKernel() {
        Tensor x = floats(1);
        assertThat(InPlace.adam(x, floats(1), floats(1), floats(1), STEP)).isEmpty();
        assertThat(x.isReleased()).isFalse();
        try (Backend unable = with(new RecordingAdam(false))) {
            Tensor y = unable.of(new float[] {1});
            Tensor z = unable.of(new float[] {1});
            assertThat(InPlace.adam(y, z, unable.of(new float[] {1}), unable.of(new float[] {1}), STEP))
                    .isEmpty();
            assertThat(y.isReleased()).isFalse();
        }
    }

    @Test
    void rejectsTensorsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InPlace.adam(floats(1), floats(1, 2), floats(1), floats(1), STEP))
                .withMessage(
                        "adam: parameter [1], gradient and moments must have one shape, but one has [2]. Pass the state that"
                                + " belongs to this parameter.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InPlace.adam(floats(1), doubles(1), floats(1), floats(1), STEP))
                .withMessageStartingWith("adam: the operands are FLOAT32 and FLOAT64;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InPlace.adam(ints(1), ints(1), ints(1), ints(1), STEP))
                .withMessageStartingWith("adam: takes FLOAT32 or FLOAT64");
    }

    @Test
    void refusesOneTensorInTwoRoles() {
        try (Backend fused = with(new RecordingAdam(true))) {
            Tensor x = fused.of(new float[] {1});
            Tensor y = fused.of(new float[] {1});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InPlace.adam(x, y, y, fused.of(new float[] {1}), STEP))
                    .withMessage("adam: one tensor is passed in two roles. Pass four tensors.");
            assertThat(y.isReleased()).isFalse();
        }
    }
}
