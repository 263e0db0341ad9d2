package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.TensorBackend;
import java.util.HashSet;
import java.util.Set;

/** Backends that put elements where they do not belong. */
final class WrongPlaces {
    private WrongPlaces() {}

    /** Has later pieces of a generated array computed as if they were the first one. */
    static final class RestartedPieces<A> extends DelegatingBackend<A> {
        private static final int PIECE = 1 << 14;

        RestartedPieces(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A generate(Shape shape, DType dtype, int grain, DoubleSource source) {
            DoubleSource restarted = (from, target, offset, length) -> {
                for (int done = 0; done < length; done++) {
                    source.fill((from + done) % PIECE, target, offset + done, 1);
                }
            };
            return super.generate(shape, dtype, grain, restarted);
        }
    }

    /** Starts a slice with a step of 3 one element late, where there is room. */
    static final class LateSlice<A> extends DelegatingBackend<A> {
        LateSlice(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A slice(A a, int[] starts, int[] ends, int[] steps, Shape out) {
            int[] late = starts.clone();
            for (int axis = 0; axis < late.length; axis++) {
                int last = starts[axis] + (out.at(axis) - 1) * steps[axis];
                late[axis] += steps[axis] == 3 && last + 1 < shape(a).at(axis) ? 1 : 0;
            }
            int[] lateEnds = new int[late.length];
            for (int axis = 0; axis < late.length; axis++) {
                lateEnds[axis] = late[axis] + (out.at(axis) - 1) * steps[axis] + 1;
            }
            return super.slice(a, late, lateEnds, steps, out);
        }
    }

    /** Takes the element after the right one wherever an index occurs a second time. */
    static final class DistinctGather<A> extends DelegatingBackend<A> {
        DistinctGather(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A gather(A a, A indices, int axis, Shape out) {
            long[] wanted = toHost(indices).longs();
            if (shape(indices).rank() != 1) {
                return super.gather(a, indices, axis, out);
            }
            Set<Long> seen = new HashSet<>();
            long[] taken = new long[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                taken[i] = seen.add(wanted[i]) ? wanted[i] : (wanted[i] + 1) % shape(a).at(axis);
            }
            A other = fromHost(HostArray.wrap(taken, shape(indices)));
            A result = super.gather(a, other, axis, out);
            release(other);
            return result;
        }
    }

    /** Lets the last of several updates of one vector element win, where they should add up. */
    static final class OverwritingScatter<A> extends DelegatingBackend<A> {
        OverwritingScatter(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A scatterAdd(A a, A indices, A updates, int axis) {
            if (shape(a).rank() != 1) {
                return super.scatterAdd(a, indices, updates, axis);
            }
            long[] places = toHost(indices).longs();
            double[] added = toHost(updates).toDoubles();
            double[] original = toHost(a).toDoubles();
            double[] result = original.clone();
            for (int i = 0; i < added.length; i++) {
                result[(int) places[i]] = original[(int) places[i]] + added[i];
            }
            return fromHost(Elements.of(dtype(a), shape(a), result));
        }
    }

    /** Sorts the reversed array, so that equal elements come out in the opposite order. */
    static final class UnstableSort<A> extends DelegatingBackend<A> {
        UnstableSort(TensorBackend<A> inner) {
            super(inner);
        }

        @Override
        public A argsort(A a, int axis) {
            A reversed = reverse(a, new int[] {axis});
            A order = super.argsort(reversed, axis);
            long[] places = toHost(order).longs().clone();
            for (int i = 0; i < places.length; i++) {
                places[i] = shape(a).at(axis) - 1 - places[i];
            }
            release(reversed);
            release(order);
            return fromHost(HostArray.wrap(places, shape(a)));
        }
    }
}
