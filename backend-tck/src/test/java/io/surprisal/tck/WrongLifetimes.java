package io.surprisal.tck;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.TensorBackend;

/** Backends that lose track of arrays or of threads. */
final class WrongLifetimes {
    private WrongLifetimes() {}

    /** Makes a temporary array in each sum and forgets it. */
    static final class LeakingPlus<A> extends DelegatingBackend<A> {
        LeakingPlus(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A binary(BinaryOp op, A a, A b, Shape out) {
            if (op == BinaryOp.PLUS) {
                broadcastTo(a, out);
            }
            return super.binary(op, a, b, out);
        }
    }

    /** Computes exponentials as it should on the thread that opened it only. */
    static final class ThreadBound<A> extends DelegatingBackend<A> {
        private final Thread opener = Thread.currentThread();

        ThreadBound(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A unary(UnaryOp op, A a) {
            boolean foreign = Thread.currentThread() != opener;
            return super.unary(op == UnaryOp.EXP && foreign ? UnaryOp.EXPM1 : op, a);
        }
    }
}
