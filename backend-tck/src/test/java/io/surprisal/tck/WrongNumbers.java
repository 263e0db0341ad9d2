package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.Offsets;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.Arrays;

/** Backends whose elementwise functions or reductions are wrong. */
final class WrongNumbers {
    private WrongNumbers() {}

    /** Takes tanh for ±1 beyond ±4, where it is still 7·10⁻⁴ away. */
    static final class EarlyTanh<A> extends DelegatingBackend<A> {
        EarlyTanh(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A unary(UnaryOp op, A a) {
            if (op != UnaryOp.TANH) {
                return super.unary(op, a);
            }
            double[] x = toHost(a).toDoubles();
            Arrays.setAll(x, i -> Math.abs(x[i]) > 4 ? Math.signum(x[i]) : StrictMath.tanh(x[i]));
            return fromHost(Elements.of(dtype(a), shape(a), x));
        }
    }

    /** Adds integers with saturation where they should wrap. */
    static final class SaturatingPlus<A> extends DelegatingBackend<A> {
        SaturatingPlus(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A binary(BinaryOp op, A a, A b, Shape out) {
            if (op != BinaryOp.PLUS || dtype(a) != DType.INT32) {
                return super.binary(op, a, b, out);
            }
            A left = broadcastTo(a, out);
            A right = broadcastTo(b, out);
            double[] x = toHost(left).toDoubles();
            double[] y = toHost(right).toDoubles();
            release(left);
            release(right);
            Arrays.setAll(x, i -> x[i] + y[i]);
            return fromHost(Elements.of(DType.INT32, out, x));
        }
    }

    /** Repeats a row of a matrix in reverse order. */
    static final class ReversedRows<A> extends DelegatingBackend<A> {
        ReversedRows(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A binary(BinaryOp op, A a, A b, Shape out) {
            boolean row = out.rank() == 2 && shape(b).rank() == 2 && shape(b).at(0) == 1 && out.at(0) > 1;
            if (!row || shape(b).at(1) == 1) {
                return super.binary(op, a, b, out);
            }
            A reversed = reverse(b, new int[] {1});
            A result = super.binary(op, a, reversed, out);
            release(reversed);
            return result;
        }
    }

    /** Adds floats one after the other in one float. */
    static final class NaiveSum<A> extends DelegatingBackend<A> {
        NaiveSum(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A reduce(ReduceOp op, A a, int[] axes, Shape out) {
            if (op != ReduceOp.SUM || dtype(a) != DType.FLOAT32) {
                return super.reduce(op, a, axes, out);
            }
            float[] x = toHost(a).floats();
            int[] target = Offsets.broadcast(out, shape(a));
            float[] sums = new float[out.size()];
            for (int i = 0; i < x.length; i++) {
                sums[target[i]] += x[i];
            }
            return fromHost(HostArray.wrap(sums, out));
        }
    }

    /** Takes the largest of the numbers and overlooks NaN. */
    static final class MaxWithoutNaN<A> extends DelegatingBackend<A> {
        MaxWithoutNaN(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A reduce(ReduceOp op, A a, int[] axes, Shape out) {
            if (op != ReduceOp.MAX || !dtype(a).isFloating()) {
                return super.reduce(op, a, axes, out);
            }
            double[] x = toHost(a).toDoubles();
            Arrays.setAll(x, i -> Double.isNaN(x[i]) ? Double.NEGATIVE_INFINITY : x[i]);
            A cleaned = fromHost(Elements.of(dtype(a), shape(a), x));
            A result = super.reduce(op, cleaned, axes, out);
            release(cleaned);
            return result;
        }
    }
}
