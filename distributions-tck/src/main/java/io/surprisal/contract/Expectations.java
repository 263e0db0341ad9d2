package io.surprisal.contract;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Entropy, moments and mode. */
final class Expectations {
    /** Of standardised moments and entropies by quadrature. */
    private static final double TOLERANCE = 2e-5;
    /** A normal variable is farther out once in 5 million times. */
    private static final double DEVIATIONS = 5.2;

    private Expectations() {}

    static void verifyEntropy(Subject subject) {
        HasEntropy own = subject.distribution().capability(HasEntropy.class).orElse(null);
        if (own == null) {
            return;
        }
        double entropy = own.entropy().item();
        if (subject.isOfNumbers()) {
            double expected = Quadrature.of(subject).expectation((x, log) -> -log);
            Check.ENTROPY.requireClose(
                    subject, "entropy()", entropy, expected, TOLERANCE * Math.max(1, Math.abs(entropy)));
            return;
        }
        Tensor draws = subject.distribution().sample(subject.key(), Shape.of(subject.draws()));
        Tensor surprisal = subject.distribution().logProb(draws).neg();
        double error = DEVIATIONS * surprisal.standardDeviation().item() / Math.sqrt(subject.draws());
        Check.ENTROPY.requireClose(
                subject, "entropy()", entropy, surprisal.mean().item(), error + 1e-12);
    }

    static void verifyMoments(Subject subject) {
        HasMoments own = subject.distribution().capability(HasMoments.class).orElse(null);
        if (own == null) {
            return;
        }
        if (!subject.isOfNumbers()) {
            verifyByDraws(subject, own);
            return;
        }
        Quadrature quadrature = Quadrature.of(subject);
        double mean = own.mean().item();
        double variance = own.variance().item();
        requireNumber(subject, quadrature, "mean()", mean, 1);
        requireNumber(subject, quadrature, "variance()", variance, 2);
        if (!Double.isFinite(mean) || !Double.isFinite(variance)) {
            return;
        }
        double sd = Math.sqrt(variance);
        verifyMoment(subject, quadrature, "mean()", mean, x -> x, TOLERANCE * Math.max(sd, 1e-6 * Math.abs(mean)));
        verifyMoment(subject, quadrature, "variance()", variance, x -> (x - mean) * (x - mean), TOLERANCE * variance);
        Check.MOMENTS.requireClose(
                subject, "standardDeviation()", own.standardDeviation().item(), sd, 1e-12 * sd);
        HasHigherMoments higher =
                subject.distribution().capability(HasHigherMoments.class).orElse(null);
        if (higher != null) {
            verifyStandardised(
                    subject, quadrature, "skewness()", higher.skewness().item(), mean, sd, 3);
            verifyStandardised(
                    subject, quadrature, "kurtosis()", higher.kurtosis().item() + 3, mean, sd, 4);
        }
    }

    private static void verifyStandardised(
            Subject subject, Quadrature quadrature, String name, double own, double mean, double sd, int power) {
        requireNumber(subject, quadrature, name, own, power);
        if (Double.isFinite(own)) {
            double tolerance = 1e-4 * Math.max(1, Math.abs(own));
            verifyMoment(subject, quadrature, name, own, x -> Math.pow((x - mean) / sd, power), tolerance);
        }
    }

    private static void verifyMoment(
            Subject subject,
            Quadrature quadrature,
            String name,
            double own,
            DoubleUnaryOperator function,
            double tolerance) {
        double shift = name.equals("kurtosis()") ? 3 : 0;
        double expected = quadrature.expectation((x, log) -> function.applyAsDouble(x));
        double doubt = quadrature.doubt((x, log) -> function.applyAsDouble(x));
        Check.MOMENTS.requireClose(subject, name, own - shift, expected - shift, tolerance + doubt);
    }

    /** Where ∫ |x|ᵏ p(x) dx is finite beyond doubt, so is the moment. */
    private static void requireNumber(Subject subject, Quadrature quadrature, String name, double own, int power) {
        if (!Double.isFinite(own)) {
            double absolute = quadrature.expectation((x, log) -> Math.pow(Math.abs(x), power));
            double doubt = quadrature.doubt((x, log) -> Math.pow(Math.abs(x), power));
            Check.MOMENTS.require(
                    !(doubt < 1e-9 * absolute), subject, "%s is %s, but E|x|^%s is %s.", name, own, power, absolute);
        }
    }

    private static void verifyByDraws(Subject subject, HasMoments own) {
        Tensor draws = subject.distribution().sample(subject.key(), Shape.of(subject.draws()));
        double[] mean = own.mean().toDoubles();
        double[] variance = own.variance().toDoubles();
        double[] sampled = draws.mean(0).toDoubles();
        Tensor squares = draws.minus(own.mean()).square();
        double[] squaresMean = squares.mean(0).toDoubles();
        double[] squaresDeviation = squares.standardDeviation(0).toDoubles();
        double root = Math.sqrt(subject.draws());
        for (int i = 0; i < mean.length; i++) {
            if (Double.isFinite(mean[i]) && Double.isFinite(variance[i])) {
                double error = DEVIATIONS * Math.sqrt(variance[i]) / root + 1e-12;
                Check.MOMENTS.requireClose(subject, "element " + i + " of mean()", mean[i], sampled[i], error);
                Check.MOMENTS.requireClose(
                        subject,
                        "element " + i + " of variance()",
                        variance[i],
                        squaresMean[i],
                        DEVIATIONS * squaresDeviation[i] / root + 1e-12);
            }
        }
    }

    static void verifyMode(Subject subject) {
        HasMode own = subject.distribution().capability(HasMode.class).orElse(null);
        if (own == null) {
            return;
        }
        double peak = subject.distribution().logProb(own.mode()).item();
        Tensor draws = subject.distribution().sample(subject.key(), Shape.of(subject.draws()));
        double highest = subject.distribution().logProb(draws).max().item();
        // The mode of a density that is infinite at an end may be any number next to it.
        Check.MODE.require(
                peak >= highest - 1e-9 * Math.max(1, Math.abs(highest)),
                subject,
                "at the mode the log-probability is %s, but a draw has %s.",
                peak,
                highest);
    }
}
