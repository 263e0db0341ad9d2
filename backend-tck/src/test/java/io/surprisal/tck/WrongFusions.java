package io.surprisal.tck;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.FusedKernels;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backends whose fused kernels are not what they fuse. */
final class WrongFusions {
    private WrongFusions() {}

    /** Divides exponentials by their sum without taking the largest logit off first. */
    static final class OverflowingSoftmax<A> extends DelegatingBackend<A> implements FusedKernels<A> {
        OverflowingSoftmax(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public Optional<FusedKernels<A>> fused() {
            return Optional.of(this);
        }

        @Override
        public A softmax(A x) {
            Shape shape = shape(x);
            int last = shape.rank() - 1;
            A exponentials = unary(UnaryOp.EXP, x);
            A sums = reduce(ReduceOp.SUM, exponentials, new int[] {last}, shape.with(last, 1));
            A result = binary(BinaryOp.DIV, exponentials, sums, shape);
            release(exponentials);
            release(sums);
            return result;
        }
    }

    /** Takes 1 − y² and y(1 − y) of the rounded result for the slopes of tanh and sigmoid, which leaves nothing where y is 1. */
    static final class SlopesFromResults<A> extends DelegatingBackend<A> implements FusedKernels<A> {
        SlopesFromResults(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public Optional<FusedKernels<A>> fused() {
            return Optional.of(this);
        }

        @Override
        public @Nullable A activationBackward(AffineActivation activation, A cotangent, A x) {
            boolean hyperbolic = activation == AffineActivation.TANH;
            if (dtype(x) != DType.FLOAT32 || !(hyperbolic || activation == AffineActivation.SIGMOID)) {
                return null;
            }
            float[] slopes = toHost(x).floats();
            float[] factors = toHost(cotangent).floats();
            for (int i = 0; i < slopes.length; i++) {
                float y = (float) (hyperbolic ? Math.tanh(slopes[i]) : 1 / (1 + Math.exp(-slopes[i])));
                slopes[i] = factors[i] * (hyperbolic ? 1 - y * y : y * (1 - y));
            }
            return fromHost(HostArray.wrap(slopes, shape(x)));
        }
    }

    /** Takes the mean of squares less the square of the mean for the variance. */
    static final class CancellingVariance<A> extends DelegatingBackend<A> implements FusedKernels<A> {
        CancellingVariance(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public Optional<FusedKernels<A>> fused() {
            return Optional.of(this);
        }

        @Override
        public @Nullable A layerNorm(A x, A scale, A shift, double epsilon) {
            if (dtype(x) != DType.FLOAT32) {
                return null;
            }
            float[] elements = toHost(x).floats();
            float[] factors = toHost(scale).floats();
            float[] summands = toHost(shift).floats();
            int length = factors.length;
            for (int start = 0; start < elements.length; start += length) {
                float mean = 0;
                float square = 0;
                for (int i = 0; i < length; i++) {
                    mean += elements[start + i] / length;
                    square += elements[start + i] * elements[start + i] / length;
                }
                double deviation = Math.sqrt(Math.max(0, square - mean * mean) + epsilon);
                for (int i = 0; i < length; i++) {
                    double standardised = (elements[start + i] - mean) / deviation;
                    elements[start + i] = (float) (standardised * factors[i] + summands[i]);
                }
            }
            return fromHost(HostArray.wrap(elements, shape(x)));
        }
    }

    /** Takes an LSTM's gates in the order i, f, o, g, as other libraries have them. */
    static final class SwappedGates<A> extends DelegatingBackend<A> implements FusedKernels<A> {
        SwappedGates(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public Optional<FusedKernels<A>> fused() {
            return Optional.of(this);
        }

        @Override
        public A lstm(A inputs, A recurrent, A hidden, A cell, @Nullable A mask, Shape out) {
            double[] z = toHost(inputs).toDoubles();
            double[] r = toHost(recurrent).toDoubles();
            double[] h = toHost(hidden).toDoubles();
            double[] c = toHost(cell).toDoubles();
            double[] states = new double[out.size()];
            int units = out.at(2);
            for (int place = 0; place < z.length / (4 * units); place++) {
                int row = place % out.at(1);
                double[] sums = Arrays.copyOfRange(z, place * 4 * units, (place + 1) * 4 * units);
                for (int i = 0; i < units * 4 * units; i++) {
                    sums[i % (4 * units)] += h[row * units + i / (4 * units)] * r[i];
                }
                boolean shown = mask == null || toHost(mask).booleans()[place];
                for (int unit = 0; unit < units; unit++) {
                    int at = row * units + unit;
                    double kept = sigmoid(sums[units + unit]) * c[at];
                    double next = kept + sigmoid(sums[unit]) * Math.tanh(sums[3 * units + unit]);
                    c[at] = shown ? next : c[at];
                    h[at] = shown ? sigmoid(sums[2 * units + unit]) * Math.tanh(next) : h[at];
                    states[place * units + unit] = h[at];
                }
            }
            System.arraycopy(c, 0, states, states.length - c.length, c.length);
            return fromHost(Elements.of(dtype(inputs), out, states));
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }

    /** Draws 1 − u where u is asked for: as uniform, and not the same. */
    static final class MirroredUniform<A> extends DelegatingBackend<A> implements FusedKernels<A> {
        MirroredUniform(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public Optional<FusedKernels<A>> fused() {
            return Optional.of(this);
        }

        @Override
        public @Nullable A draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
            if (kind != DrawKind.UNIFORM || dtype != DType.FLOAT32) {
                return null;
            }
            float[] elements = new float[out.size()];
            HostDraws.create().fill(kind, key, 0, elements, 0, elements.length);
            for (int i = 0; i < elements.length; i++) {
                elements[i] = 1 - elements[i];
            }
            return fromHost(HostArray.wrap(elements, out));
        }
    }
}
