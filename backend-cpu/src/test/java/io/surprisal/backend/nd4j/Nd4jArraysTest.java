package io.surprisal.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Nd4jArraysTest {
    private Backend cpu;
    private Backend nd4j;

    @BeforeAll
    void open() {
        cpu = Backends.open("cpu");
        nd4j = Backends.open("nd4j");
    }

    @AfterAll
    void close() {
        cpu.close();
        nd4j.close();
    }

    private Backend named(String name) {
        return name.equals("cpu") ? cpu : nd4j;
    }

    /** ND4J computes with so many axes at the risk of the process; a tensor over them computes elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void arraysOfManyAxesComeInAndDoNotGoOut(String name) {
        INDArray array = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f).reshape('c', 2, 1, 1, 1, 1, 1, 1, 1, 3);
        Tensor tensor = Nd4jArrays.toTensor(array, named(name));
        assertThat(tensor.transpose(8, 7, 6, 5, 4, 3, 2, 1, 0).toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThatThrownBy(() -> Nd4jArrays.toINDArray(tensor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has more than the 8 axes with which ND4J computes safely. Reshape it to fewer.");
        assertThat(Nd4jArrays.toINDArray(tensor.reshape(2, 3)).getFloat(1, 2)).isEqualTo(6);
        array.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void aTensorSeesTheArraysMemory(String name) {
        INDArray array = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f).reshape('c', 2, 3);
        Tensor tensor = Nd4jArrays.toTensor(array, named(name));
        assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(tensor.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        // Forbidden to users; here it shows that nothing was copied.
        array.putScalar(0, 1, 20);
        assertThat(tensor.toFloats()).containsExactly(1, 20, 3, 4, 5, 6);
        tensor.release();
        assertThat(array.getFloat(0, 1)).isEqualTo(20);
        array.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void anArraySeesTheTensorsMemory(String name) {
        Tensor tensor = named(name).of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        INDArray array = Nd4jArrays.toINDArray(tensor);
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.getFloat(1, 0)).isEqualTo(4);
        assertThat(array.sum(0).toFloatVector()).containsExactly(5, 7, 9);
        array.putScalar(1, 0, 40);
        assertThat(tensor.toFloats()).containsExactly(1, 2, 3, 40, 5, 6);
        tensor.release();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyTypeGoesBothWays(DType dtype) {
        for (Backend backend : new Backend[] {cpu, nd4j}) {
            Tensor tensor = backend.of(new double[] {0, 1, 1, 0}, 2, 2).cast(dtype);
            INDArray array = Nd4jArrays.toINDArray(tensor);
            assertThat(array.dataType()).isEqualTo(Types.of(dtype));
            Tensor back = Nd4jArrays.toTensor(array, backend);
            assertThat(back.toHost()).isEqualTo(tensor.toHost());
            back.release();
            tensor.release();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void rowsAndScalarsAreTakenAsTheyAre(String name) {
        INDArray matrix = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f).reshape('c', 4, 2);
        Tensor row = Nd4jArrays.toTensor(matrix.getRow(2), named(name));
        assertThat(row.toFloats()).containsExactly(5, 6);
        assertThat(row.plus(row.reshape(2)).toFloats()).containsExactly(10, 12);
        assertThat(row.slice(new int[] {1}, new int[] {2}, new int[] {1}).toFloats())
                .containsExactly(6);
        assertThat(row.reshape(2, 1).transpose(1, 0).toFloats()).containsExactly(5, 6);
        Tensor rows = Nd4jArrays.toTensor(matrix.get(NDArrayIndex.interval(1, 3)), named(name));
        assertThat(rows.transpose(1, 0).toFloats()).containsExactly(3, 5, 4, 6);
        assertThat(rows.sum().item()).isEqualTo(18);
        assertThat(Nd4jArrays.toTensor(Nd4j.scalar(7.5), named(name)).item()).isEqualTo(7.5);
        assertThat(Nd4jArrays.toTensor(Nd4j.empty(DataType.FLOAT).reshape(0), named(name))
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void aReleasedTensorLeavesTheArrayAlone(String name) {
        INDArray array = Nd4j.createFromArray(1.0, 2.0, 3.0);
        long before = named(name).liveArrays();
        Tensor tensor = Nd4jArrays.toTensor(array, named(name));
        Tensor view = tensor.reshape(3, 1);
        assertThat(named(name).liveArrays()).isEqualTo(before + 2);
        tensor.release();
        assertThat(view.toDoubles()).containsExactly(1, 2, 3);
        view.release();
        assertThat(named(name).liveArrays()).isEqualTo(before);
        assertThat(array.wasClosed()).isFalse();
        assertThat(array.toDoubleVector()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void aTensorKeepsAnArrayThatNobodyElseHolds(String name) {
        Tensor[] tensors = new Tensor[10];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = Nd4jArrays.toTensor(Nd4j.valueArrayOf(new long[] {1000}, i, DataType.DOUBLE), named(name));
        }
        System.gc();
        for (int i = 0; i < 50; i++) {
            Nd4j.valueArrayOf(new long[] {1000}, -1, DataType.DOUBLE);
        }
        for (int i = 0; i < tensors.length; i++) {
            assertThat(tensors[i].sum().item()).isEqualTo(1000.0 * i);
            tensors[i].release();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "nd4j"})
    void closingAnArrayOverATensorDoesNothing(String name) {
        Tensor tensor = named(name).of(new float[] {1, 2, 3, 4}, 2, 2);
        Tensor reshaped = tensor.reshape(4);
        for (Tensor each : new Tensor[] {tensor, reshaped}) {
            INDArray array = Nd4jArrays.toINDArray(each);
            assertThat(array.closeable()).isFalse();
            array.close();
        }
        assertThat(tensor.toFloats()).containsExactly(1, 2, 3, 4);
        assertThat(reshaped.toFloats()).containsExactly(1, 2, 3, 4);
        tensor.release();
        reshaped.release();
    }

    @Test
    void onItsOwnBackendTheArrayIsTheTensorsArray() {
        Tensor tensor = nd4j.of(new float[] {1, 2});
        assertThat(Nd4jArrays.toINDArray(tensor)).isSameAs(Nd4jArrays.toINDArray(tensor));
        INDArray array = Nd4j.createFromArray(1f, 2f);
        Tensor over = Nd4jArrays.toTensor(array, nd4j);
        assertThat(Nd4jArrays.toINDArray(over)).isSameAs(array);
        over.release();
        tensor.release();
    }

    @Test
    void aReleasedTensorsArrayIsClosedOnItsOwnBackend() {
        Tensor tensor = nd4j.of(new float[] {1, 2});
        INDArray array = Nd4jArrays.toINDArray(tensor);
        tensor.release();
        assertThat(array.wasClosed()).isTrue();
        assertThatThrownBy(() -> Nd4jArrays.toINDArray(tensor)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void backendsComputeOnEachOthersMemory() {
        Tensor made = cpu.of(new float[] {1, 4, 9, 16}, 2, 2);
        Tensor borrowed = Nd4jArrays.toTensor(Nd4jArrays.toINDArray(made), nd4j);
        Tensor root = borrowed.sqrt();
        Tensor back = Nd4jArrays.toTensor(Nd4jArrays.toINDArray(root), cpu);
        assertThat(back.matmul(back).toFloats()).containsExactly(7, 10, 15, 22);
    }

    @Test
    void refusesWhatIsNotRowMajor() {
        INDArray array = Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f).reshape('c', 2, 3);
        assertThatThrownBy(() -> Nd4jArrays.toTensor(array.transpose(), cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3, 2]")
                .hasMessageContaining("dup('c')");
        assertThatThrownBy(() -> Nd4jArrays.toTensor(array.getColumn(1), nd4j))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Nd4jArrays.toTensor(array.transpose().dup('c'), cpu).toFloats())
                .containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void refusesTypesThatTensorsDoNotHave() {
        assertThatThrownBy(() -> Nd4jArrays.toTensor(Nd4j.create(DataType.UINT8, 3), cpu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("castTo");
    }

    @Test
    void refusesClosedArrays() {
        INDArray array = Nd4j.createFromArray(1f, 2f);
        array.close();
        assertThatThrownBy(() -> Nd4jArrays.toTensor(array, nd4j))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void refusesArraysOfAWorkspace() {
        try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("exchange")) {
            INDArray array = Nd4j.create(DataType.FLOAT, 4);
            assertThatThrownBy(() -> Nd4jArrays.toTensor(array, cpu))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("detach");
        }
    }

    @Test
    void tensorsMadeInsideAWorkspaceOutliveIt() {
        Tensor sum;
        try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("kernels")) {
            Tensor x = nd4j.of(new float[] {1, 2, 3, 4}, 2, 2);
            sum = x.softplus().plus(x.reshape(4).sum()).sum(0);
        }
        for (int i = 0; i < 20; i++) {
            try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("kernels")) {
                Nd4j.valueArrayOf(new long[] {100}, -1, DataType.FLOAT);
            }
        }
        assertThat(sum.toFloats()[0]).isEqualTo(24.361848f, within(1e-5f));
    }

    @Test
    void refusesBackendsWithoutMemoryToLookAt() {
        try (Backend reference = Backends.open("reference")) {
            Tensor tensor = reference.of(HostArray.wrap(new float[] {1}, Shape.of(1)));
            assertThatThrownBy(() -> Nd4jArrays.toINDArray(tensor))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("backend cpu or nd4j");
            INDArray array = Nd4j.createFromArray(1f);
            assertThatThrownBy(() -> Nd4jArrays.toTensor(array, reference))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("reference");
        }
    }
}
