package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.HostThreads;

/** FLOAT64 elements read, computed and written block by block, on several threads where they are many. */
final class DoublePass {
    /** Elements that are worth a thread: of the sum, and of functions that cost a call. */
    private static final int GRAIN = 1 << 16;

    private DoublePass() {}

    /** y = f(x), element by element; {@code y} may be {@code x} itself. */
    static void unary(DoubleUnary loop, CpuArray x, CpuArray y) {
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            double[] block = new double[Scratch.block(from, to)];
            for (int done = from; done < to; done += Scratch.BLOCK) {
                int n = Scratch.block(done, to);
                x.memory().get(done, block, 0, n);
                loop.apply(block, block, n);
                y.memory().put(done, block, 0, n);
            }
        });
    }

    /** y = f(a, b), broadcast to the shape of y. */
    static void binary(DoubleBinary loop, CpuArray a, CpuArray b, CpuArray y) {
        Shape out = y.shape();
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            Reader left = new Reader(a, Layout.broadcast(a.shape(), out), from);
            Reader right = new Reader(b, Layout.broadcast(b.shape(), out), from);
            double[] one = new double[Scratch.block(from, to)];
            double[] other = new double[one.length];
            for (int done = from; done < to; done += Scratch.BLOCK) {
                int n = Scratch.block(done, to);
                left.next(one, n);
                right.next(other, n);
                loop.apply(one, other, one, n);
                y.memory().put(done, one, 0, n);
            }
        });
    }

    /** y = whether a and b, broadcast to the shape of y, compare so. */
    static void compare(DoubleComparison loop, CpuArray a, CpuArray b, CpuArray y) {
        Shape out = y.shape();
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            Reader left = new Reader(a, Layout.broadcast(a.shape(), out), from);
            Reader right = new Reader(b, Layout.broadcast(b.shape(), out), from);
            double[] one = new double[Scratch.block(from, to)];
            double[] other = new double[one.length];
            byte[] results = new byte[one.length];
            for (int done = from; done < to; done += Scratch.BLOCK) {
                int n = Scratch.block(done, to);
                left.next(one, n);
                right.next(other, n);
                loop.apply(one, other, results, n);
                y.memory().put(done, results, 0, n);
            }
        });
    }
}
