package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.InPlace;
import io.surprisal.tensor.LayerNormGradient;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.AdamStep;
import io.surprisal.tensor.spi.BackendOptions;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fused kernel against its composition in double precision, with and without oneDNN. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FusedKernelsTest {
    /** Several single-precision roundings of numbers of the size of the largest result. */
    private static final double TOLERANCE = 2e-6;

    /** Every third place is left out. */
    private static final HostArray PAUSES = pauses();

    private Backend withOneDnn;
    private Backend withoutOneDnn;
    private Backend reference;

    @BeforeAll
    void open() {
        BackendOptions options = BackendOptions.defaults();
        withOneDnn = Backend.over(new CpuProvider().open(options));
        System.setProperty(NativeLibraries.ONEDNN_PROPERTY, "false");
        withoutOneDnn = Backend.over(new CpuProvider().open(options));
        System.clearProperty(NativeLibraries.ONEDNN_PROPERTY);
        reference = Backend.over(new ReferenceProvider().open(options));
    }

    @AfterAll
    void close() {
        withOneDnn.close();
        withoutOneDnn.close();
        reference.close();
    }

    List<Backend> backends() {
        return List.of(withOneDnn, withoutOneDnn);
    }

    private static HostArray pauses() {
        boolean[] mask = new boolean[27];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 3 != 1;
        }
        return HostArray.wrap(mask, Shape.of(3, 9));
    }

    private static HostArray normals(long seed, int... dims) {
        Shape shape = Shape.of(dims);
        float[] elements = new float[shape.size()];
        HostDraws.create().fill(DrawKind.NORMAL, RandomKey.of(seed), 0, elements, 0, elements.length);
        return HostArray.wrap(elements, shape);
    }

    private void agrees(Function<Function<HostArray, Tensor>, Tensor> formula) {
        for (Backend backend : backends()) {
            long before = backend.liveArrays();
            try (Scope scope = Scope.open()) {
                double[] expected =
                        formula.apply(a -> reference.of(a).cast(DType.FLOAT64)).toDoubles();
                Tensor result = formula.apply(backend::of);
                double[] actual = result.toDoubles();
                assertThat(result.dtype()).isEqualTo(DType.FLOAT32);
                assertThat(actual).hasSameSizeAs(expected);
                double largest = 1e-30;
                for (double e : expected) {
                    largest = Math.max(largest, Math.abs(e));
                }
                for (int i = 0; i < actual.length; i++) {
                    assertThat(actual[i])
                            .as("element %d on %s", i, backend.info())
                            .isCloseTo(expected[i], within(TOLERANCE * largest));
                }
            }
            assertThat(backend.liveArrays()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(AffineActivation.class)
    void affineAppliesItsActivation(AffineActivation activation) {
        agrees(on -> on.apply(normals(1, 33, 65))
                .affine(on.apply(normals(2, 65, 47)), on.apply(normals(3, 47)), activation));
    }

    @ParameterizedTest
    @EnumSource(AffineActivation.class)
    void activationBackwardTakesTheArgument(AffineActivation activation) {
        agrees(on -> on.apply(normals(4, 33, 65)).activationBackward(activation, on.apply(normals(5, 33, 65))));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void affineKeepsNaN(Backend backend) {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.full(Shape.of(4, 5), DType.FLOAT32, Double.NaN);
            Tensor w = backend.full(Shape.of(5, 3), DType.FLOAT32, 1);
            Tensor b = backend.zeros(Shape.of(3), DType.FLOAT32);
            assertThat(x.affine(w, b, AffineActivation.RELU).toDoubles()).containsOnly(Double.NaN);
        }
    }

    @Test
    void softmaxOfShortAndLongRows() {
        for (int length : new int[] {1, 7, 1000, 2500}) {
            agrees(on -> on.apply(normals(6, 5, length)).times(20).softmax(-1));
            agrees(on -> on.apply(normals(7, 5, length)).times(20).logSoftmax(-1));
            agrees(on -> on.apply(normals(8, 5, length)).times(20).logSumExp(-1));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void logSumExpOfNothingButMinusInfinityIsMinusInfinity(Backend backend) {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.full(Shape.of(2, 9), DType.FLOAT32, Double.NEGATIVE_INFINITY);
            assertThat(x.logSumExp(-1).toDoubles()).containsOnly(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void bernoulliLogProbOfAnyNumberOfSummedAxes() {
        for (int summed = 0; summed <= 3; summed++) {
            int axes = summed;
            agrees(on -> on.apply(normals(9, 3, 17, 120))
                    .times(5)
                    .bernoulliLogProb(on.apply(normals(10, 3, 17, 120)).sigmoid(), axes));
        }
    }

    @Test
    void bernoulliLogProbBackwardBroadcastsItsCotangent() {
        for (int[] shape : new int[][] {{}, {1}, {30, 1}, {30, 50}, {50}}) {
            agrees(on -> on.apply(normals(11, 30, 50))
                    .times(5)
                    .bernoulliLogProbBackward(on.apply(normals(12, 30, 50)).sigmoid(), on.apply(normals(13, shape))));
        }
    }

    @Test
    void normalLogProbOfAnyNumberOfSummedAxes() {
        for (int summed = 0; summed <= 2; summed++) {
            int axes = summed;
            agrees(on -> on.apply(normals(14, 40, 50))
                    .normalLogProb(
                            on.apply(normals(15, 40, 50)),
                            on.apply(normals(16, 40, 50)).exp(),
                            axes));
        }
    }

    @Test
    void squaredDistancesOfNearPoints() {
        agrees(on -> on.apply(normals(17, 13, 37))
                .plus(100)
                .squaredDistances(on.apply(normals(18, 1100, 37)).plus(100)));
    }

    /** More points than a block. */
    @Test
    void derivativesOfSquaredDistances() {
        agrees(on -> on.apply(normals(20, 13, 37))
                .squaredDistancesBackward(on.apply(normals(21, 2100, 37)), on.apply(normals(22, 13, 2100))));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void aPointHasNoDistanceFromItself(Backend backend) {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.of(normals(19, 20, 30));
            assertThat(x.squaredDistances(x).diagonal().toDoubles()).containsOnly(0);
        }
    }

    @Test
    void layerNormOfShortAndLongRows() {
        for (int length : new int[] {1, 7, 100, 1024, 2500}) {
            agrees(on -> on.apply(normals(31, 2, 5, length))
                    .plus(3)
                    .layerNorm(on.apply(normals(32, length)), on.apply(normals(33, length)), 1e-5));
            for (Function<LayerNormGradient, Tensor> part : List.<Function<LayerNormGradient, Tensor>>of(
                    LayerNormGradient::input, LayerNormGradient::scale, LayerNormGradient::shift)) {
                agrees(on -> part.apply(on.apply(normals(31, 2, 5, length))
                        .plus(3)
                        .layerNormBackward(on.apply(normals(32, length)), on.apply(normals(34, 2, 5, length)), 1e-5)));
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void layerNormKeepsNaNWithinItsRow(Backend backend) {
        try (Scope scope = Scope.open()) {
            Tensor x = backend.of(new float[] {1, Float.NaN, 3, 4, 5, 6}, 3, 2);
            Tensor row = backend.ones(Shape.of(2), DType.FLOAT32);
            assertThat(x.layerNorm(row, row, 1e-5).isNaN().toBooleans())
                    .containsExactly(true, true, false, false, false, false);
        }
    }

    @Test
    void lstmOfShortAndLongStates() {
        for (int units : new int[] {1, 30, 128, 1100}) {
            agrees(on -> lstm(arguments(on, units), on.apply(PAUSES).cast(DType.BOOL)));
            agrees(on -> gradient(arguments(on, units), on.apply(PAUSES).cast(DType.BOOL)));
        }
        agrees(on -> lstm(arguments(on, 128), null));
        agrees(on -> gradient(arguments(on, 128), null));
    }

    /** In all four arguments, of the sum of the squared states. */
    private static Tensor gradient(List<Tensor> arguments, @Nullable Tensor mask) {
        Parameters theta = Parameters.empty();
        for (int i = 0; i < arguments.size(); i++) {
            theta = theta.with("argument" + i, arguments.get(i));
        }
        Parameters gradient = Gradients.valueAndGradient(
                        p -> lstm(p.tensors(), mask).square().sum())
                .at(theta)
                .gradient();
        return Tensor.concat(gradient.tensors().stream().map(g -> g.reshape(-1)).toList(), 0);
    }

    /** Of three places in nine sequences, more than a block of 128 units each. */
    private static List<Tensor> arguments(Function<HostArray, Tensor> on, int units) {
        return List.of(
                on.apply(normals(35, 3, 9, 4 * units)),
                on.apply(normals(36, units, 4 * units)).div(Math.sqrt(units)),
                on.apply(normals(37, 9, units)).tanh(),
                on.apply(normals(38, 9, units)));
    }

    private static Tensor lstm(List<Tensor> arguments, @Nullable Tensor mask) {
        return arguments.get(0).lstm(arguments.get(1), arguments.get(2), arguments.get(3), mask);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void lstmKeepsNaNWithinItsSequence(Backend backend) {
        try (Scope scope = Scope.open()) {
            float[] inputs = normals(39, 2, 3, 8).floats().clone();
            inputs[12] = Float.NaN;
            Tensor state = backend.zeros(Shape.of(3, 2), DType.FLOAT32);
            Tensor states = backend.of(inputs, 2, 3, 8).lstm(backend.of(normals(40, 2, 8)), state, state, null);
            assertThat(states.isNaN().any(0).toBooleans()).containsExactly(false, false, true, true, false, false);
        }
    }

    @Test
    void convolutionAndItsAdjointsWithEveryGeometry() {
        for (Convolution g : List.of(
                Convolution.plain(),
                new Convolution(2, 1, 1, 0, 2, 1, 1, 1),
                new Convolution(1, 3, 0, 2, 1, 1, 2, 1),
                new Convolution(2, 2, 1, 1, 1, 1, 1, 2))) {
            agrees(on -> on.apply(normals(20, 3, 4, 11, 12)).convolve(on.apply(normals(21, 6, 4, 3, 2)), g));
            int rows = g.outputHeight(11, 3);
            int columns = g.outputWidth(12, 2);
            agrees(on -> on.apply(normals(22, 3, 6, rows, columns))
                    .convolveInputBackward(on.apply(normals(21, 6, 4, 3, 2)), g, 11, 12));
            agrees(on -> on.apply(normals(20, 3, 4, 11, 12))
                    .convolveFilterBackward(on.apply(normals(22, 3, 6, rows, columns)), g, 3, 2));
        }
    }

    @Test
    void adamStepsInPlace() {
        for (double decay : new double[] {0, 0.01}) {
            for (int size : new int[] {10, 70_000}) {
                AdamStep step = AdamStep.at(3, 1e-3, 0.9, 0.999, 1e-8, decay);
                for (Backend backend : backends()) {
                    try (Scope scope = Scope.open()) {
                        Tensor p = backend.of(normals(23, size));
                        Tensor g = backend.of(normals(24, size));
                        Tensor m = backend.of(normals(25, size)).times(1);
                        Tensor v = backend.of(normals(26, size)).square();
                        float[] p0 = p.toFloats();
                        float[] g0 = g.toFloats();
                        float[] m0 = m.toFloats();
                        float[] v0 = v.toFloats();
                        List<Tensor> next = InPlace.adam(p, g, m, v, step).orElseThrow();
                        float[] p1 = next.get(0).toFloats();
                        float[] m1 = next.get(1).toFloats();
                        float[] v1 = next.get(2).toFloats();
                        for (int i = 0; i < size; i++) {
                            double mean = 0.9 * m0[i] + 0.1 * g0[i];
                            double square = 0.999 * v0[i] + 0.001 * g0[i] * g0[i];
                            double move = mean * step.correction1() / (Math.sqrt(square * step.correction2()) + 1e-8);
                            assertThat((double) m1[i]).isCloseTo(mean, within(1e-6));
                            assertThat((double) v1[i]).isCloseTo(square, within(2e-6));
                            assertThat((double) p1[i]).isCloseTo(p0[i] - 1e-3 * (move + decay * p0[i]), within(1e-6));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void adamLeavesSharedMemoryAlone(Backend backend) {
        try (Scope scope = Scope.open()) {
            Tensor p = backend.of(normals(27, 30));
            Tensor view = p.reshape(5, 6);
            Tensor g = backend.of(normals(28, 30));
            AdamStep step = AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0);
            assertThat(InPlace.adam(p, g, backend.of(normals(29, 30)), backend.of(normals(30, 30)), step))
                    .isEmpty();
            assertThat(view.toFloats()).isEqualTo(normals(27, 30).floats());
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("backends")
    void adamLeavesForeignMemoryAlone(Backend backend) {
        try (FloatPointer memory = new FloatPointer(1, 2, 3);
                Scope scope = Scope.open()) {
            Tensor p = ForeignMemory.tensor(backend, memory.address(), Shape.of(3), DType.FLOAT32, () -> {});
            AdamStep step = AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0);
            Tensor zero = backend.zeros(Shape.of(3), DType.FLOAT32);
            assertThat(InPlace.adam(p, p.plus(1), zero, zero.plus(1), step)).isEmpty();
            assertThat(memory.get(1)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(DrawKind.class)
    @SuppressWarnings("unchecked") // The array type is known: the backend is this module's own.
    void drawsHaveTheBitsOfCore(DrawKind kind) {
        FusedKernels<CpuArray> kernels =
                (FusedKernels<CpuArray>) withOneDnn.kernels().fused().orElseThrow();
        int size = 5003;
        float[] floats = new float[size];
        double[] doubles = new double[size];
        HostDraws.create().fill(kind, RandomKey.of(5), 0, floats, 0, size);
        HostDraws.create().fill(kind, RandomKey.of(5), 0, doubles, 0, size);
        CpuArray single = Objects.requireNonNull(kernels.draw(kind, RandomKey.of(5), Shape.of(size), DType.FLOAT32));
        CpuArray twofold = Objects.requireNonNull(kernels.draw(kind, RandomKey.of(5), Shape.of(size), DType.FLOAT64));
        try (Scope scope = Scope.open()) {
            assertThat(withOneDnn.adopt(single).toFloats()).isEqualTo(floats);
            assertThat(withOneDnn.adopt(twofold).toDoubles()).isEqualTo(doubles);
        }
    }
}
