package io.surprisal.backend.nd4j;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between Java arrays and ND4J's, wherever ND4J keeps them. */
final class Transfer {
    private Transfer() {}

    static INDArray fromHost(HostArray data) {
        DataBuffer buffer = switch (data.dtype()) {
            case FLOAT32 -> Nd4j.createTypedBufferDetached(data.floats(), Types.of(DType.FLOAT32));
            case FLOAT64 -> Nd4j.createTypedBufferDetached(data.doubles(), Types.of(DType.FLOAT64));
            case INT32 -> Nd4j.createTypedBufferDetached(data.ints(), Types.of(DType.INT32));
            case INT64 -> Nd4j.createTypedBufferDetached(data.longs(), Types.of(DType.INT64));
            case BOOL -> Nd4j.createTypedBufferDetached(data.booleans(), Types.of(DType.BOOL));
        };
        Shape shape = data.shape();
        return Nd4j.create(buffer, Types.lengths(shape), Types.strides(shape), 0, 'c', buffer.dataType());
    }

    /** From an array in row-major order without gaps. */
    static HostArray toHost(INDArray array, Shape shape, DType dtype) {
        Nd4j.getExecutioner().commit();
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        HostArray result = HostArray.zeros(shape, dtype);
        Pointer address = array.data().addressPointer();
        int n = shape.size();
        switch (dtype) {
            case FLOAT32 -> new FloatPointer(address).get(result.floats(), 0, n);
            case FLOAT64 -> new DoublePointer(address).get(result.doubles(), 0, n);
            case INT32 -> new IntPointer(address).get(result.ints(), 0, n);
            case INT64 -> new LongPointer(address).get(result.longs(), 0, n);
            case BOOL -> new BooleanPointer(address).get(result.booleans(), 0, n);
        }
        return result;
    }
}
