package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndReplace;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Condition;

/**
 * Where one kernel call is worked out: makes arrays and runs ND4J's operations into them, and at the end closes all but the one that is
 * kept. Nothing here belongs to a workspace of ND4J that the calling thread may have opened, whose end would free it.
 */
final class Workbench implements AutoCloseable {
    private final MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
    private final List<INDArray> made = new ArrayList<>(4);

    private Workbench() {}

    static Workbench open() {
        return new Workbench();
    }

    /** An array in row-major order with arbitrary elements. */
    INDArray make(DataType type, Shape shape) {
        return add(Nd4j.createUninitializedDetached(type, 'c', Types.lengths(shape)));
    }

    /** An array of the type and shape of another. */
    INDArray makeLike(INDArray a) {
        return add(Nd4j.createUninitializedDetached(a.dataType(), 'c', a.shape()));
    }

    INDArray full(DataType type, Shape shape, double value) {
        INDArray result = make(type, shape);
        result.assign(value);
        return result;
    }

    /** An array with one value, of the type and shape of another. */
    INDArray fullLike(INDArray a, double value) {
        INDArray result = makeLike(a);
        result.assign(value);
        return result;
    }

    /** One of ND4J's operations known by name, which broadcast by themselves where they are elementwise. */
    INDArray run(String operation, DataType type, Shape shape, INDArray... inputs) {
        INDArray result = make(type, shape);
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(inputs)
                .addOutputs(result)
                .build());
        return result;
    }

    /** As {@link #run} on arrays of one type and shape. */
    INDArray alike(String operation, INDArray a, INDArray b) {
        return into(operation, makeLike(a), a, b);
    }

    /** A comparison of arrays of one shape. */
    INDArray mask(String comparison, INDArray a, INDArray b) {
        return into(comparison, add(Nd4j.createUninitializedDetached(DataType.BOOL, 'c', a.shape())), a, b);
    }

    /** Elements of {@code y} where those of {@code x} meet the condition, elsewhere those of {@code x}; of one type and shape. */
    INDArray replace(INDArray x, INDArray y, Condition condition) {
        INDArray result = makeLike(x);
        Nd4j.getExecutioner().exec(new CompareAndReplace(x, y, result, condition));
        return result;
    }

    /** x + number. */
    INDArray plus(INDArray x, double number) {
        INDArray result = makeLike(x);
        Nd4j.getExecutioner().exec(new ScalarAdd(x, null, result, number));
        return result;
    }

    /** x · number. */
    INDArray times(INDArray x, double number) {
        INDArray result = makeLike(x);
        Nd4j.getExecutioner().exec(new ScalarMultiplication(x, null, result, number));
        return result;
    }

    /** One of ND4J's operations known by class, from an array to an array of its type and shape. */
    INDArray map(BiFunction<INDArray, INDArray, Op> operation, INDArray a) {
        INDArray result = makeLike(a);
        Nd4j.getExecutioner().exec(operation.apply(a, result));
        return result;
    }

    /** The elements in another type, as C converts them. */
    INDArray cast(INDArray a, DataType type) {
        if (a.dataType() == type) {
            return a;
        }
        INDArray result = add(Nd4j.createUninitializedDetached(type, 'c', a.shape()));
        result.assign(a);
        return result;
    }

    /** Closes this array at the end as well. */
    INDArray add(INDArray array) {
        made.add(array);
        return array;
    }

    /** The result of the call, which outlives it. */
    INDArray keep(INDArray result) {
        made.removeIf(array -> array == result);
        return result;
    }

    @Override
    public void close() {
        made.forEach(INDArray::close);
        outside.close();
    }

    private static INDArray into(String operation, INDArray result, INDArray... inputs) {
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(inputs)
                .addOutputs(result)
                .build());
        return result;
    }
}
