package io.surprisal.tensor.reference;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.Offsets;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** The functions that define the operations, element by element; of two arguments with broadcasting. */
final class Elementwise {
    private Elementwise() {}

    static ReferenceArray unary(UnaryOp op, ReferenceArray a) {
        if (!a.dtype().isFloating()) {
            long[] x = a.integers();
            long[] result = new long[x.length];
            LongUnaryOperator function = op.onIntegers();
            for (int i = 0; i < result.length; i++) {
                result[i] = function.applyAsLong(x[i]);
            }
            return ReferenceArray.ofIntegers(result, a.shape(), op.resultType(a.dtype()));
        }
        double[] x = a.reals();
        double[] result = new double[x.length];
        DoubleUnaryOperator function = op.onReals();
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(x[i]);
        }
        return ReferenceArray.ofReals(result, a.shape(), op.resultType(a.dtype()));
    }

    static ReferenceArray binary(BinaryOp op, ReferenceArray a, ReferenceArray b, Shape out) {
        int[] atA = Offsets.broadcast(a.shape(), out);
        int[] atB = Offsets.broadcast(b.shape(), out);
        if (!a.dtype().isFloating()) {
            long[] x = a.integers();
            long[] y = b.integers();
            long[] result = new long[out.size()];
            LongBinaryOperator function = op.onIntegers();
            for (int i = 0; i < result.length; i++) {
                result[i] = function.applyAsLong(x[atA[i]], y[atB[i]]);
            }
            return ReferenceArray.ofIntegers(result, out, op.resultType(a.dtype()));
        }
        double[] x = a.reals();
        double[] y = b.reals();
        double[] result = new double[out.size()];
        DoubleBinaryOperator function = op.onReals();
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(x[atA[i]], y[atB[i]]);
        }
        return ReferenceArray.ofReals(result, out, op.resultType(a.dtype()));
    }
}
