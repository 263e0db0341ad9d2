package io.surprisal.backend.nd4j;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Taking along an axis. ND4J takes whole slices of an axis by a vector of indices; all else becomes that, on the array as a vector. */
final class IndexKernels {
    private IndexKernels() {}

    static INDArray gather(INDArray a, INDArray indices, int axis, Shape out) {
        try (Workbench bench = Workbench.open()) {
            boolean bool = a.dataType() == DataType.BOOL;
            INDArray numbers = bool ? bench.cast(a, DataType.INT32) : a;
            INDArray taken = indices.length() == indices.size(axis)
                    ? takeSlices(bench, numbers, indices, axis, out)
                    : takeElements(bench, numbers, indices, axis, out);
            return bench.keep(bool ? bench.cast(taken, DataType.BOOL) : taken);
        }
    }

    private static INDArray takeSlices(Workbench bench, INDArray a, INDArray indices, int axis, Shape out) {
        INDArray result = bench.make(a.dataType(), out);
        take(a, Layout.reshaped(indices, Shape.of(out.at(axis))), axis, result);
        return result;
    }

    /** The offset of an element is its index along the axis times the stride, and what its other coordinates give. */
    private static INDArray takeElements(Workbench bench, INDArray a, INDArray indices, int axis, Shape out) {
        Shape from = Types.shape(a);
        int[] strides = from.strides();
        int stride = strides[axis];
        strides[axis] = 0;
        INDArray base = bench.add(Transfer.fromHost(HostArray.wrap(widened(Offsets.strided(strides, 0, out)), out)));
        INDArray along = Layout.broadcast(bench, indices, out);
        INDArray offsets = bench.alike("add", base, bench.alike("multiply", along, bench.fullLike(along, stride)));
        INDArray result = bench.make(a.dataType(), out);
        Shape vector = Shape.of(out.size());
        take(
                Layout.reshaped(a, Shape.of(from.size())),
                Layout.reshaped(offsets, vector),
                0,
                Layout.reshaped(result, vector));
        return result;
    }

    private static void take(INDArray a, INDArray vector, int axis, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("gather")
                .addInputs(a, vector)
                .addIntegerArguments(axis)
                .addOutputs(result)
                .build());
    }

    private static long[] widened(int[] values) {
        long[] result = new long[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
