package io.surprisal.distributions.combinators;

import io.surprisal.distributions.family.RootSearch;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The search for quantiles of a truncated continuous number, from numbers close by: Newton's method on the logarithm of the smaller side's
 * probability, for all of a tensor at a time.
 */
final class TruncatedQuantile {
    /** Newton's method takes a few, bisection at most 64 on each side of 0. */
    private static final int STEPS = 200;

    /** From so near one more of Newton's steps is exact to rounding. */
    private static final double NEAR = 1e-8;

    /** Numbers that are relatively so close to an end have lost their distance from it. */
    private static final double CLOSE = 1e-6;

    private final TruncatedTails tails;
    private final Shape shape;
    private final double[] x;
    private final double[] low;
    private final double[] high;
    private final double[] logP;
    private final double[] logQ;
    private final double[] logMass;
    private final boolean[] isDone;

    private TruncatedQuantile(TruncatedTails tails, Tensor start, Tensor logP, Tensor logQ) {
        this.tails = tails;
        this.shape = start.shape();
        this.x = start.toDoubles();
        this.low = elements(tails.low());
        this.high = elements(tails.high());
        this.logP = elements(logP);
        this.logQ = elements(logQ);
        this.logMass = elements(tails.logMass());
        this.isDone = new boolean[x.length];
    }

    /**
     * The quantiles.
     *
     * @param tails the truncated number's, constants
     * @param start numbers close by, of the shape of the result
     * @param logP log p, finite
     * @param logQ log(1 − p), finite
     */
    static Tensor of(TruncatedTails tails, Tensor start, Tensor logP, Tensor logQ) {
        return Scope.tidy(() -> new TruncatedQuantile(tails, start, logP, logQ).found());
    }

    private double[] elements(Tensor values) {
        return values.broadcastTo(shape).toDoubles();
    }

    private Tensor found() {
        guess();
        RootSearch[] searches = new RootSearch[x.length];
        boolean isOpen = false;
        for (int i = 0; i < x.length; i++) {
            searches[i] = new RootSearch(low[i], high[i], x[i]);
            isDone[i] = searches[i].isDone() || Double.isNaN(x[i]);
            x[i] = isDone[i] ? x[i] : searches[i].x();
            isOpen |= !isDone[i];
        }
        for (int step = 0; step < STEPS && isOpen; step++) {
            isOpen = false;
            double[][] at = at(x);
            for (int i = 0; i < x.length; i++) {
                if (!isDone[i]) {
                    next(i, searches[i], at);
                    isOpen |= !isDone[i];
                }
            }
        }
        return tensor(x);
    }

    private void next(int i, RootSearch search, double[][] at) {
        boolean isBelow = logP[i] <= logQ[i];
        double log = at[isBelow ? 0 : 1][i];
        double value = isBelow ? log - (logP[i] + logMass[i]) : logQ[i] + logMass[i] - log;
        double slope = Math.exp(at[2][i] - log);
        double step = value / slope;
        double newton = x[i] - step;
        if (Math.abs(value) <= NEAR && newton >= low[i] && newton <= high[i]) {
            x[i] = newton;
            isDone[i] = true;
        } else {
            search.next(value, slope);
            x[i] = search.x();
            isDone[i] = search.isDone();
        }
    }

    /** Numbers close to an end, by the density there. */
    private void guess() {
        double[] atLow = elements(tails.base().logProb(tails.low()));
        double[] atHigh = elements(tails.base().logProb(tails.high()));
        for (int i = 0; i < x.length; i++) {
            double toLow = Math.exp(logP[i] + logMass[i] - atLow[i]);
            double toHigh = Math.exp(logQ[i] + logMass[i] - atHigh[i]);
            if (isClose(x[i], low[i]) && isInside(i, low[i] + toLow)) {
                x[i] = low[i] + toLow;
            } else if (isClose(x[i], high[i]) && isInside(i, high[i] - toHigh)) {
                x[i] = high[i] - toHigh;
            }
        }
    }

    private static boolean isClose(double x, double end) {
        return Math.abs(x - end) <= CLOSE * Math.abs(x);
    }

    private boolean isInside(int i, double number) {
        return number > low[i] && number < high[i];
    }

    /** Logarithms of the probabilities below and above, and of the density. */
    private double[][] at(double[] numbers) {
        double[][] values = new double[3][];
        Scope.run(() -> {
            Tensor at = tensor(numbers);
            values[0] = elements(tails.logBelow(at));
            values[1] = elements(tails.logAbove(at));
            values[2] = elements(tails.base().logProb(at));
        });
        return values;
    }

    private Tensor tensor(double[] numbers) {
        Tensor end = tails.low();
        return end.backend().of(HostArray.wrap(numbers.clone(), shape)).cast(end.dtype());
    }
}
