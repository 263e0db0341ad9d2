package io.surprisal.contract;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Identity;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * Expectations under a density of numbers: the trapezoidal rule after a double-exponential change of variables around the draws, which reaches
 * far into heavy tails and up to singular ends; or sums over whole numbers.
 */
final class Quadrature {
    private static final double REACH = 4.2;
    private static final int NODES = 20_001;
    /** As many whole numbers are added up at most. */
    private static final int COUNTS = 400_000;
    /** Of a tail like x⁻³ and lighter ones, what is beyond is less than so many times the last quarter. */
    private static final double DOUBT = 4;

    private final double[] x;
    private final double[] logDensity;
    private final double[] weight;

    private Quadrature(double[] x, double[] logDensity, double[] weight) {
        this.x = x;
        this.logDensity = logDensity;
        this.weight = weight;
    }

    static Quadrature of(Subject subject) {
        return subject.isOfCounts() ? ofCounts(subject) : ofNumbers(subject);
    }

    private static Quadrature ofNumbers(Subject subject) {
        Bijector map = subject.distribution().support().fromReals().orElse(new Identity());
        double[] draws = subject.sorted();
        double[] u = map.inverse(subject.vector(
                        Arrays.stream(draws).filter(Double::isFinite).toArray()))
                .toDoubles();
        Arrays.sort(u);
        double centre = u[u.length / 2];
        double spread = Math.max(u[(int) (0.9 * u.length)] - u[(int) (0.1 * u.length)], 1e-300);
        double step = 2 * REACH / (NODES - 1);
        double[] at = new double[NODES];
        double[] weight = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            double t = -REACH + i * step;
            double inner = Math.PI / 2 * Math.sinh(t);
            at[i] = centre + spread * Math.sinh(inner);
            weight[i] = step * spread * Math.cosh(inner) * Math.PI / 2 * Math.cosh(t);
        }
        Tensor place = subject.vector(at);
        Tensor outcomes = map.forward(place);
        double[] determinant = map.logDeterminant(place).toDoubles();
        double[] log = subject.distribution().logProb(outcomes).toDoubles();
        for (int i = 0; i < NODES; i++) {
            weight[i] *= Math.exp(determinant[i]);
        }
        return new Quadrature(outcomes.toDoubles(), log, weight);
    }

    private static Quadrature ofCounts(Subject subject) {
        double[] draws = subject.sorted();
        double least = draws[0];
        double most = draws[draws.length - 1];
        double margin = 200 + 3 * (most - least);
        double from = Math.max(least - margin, least - COUNTS / 4.0);
        int count = (int) Math.min(COUNTS, most + margin - from + 1);
        double[] k = new double[count];
        double[] weight = new double[count];
        for (int i = 0; i < count; i++) {
            k[i] = from + i;
            weight[i] = 1;
        }
        return new Quadrature(
                k, subject.distribution().logProb(subject.vector(k)).toDoubles(), weight);
    }

    /** The first and the last outcome that are counted. */
    double[] ends() {
        return new double[] {x[0], x[x.length - 1]};
    }

    /** An outcome in the middle, and the probability of what is at most that. */
    double[] middle() {
        int centre = x.length / 2;
        double sum = 0;
        for (int i = 0; i <= centre; i++) {
            double density = Math.exp(logDensity[i]) * weight[i];
            // The trapezoidal rule counts its last node by half.
            sum += density > 0 && Double.isFinite(density) ? (i == centre ? 0.5 : 1) * density : 0;
        }
        return new double[] {x[centre], sum};
    }

    /** ∫ f(x, log p(x)) p(x) dx. */
    double expectation(ToDoubleBiFunction<Double, Double> function) {
        return expectation(function, 0);
    }

    /** How far an expectation may be from what the outcomes beyond those looked at would make of it: what the outer ones add, several times. */
    double doubt(ToDoubleBiFunction<Double, Double> function) {
        double inner = expectation(function, x.length / 8);
        return DOUBT * Math.abs(expectation(function) - inner);
    }

    private double expectation(ToDoubleBiFunction<Double, Double> function, int margin) {
        double sum = 0;
        double lost = 0;
        for (int i = margin; i < x.length - margin; i++) {
            double density = Math.exp(logDensity[i]) * weight[i];
            if (density > 0 && Double.isFinite(density) && Double.isFinite(x[i])) {
                double term = density * function.applyAsDouble(x[i], logDensity[i]) - lost;
                double next = sum + term;
                lost = (next - sum) - term;
                sum = next;
            }
        }
        return sum;
    }

    /** The largest distance between the cumulative probabilities of the density and those of sorted draws. */
    double distance(double[] draws) {
        boolean isDense = weight[0] != 1;
        double largest = 0;
        double before = 0;
        int counted = 0;
        for (int i = 0; i < x.length; i++) {
            double mass = Math.exp(logDensity[i]) * weight[i];
            mass = mass > 0 && Double.isFinite(mass) ? mass : 0;
            while (counted < draws.length && draws[counted] <= x[i]) {
                counted++;
            }
            // The trapezoidal rule counts its last node by half.
            double cumulative = before + (isDense ? 0.5 : 1) * mass;
            largest = Math.max(largest, Math.abs(counted / (double) draws.length - cumulative));
            before += mass;
        }
        return largest;
    }
}
