package io.surprisal.contract;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.Univariate;

/** Total probability. */
final class Normalisation {
    private static final double TOLERANCE = 1e-5;

    private Normalisation() {}

    static void verify(Subject subject) {
        if (!subject.isOfNumbers()) {
            subject.distribution().capability(EnumerableSupport.class).ifPresent(outcomes -> {
                double total = subject.distribution()
                        .logProb(outcomes.enumerateSupport())
                        .exp()
                        .sum()
                        .item();
                Check.NORMALISATION.requireClose(subject, "the sum of all probabilities", total, 1, TOLERANCE);
            });
            return;
        }
        Quadrature quadrature = Quadrature.of(subject);
        double total = quadrature.expectation((x, log) -> 1.0);
        Univariate univariate = subject.univariate().orElse(null);
        if (subject.isOfCounts() && univariate != null) {
            double[] ends = quadrature.ends();
            total += univariate.cdf(subject.vector(ends[0] - 1)).item()
                    + univariate.survival(subject.vector(ends[1])).item();
        }
        String what = subject.isOfCounts() ? "the sum of all probabilities" : "the integral of the density";
        Check.NORMALISATION.requireClose(subject, what, total, 1, TOLERANCE);
    }
}
