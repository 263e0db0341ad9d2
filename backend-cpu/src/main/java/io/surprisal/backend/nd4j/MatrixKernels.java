package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products. */
final class MatrixKernels {
    private MatrixKernels() {}

    static INDArray matmul(INDArray a, INDArray b, boolean transposeA, boolean transposeB, Shape out) {
        try (Workbench bench = Workbench.open()) {
            INDArray result = bench.make(a.dataType(), out);
            Nd4j.exec(DynamicCustomOp.builder("matmul")
                    .addInputs(batched(bench, a, out), batched(bench, b, out))
                    .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                    .addOutputs(result)
                    .build());
            return bench.keep(result);
        }
    }

    /** ND4J multiplies stacks of matrices pair by pair: both need the batch axes of the result. */
    private static INDArray batched(Workbench bench, INDArray a, Shape out) {
        Shape own = Types.shape(a);
        Shape matrix = own.axes(own.rank() - 2, own.rank());
        return Layout.broadcast(bench, a, out.axes(0, out.rank() - 2).then(matrix));
    }
}
