package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.BackendException;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code cpu} promises beyond the contract of every backend. */
class CpuBackendBehaviourTest {
    private static Backend open(int threads) {
        return Backend.over(new CpuProvider().open(BackendOptions.defaults().withThreads(threads)));
    }

    private static float[] normals(long seed, int n) {
        float[] result = new float[n];
        HostDraws.create().fill(DrawKind.NORMAL, RandomKey.of(seed), 0, result, 0, n);
        return result;
    }

    @Test
    void saysWhatItRunsOn() {
        try (Backend backend = open(2)) {
            BackendInfo info = backend.info();
            assertThat(info.name()).isEqualTo("cpu");
            assertThat(info.details()).containsKeys("threads", "oneDNN", "OpenBLAS");
            assertThat(info.details().get("OpenBLAS")).matches("[0-9.]+");
        }
    }

    @Test
    void hasOneDeviceAlone() {
        assertThatThrownBy(
                        () -> new CpuProvider().open(BackendOptions.defaults().withDevice(1)))
                .isInstanceOf(BackendException.class)
                .hasMessage(
                        "cpu: there is no device 1, because this backend has one alone. Ask for cpu, without a number.");
    }

    @Test
    void saysWhyOneDnnIsMissing() {
        System.setProperty(NativeLibraries.ONEDNN_PROPERTY, "false");
        try (Backend backend = open(1)) {
            assertThat(backend.info().details().get("oneDNN"))
                    .isEqualTo("not used: switched off by -Dsurprisal.cpu.onednn=false");
        } finally {
            System.clearProperty(NativeLibraries.ONEDNN_PROPERTY);
        }
    }

    @Test
    void steadyWorkAllocatesNothing() {
        try (Backend backend = open(1)) {
            Tensor x = backend.of(normals(1, 64 * 100), 64, 100);
            Tensor w = backend.of(normals(2, 100 * 30), 100, 30);
            Tensor b = backend.of(normals(3, 30));
            CpuBackend kernels = (CpuBackend) backend.kernels();
            long settled = 0;
            for (int step = 0; step < 100; step++) {
                Scope.run(
                        () -> x.affine(w, b, AffineActivation.TANH).exp().sum(1).toFloats());
                if (step == 1) {
                    settled = kernels.pool().allocations();
                }
            }
            assertThat(kernels.pool().allocations()).isEqualTo(settled);
        }
    }

    @Test
    void sumsHaveTheSameBitsForEveryNumberOfThreads() {
        float[] data = normals(4, 300 * 1000);
        float[] expected = null;
        for (int threads : new int[] {1, 2, 8}) {
            try (Backend backend = open(threads)) {
                Tensor x = backend.of(data, 300, 1000);
                float[] sums = x.sum(0).toFloats();
                assertThat(sums).isEqualTo(expected == null ? sums : expected);
                expected = sums;
            }
        }
    }

    @Test
    void aReshapedTensorOutlivesTheOneItCameFrom() {
        try (Backend backend = open(1)) {
            Tensor x = backend.of(normals(5, 12), 3, 4);
            Tensor view = x.reshape(12);
            x.release();
            Tensor other = backend.zeros(Shape.of(12), DType.FLOAT32);
            assertThat(view.toFloats()).isEqualTo(normals(5, 12));
            assertThat(other.toFloats()).containsOnly(0);
        }
    }

    /** More than 2³¹ bytes: three buffers, and offsets beyond an int. */
    @Test
    @Tag("nightly")
    void arraysPassTwoGigabytes() {
        int rows = 600;
        int columns = 1 << 20;
        try (Backend backend = open(2);
                Scope scope = Scope.open()) {
            Tensor x = backend.full(Shape.of(rows, columns), DType.FLOAT32, 1);
            assertThat(x.sum(1).toFloats()).hasSize(rows).containsOnly(columns);
            Tensor last = x.slice(0, rows - 1, rows).plus(1);
            assertThat(last.sum().item()).isEqualTo(2.0 * columns);
            assertThat(x.sum().item()).isEqualTo((double) rows * columns);
        }
    }
}
