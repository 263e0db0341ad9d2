package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The entropy of Plackett–Luce orders of k things: that of the next thing among those that are left, over all sets of them, by the probability that a
 * set is what is left at some time. Sets of one size are one array; 2ᵏ sets in all, and not k! orders.
 */
final class PlackettLuceEntropy {
    private final int things;
    /** The place of each set, a bit for each thing, among those of its size. */
    private final int[] places;

    private PlackettLuceEntropy(int things) {
        this.things = things;
        this.places = new int[1 << things];
        int[] next = new int[things + 1];
        for (int set = 0; set < places.length; set++) {
            places[set] = next[Integer.bitCount(set)]++;
        }
    }

    static Tensor of(Tensor logits) {
        return new PlackettLuceEntropy(logits.shape().dim(-1)).entropy(logits);
    }

    private Tensor entropy(Tensor logits) {
        Backend backend = logits.backend();
        Shape batch = logits.shape().axes(0, logits.rank() - 1);
        Tensor reached = backend.ones(batch.then(Shape.of(1)), DType.FLOAT64);
        Tensor entropy = backend.zeros(batch, DType.FLOAT64);
        for (int left = things; left >= 2; left--) {
            Tensor members = members(left, backend);
            Shape sets = Shape.of(members.size() / left, left);
            Tensor logs =
                    logits.indexSelect(members, -1).reshape(batch.then(sets)).logSoftmax(-1);
            Tensor p = logs.exp();
            entropy = entropy.minus(reached.times(p.times(logs).sum(-1)).sum(-1));
            Tensor taken = reached.expandDims(-1).times(p).reshape(batch.then(Shape.of(members.size())));
            Tensor ways = ways(left - 1, backend);
            int taking = things - left + 1;
            reached = taken.indexSelect(ways, -1)
                    .reshape(batch.then(Shape.of(ways.size() / taking, taking)))
                    .sum(-1);
        }
        return entropy;
    }

    /** The things of each set of a size, one set after the other. */
    private Tensor members(int size, Backend backend) {
        long[] members = new long[count(size) * size];
        for (int set = 0; set < places.length; set++) {
            if (Integer.bitCount(set) == size) {
                int at = places[set] * size;
                for (int rest = set; rest != 0; rest &= rest - 1) {
                    members[at++] = Integer.numberOfTrailingZeros(rest);
                }
            }
        }
        return backend.of(HostArray.wrap(members, Shape.of(members.length)));
    }

    /** For each set of a size the places, among the members of the sets of one more, of those whose taking leaves it. */
    private Tensor ways(int size, Backend backend) {
        int taking = things - size;
        long[] ways = new long[count(size) * taking];
        for (int set = 0; set < places.length; set++) {
            if (Integer.bitCount(set) == size) {
                int at = places[set] * taking;
                for (int thing = 0; thing < things; thing++) {
                    int larger = set | 1 << thing;
                    if (larger != set) {
                        int rank = Integer.bitCount(larger & ((1 << thing) - 1));
                        ways[at++] = (long) places[larger] * (size + 1) + rank;
                    }
                }
            }
        }
        return backend.of(HostArray.wrap(ways, Shape.of(ways.length)));
    }

    private int count(int size) {
        long count = 1;
        for (int i = 0; i < size; i++) {
            count = count * (things - i) / (i + 1);
        }
        return (int) count;
    }
}
