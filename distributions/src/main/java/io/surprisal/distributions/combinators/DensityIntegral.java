package io.surprisal.distributions.combinators;

import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Expectations under a density by Gauss and Legendre's rule, for a batch at a time: on pieces between given numbers, which are halved until the
 * halves agree with the whole for every distribution of the batch. The density need not be normalised, and is by the same sum: what is common to
 * the rounding of all its logarithms then cancels. Derivatives are those of the sum.
 */
final class DensityIntegral {
    /** How often a piece may be halved, and how many halvings there may be in all. */
    private static final int DEPTH = 60;

    private static final int HALVINGS = 400;

    /** By how much of their size sums differ from rounding alone. */
    private static final double ROUNDING = 4e-16;

    /** Differences that matter to nobody, of the whole. */
    private static final double NEGLIGIBLE = 1e-17;

    private final Tensor ends;
    private final UnaryOperator<Tensor> logDensity;
    private final double[] largest;
    private final List<Piece> leaves = new ArrayList<>();
    private double[][] sizes = new double[0][];
    private int halvings;

    /** A part of the interval between two ends, in fractions of it. */
    private record Piece(int interval, double from, double to) {
        Piece half(int side) {
            double middle = 0.5 * (from + to);
            return side == 0 ? new Piece(interval, from, middle) : new Piece(interval, middle, to);
        }
    }

    private DensityIntegral(Tensor ends, UnaryOperator<Tensor> logDensity, double[] largest) {
        this.ends = ends;
        this.logDensity = logDensity;
        this.largest = largest;
    }

    /**
     * The nodes with their weights, for the density, its logarithm, and the first two moments.
     *
     * @param ends numbers between which the density is smooth, [numbers] + batch shape, ascending and finite
     * @param logDensity of numbers [nodes] + batch shape
     */
    static Nodes nodes(Tensor ends, UnaryOperator<Tensor> logDensity) {
        int batch = ends.shape().axes(1, ends.rank()).size();
        double[] largest = new double[batch];
        DensityIntegral integral = new DensityIntegral(
                ends.stopGradient(), x -> logDensity.apply(x).stopGradient(), largest);
        integral.refine();
        List<Tensor> x = new ArrayList<>();
        List<Tensor> lengths = new ArrayList<>();
        for (Piece leaf : integral.leaves) {
            x.add(numbers(ends, leaf));
            lengths.add(lengths(ends, leaf));
        }
        Tensor numbers = Tensor.concat(x, 0);
        return new Nodes(numbers, Tensor.concat(lengths, 0), logDensity.apply(numbers));
    }

    private static Tensor between(Tensor ends, Piece piece) {
        int k = piece.interval();
        return ends.slice(0, k + 1, k + 2).minus(ends.slice(0, k, k + 1));
    }

    private static Tensor numbers(Tensor ends, Piece piece) {
        double[] nodes = GaussLegendre.nodes();
        double length = piece.to() - piece.from();
        double[] places =
                Arrays.stream(nodes).map(t -> piece.from() + length * t).toArray();
        int k = piece.interval();
        return between(ends, piece).times(column(ends, places)).plus(ends.slice(0, k, k + 1));
    }

    private static Tensor lengths(Tensor ends, Piece piece) {
        double length = piece.to() - piece.from();
        double[] weights =
                Arrays.stream(GaussLegendre.weights()).map(w -> w * length).toArray();
        return between(ends, piece).times(column(ends, weights));
    }

    private static Tensor column(Tensor like, double[] elements) {
        int[] dims = new int[like.rank()];
        Arrays.fill(dims, 1);
        dims[0] = elements.length;
        return like.backend().of(HostArray.wrap(elements, Shape.of(dims))).cast(like.dtype());
    }

    private void refine() {
        int intervals = ends.shape().at(0) - 1;
        Scope.run(() -> {
            Tensor all = Tensor.concat(
                    IntStream.range(0, intervals)
                            .mapToObj(k -> numbers(ends, new Piece(k, 0, 1)))
                            .toList(),
                    0);
            double[] most = Nodes.finite(logDensity.apply(all)).max(0).toDoubles();
            System.arraycopy(most, 0, largest, 0, most.length);
        });
        double[][][] wholes = new double[intervals][][];
        for (int k = 0; k < intervals; k++) {
            wholes[k] = sums(new Piece(k, 0, 1));
            sizes = k == 0 ? absolute(wholes[0]) : plus(sizes, absolute(wholes[k]));
        }
        for (int k = 0; k < intervals; k++) {
            refine(new Piece(k, 0, 1), wholes[k], DEPTH);
        }
    }

    private void refine(Piece piece, double[][] whole, int depth) {
        double[][] left = sums(piece.half(0));
        double[][] right = sums(piece.half(1));
        if (depth == 0 || halvings >= HALVINGS || agree(whole, left, right)) {
            leaves.add(piece.half(0));
            leaves.add(piece.half(1));
            return;
        }
        halvings++;
        refine(piece.half(0), left, depth - 1);
        refine(piece.half(1), right, depth - 1);
    }

    private boolean agree(double[][] whole, double[][] left, double[][] right) {
        for (int f = 0; f < whole.length; f++) {
            for (int i = 0; i < whole[f].length; i++) {
                double allowed = NEGLIGIBLE * sizes[f][i] + ROUNDING * (Math.abs(left[f][i]) + Math.abs(right[f][i]));
                if (Math.abs(left[f][i] + right[f][i] - whole[f][i]) > allowed) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[][] absolute(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] plus(double[][] a, double[][] b) {
        for (int f = 0; f < a.length; f++) {
            for (int i = 0; i < a[f].length; i++) {
                a[f][i] += b[f][i];
            }
        }
        return a;
    }

    /** ∫ p, ∫ p log p, ∫ (x − c)p and ∫ (x − c)²p with the middle c of the ends, in multiples of the largest density. */
    private double[][] sums(Piece piece) {
        double[][] sums = new double[4][];
        Scope.run(() -> {
            Tensor x = numbers(ends, piece);
            Tensor most = ends.backend()
                    .of(HostArray.wrap(largest.clone(), ends.shape().axes(1, ends.rank())))
                    .cast(ends.dtype());
            Tensor log = logDensity.apply(x).minus(most);
            Nodes nodes = new Nodes(x, lengths(ends, piece), log);
            Tensor p = nodes.weights();
            Tensor distance = x.minus(ends.select(0, ends.shape().at(0) / 2));
            sums[0] = p.sum(0).toDoubles();
            sums[1] = nodes.times(p, log).sum(0).toDoubles();
            sums[2] = p.times(distance).sum(0).toDoubles();
            sums[3] = p.times(distance).times(distance).sum(0).toDoubles();
        });
        return sums;
    }
}
