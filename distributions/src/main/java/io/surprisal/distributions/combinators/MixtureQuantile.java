package io.surprisal.distributions.combinators;

import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.RootSearch;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The search for quantiles of a mixture between the least and the greatest quantile of its components: for all of a tensor at a time, by
 * Newton's method on log-probabilities where outcomes are continuous, and by bisection of the doubles where they have steps.
 */
final class MixtureQuantile {
    /** Newton's method takes about 10, bisection at most 64 on each side of 0. */
    private static final int STEPS = 200;

    private final MixtureTails tails;
    private final Shape shape;
    private final double[] low;
    private final double[] high;
    private final double[] p;
    private final double[] logP;
    private final double[] q;
    private final double[] logQ;

    private MixtureQuantile(MixtureTails tails, Shape shape, Tensor ofEach, Target target) {
        this.tails = tails;
        this.shape = shape;
        Tensor isNever = tails.weights().logs().equalTo(Double.NEGATIVE_INFINITY);
        Tensor infinity = ofEach.backend().scalar(Double.POSITIVE_INFINITY, ofEach.dtype());
        this.low = elements(Tensor.where(isNever, infinity, ofEach).min(-1));
        this.high = elements(Tensor.where(isNever, infinity.neg(), ofEach).max(-1));
        this.p = elements(target.below());
        this.logP = elements(target.logBelow());
        this.q = elements(target.above());
        this.logQ = elements(target.logAbove());
    }

    /**
     * The quantiles, as constants.
     *
     * @param tails the mixture's tails
     * @param ofEach the components' quantiles, on a last axis
     * @param target the probabilities
     */
    static Tensor of(MixtureTails tails, Tensor ofEach, Target target) {
        return Scope.tidy(() -> {
            Shape all = ofEach.shape();
            Shape shape =
                    BatchShape.common("Mixture", "p", all.axes(0, all.rank() - 1), "the batch", tails.batchShape());
            MixtureQuantile search = new MixtureQuantile(tails, shape, ofEach.stopGradient(), target);
            double[] x = tails.isDiscrete() ? search.steps() : search.roots();
            return ofEach.backend().of(HostArray.wrap(x, shape)).cast(ofEach.dtype());
        });
    }

    private double[] elements(Tensor x) {
        return x.stopGradient().broadcastTo(shape).cast(DType.FLOAT64).toDoubles();
    }

    private Tensor tensor(double[] x) {
        Tensor weights = tails.weights().logs();
        return weights.backend().of(HostArray.wrap(x.clone(), shape)).cast(weights.dtype());
    }

    /** Whether the probability of element i is that of an end, or not known. */
    private boolean isDecided(int i) {
        return !(low[i] < high[i])
                || logP[i] == Double.NEGATIVE_INFINITY
                || logQ[i] == Double.NEGATIVE_INFINITY
                || Double.isNaN(logP[i]);
    }

    private double decided(int i) {
        return logQ[i] == Double.NEGATIVE_INFINITY ? high[i] : low[i];
    }

    private boolean isBelow(int i) {
        return logP[i] <= logQ[i];
    }

    private double[] roots() {
        RootSearch[] searches = new RootSearch[low.length];
        double[] x = new double[low.length];
        boolean isDone = true;
        for (int i = 0; i < x.length; i++) {
            searches[i] = new RootSearch(low[i], high[i], low[i] + (high[i] - low[i]) / 2);
            x[i] = isDecided(i) ? decided(i) : searches[i].x();
            isDone &= isDecided(i) || searches[i].isDone();
        }
        for (int step = 0; step < STEPS && !isDone; step++) {
            isDone = true;
            double[][] values = valuesAt(x);
            for (int i = 0; i < x.length; i++) {
                if (!isDecided(i) && !searches[i].isDone()) {
                    int side = isBelow(i) ? 0 : 1;
                    double excess = isBelow(i)
                            ? excess(values[0][i], p[i], values[2][i], logP[i])
                            : -excess(values[1][i], q[i], values[3][i], logQ[i]);
                    // Where nothing lies, the first number that is right is left of this one.
                    boolean isGap = excess == 0 && values[4][i] == Double.NEGATIVE_INFINITY;
                    searches[i].next(isGap ? Double.MIN_VALUE : excess, Math.exp(values[4][i] - values[2 + side][i]));
                    x[i] = searches[i].x();
                    isDone &= searches[i].isDone();
                }
            }
        }
        return x;
    }

    /** Probabilities below and above, their logarithms, and the log-density. */
    private double[][] valuesAt(double[] x) {
        double[][] values = new double[5][];
        Scope.run(() -> {
            Tensor at = tensor(x);
            values[0] = elements(tails.lower(at));
            values[1] = elements(tails.upper(at));
            values[2] = elements(tails.logLower(at));
            values[3] = elements(tails.logUpper(at));
            values[4] = elements(tails.logDensity(at));
        });
        return values;
    }

    /** log(probability/p): from the probabilities near the root, where their logarithms have lost digits. */
    private static double excess(double probability, double p, double log, double logP) {
        double distance = (probability - p) / p;
        return Math.abs(distance) < 0.5 ? Math.log1p(distance) : log - logP;
    }

    private double[] steps() {
        double[] left = new double[low.length];
        double[] right = new double[low.length];
        double[] x = new double[low.length];
        for (int i = 0; i < x.length; i++) {
            right[i] = isDecided(i) ? decided(i) : high[i];
            left[i] = isDecided(i) ? right[i] : Math.nextDown(low[i]);
        }
        for (int step = 0; step < STEPS; step++) {
            boolean isDone = true;
            for (int i = 0; i < x.length; i++) {
                x[i] = RootSearch.between(left[i], right[i]);
                isDone &= x[i] == left[i] || x[i] == right[i] || Double.isNaN(x[i]);
            }
            if (isDone) {
                break;
            }
            double[][] values = valuesAt(x);
            for (int i = 0; i < x.length; i++) {
                boolean isInside = x[i] > left[i] && x[i] < right[i];
                if (isInside && isEnough(i, values)) {
                    right[i] = x[i];
                } else if (isInside) {
                    left[i] = x[i];
                }
            }
        }
        return right;
    }

    private boolean isEnough(int i, double[][] values) {
        if (isBelow(i)) {
            return Double.isNaN(p[i]) ? values[2][i] >= logP[i] : values[0][i] >= p[i];
        }
        return Double.isNaN(q[i]) ? values[3][i] <= logQ[i] : values[1][i] <= q[i];
    }
}
