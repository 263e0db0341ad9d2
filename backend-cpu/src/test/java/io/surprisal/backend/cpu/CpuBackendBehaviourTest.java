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
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.spi.BackendInfo;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void aKernelThatFailsLeavesNothingBehind() {
        try (CpuBackend backend =
                (CpuBackend) new CpuProvider().open(BackendOptions.defaults().withThreads(1))) {
            CpuArray matrix = backend.full(Shape.of(4, 4), DType.FLOAT32, 0.5);
            CpuArray row = backend.full(Shape.of(4), DType.FLOAT32, 1);
            CpuArray image = backend.full(Shape.of(1, 1, 4, 4), DType.FLOAT32, 1);
            CpuArray gates = backend.full(Shape.of(2, 1, 16), DType.FLOAT32, 1);
            CpuArray weight = backend.full(Shape.of(4, 16), DType.FLOAT32, 1);
            CpuArray state = backend.full(Shape.of(1, 4), DType.FLOAT32, 1);
            CpuArray gone = gone(backend, Shape.of(4, 4));
            CpuArray filters = gone(backend, Shape.of(1, 1, 3, 3));
            CpuArray lost = gone(backend, Shape.of(1, 4));
            FusedKernels<CpuArray> fused = backend.fused().orElseThrow();
            long arrays = backend.liveArrays();
            long bytes = backend.pool().liveBytes();
            for (ThrowingCallable kernel : List.<ThrowingCallable>of(
                    () -> backend.binary(BinaryOp.PLUS, matrix, gone, Shape.of(4, 4)),
                    () -> backend.matmul(matrix, gone, false, false, Shape.of(4, 4)),
                    () -> backend.concat(List.of(matrix, gone), 0, Shape.of(8, 4)),
                    () -> backend.cholesky(gone),
                    () -> fused.affine(matrix, gone, row, AffineActivation.NONE, Shape.of(4, 4)),
                    () -> fused.bernoulliLogProb(matrix, gone, 2, Shape.of()),
                    () -> fused.layerNormBackward(matrix, row, gone, 1e-5),
                    () -> fused.convolve(image, filters, Convolution.plain(), Shape.of(1, 1, 2, 2)),
                    () -> fused.lstm(gates, weight, state, lost, null, Shape.of(3, 1, 4)))) {
                assertThatThrownBy(kernel).isInstanceOf(IllegalStateException.class);
                assertThat(backend.liveArrays()).isEqualTo(arrays);
                assertThat(backend.pool().liveBytes()).isEqualTo(bytes);
            }
        }
    }

    /** An array whose memory its owner has taken back. */
    private static CpuArray gone(CpuBackend backend, Shape shape) {
        CpuArray array = backend.foreign(64, shape, DType.FLOAT32, () -> {});
        backend.release(array);
        return array;
    }

    @Test
    void trimmingGivesBackWhatReleasedTensorsLeft() {
        try (CpuBackend backend =
                (CpuBackend) new CpuProvider().open(BackendOptions.defaults().withThreads(1))) {
            CpuArray kept = backend.full(Shape.of(100), DType.FLOAT32, 2);
            backend.release(backend.full(Shape.of(1000), DType.FLOAT32, 3));
            assertThat(backend.pool().pooledBytes()).isPositive();
            Backend.over(backend).trim();
            assertThat(backend.pool().pooledBytes()).isZero();
            assertThat(backend.toHost(kept).toDoubles()).containsOnly(2).hasSize(100);
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
