package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Elements go to the device and come back as they were. */
abstract class TransferContract extends ContractGroup {
    private static final int LARGE = 1_000_003;
    private static final int GENERATED = 50_021;
    private static final int GRAIN = 10_000;

    TransferContract(BackendContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void specialElementsComeBackAsTheyWere(DType dtype) {
        comesBack(Grid.unary(dtype));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void everyRankComesBack(DType dtype) {
        int[] dims = {3, 1, 2, 5, 1, 2};
        for (int rank = 0; rank <= dims.length; rank++) {
            comesBack(Samples.of(rank).ordinary(dtype, Shape.of(dims).axes(0, rank)));
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void aLargeArrayComesBack(DType dtype) {
        comesBack(Samples.of(1).ordinary(dtype, Shape.of(LARGE)));
    }

    @Test
    final void everyBitOfInt64ComesBack() {
        long[] elements = {Long.MAX_VALUE, Long.MIN_VALUE, 0x0123456789ABCDEFL, -1, (1L << 53) + 1};
        comesBack(HostArray.wrap(elements, Shape.of(5)));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    final void constantsFillTheirShape(DType dtype) {
        double[] values = dtype.isFloating()
                ? new double[] {0, -0.0, 1, -2.5, 0x1p-20, Double.NaN, Double.NEGATIVE_INFINITY}
                : new double[] {0, 1, 2, -7, Integer.MAX_VALUE};
        for (double value : values) {
            for (Shape shape : List.of(Shape.scalar(), Shape.of(1), Shape.of(5), Shape.of(17, 3, 11))) {
                double[] elements = new double[shape.size()];
                Arrays.fill(elements, value);
                HostArray expected = Elements.of(dtype, shape, elements);
                Trial trial = new Trial("full(" + shape + ", " + dtype + ", " + value + ")", List.of());
                trial.identical(expected, backend().full(shape, dtype, value).toHost());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    final void generatedElementsAreThoseOfTheirIndices(DType dtype) {
        for (int size : new int[] {1, 1_025, GENERATED}) {
            double[] roots = IntStream.range(0, size).mapToDouble(Math::sqrt).toArray();
            HostArray expected = Elements.of(dtype, Shape.of(size), roots);
            Backend backend = backend();
            Tensor generated = backend.adopt(backend.kernels()
                    .generate(
                            expected.shape(),
                            dtype,
                            GRAIN,
                            (from, target, offset, length) -> System.arraycopy(roots, from, target, offset, length)));
            new Trial("generate " + size + " roots", List.of()).identical(expected, generated.toHost());
        }
    }

    @Test
    final void generatedWholeNumbersAreThoseOfTheirIndices() {
        long[] numbers = LongStream.range(0, GENERATED).map(i -> i << 32).toArray();
        Shape shape = Shape.of(GENERATED);
        Backend backend = backend();
        Tensor generated = backend.adopt(backend.kernels()
                .generate(
                        shape,
                        GRAIN,
                        (from, target, offset, length) -> System.arraycopy(numbers, from, target, offset, length)));
        new Trial("generate whole numbers", List.of()).identical(HostArray.wrap(numbers, shape), generated.toHost());
    }

    @Test
    final void aTensorKeepsItsElementsWhenTheHostArrayChanges() {
        float[] source = {1, 2, 3};
        Tensor tensor = backend().of(source);
        source[1] = 20;
        assertThat(tensor.toFloats()).as("fromHost copies").containsExactly(1, 2, 3);
        tensor.toFloats()[2] = 30;
        assertThat(tensor.toFloats()).as("toHost copies").containsExactly(1, 2, 3);
    }

    @Test
    final void theBackendKnowsShapeAndTypeOfItsArrays() {
        for (DType dtype : DType.values()) {
            knows(backend().kernels(), Samples.of(2).ordinary(dtype, Shape.of(2, 3)));
        }
    }

    private static <A> void knows(TensorBackend<A> kernels, HostArray elements) {
        A array = kernels.fromHost(elements);
        A reshaped = kernels.reshape(array, Shape.of(3, 2));
        assertThat(kernels.shape(array)).as("shape of %s", elements).isEqualTo(Shape.of(2, 3));
        assertThat(kernels.shape(reshaped)).as("shape of %s reshaped", elements).isEqualTo(Shape.of(3, 2));
        assertThat(kernels.dtype(array)).as("dtype of %s", elements).isEqualTo(elements.dtype());
        assertThat(kernels.dtype(reshaped)).as("dtype of %s reshaped", elements).isEqualTo(elements.dtype());
        kernels.release(reshaped);
        kernels.release(array);
    }

    private void comesBack(HostArray elements) {
        new Trial("toHost after fromHost", List.of(elements))
                .identical(elements, backend().of(elements).toHost());
    }
}
