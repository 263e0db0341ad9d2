package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Taking along an axis. */
final class IndexKernels {
    private IndexKernels() {}

    /**
     * Takes whole slices of an axis, which is what ND4J can do, at a microsecond a slice.
     *
     * @return null where indices differ along other axes: one element a slice is slower than a way through the host
     */
    static @Nullable INDArray gather(INDArray a, INDArray indices, int axis, Shape out) {
        if (indices.length() != indices.size(axis)) {
            return null;
        }
        try (Workbench bench = Workbench.open()) {
            boolean bool = a.dataType() == DataType.BOOL;
            INDArray numbers = bool ? bench.cast(a, DataType.INT32) : a;
            INDArray taken = bench.make(numbers.dataType(), out);
            Nd4j.exec(DynamicCustomOp.builder("gather")
                    .addInputs(numbers, Layout.reshaped(indices, Shape.of(out.at(axis))))
                    .addIntegerArguments(axis)
                    .addOutputs(taken)
                    .build());
            return bench.keep(bool ? bench.cast(taken, DataType.BOOL) : taken);
        }
    }
}
