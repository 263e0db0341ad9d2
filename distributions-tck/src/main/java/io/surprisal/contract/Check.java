package io.surprisal.contract;

import java.util.function.Consumer;

/** What is checked; a check that does not apply to a distribution passes. */
public enum Check {
    /** The density integrates to 1, or probabilities add up to it, by quadrature from outside; of vectors, where all can be listed. */
    NORMALISATION(Normalisation::verify),
    /** The cdf rises by the integral of the density, or by the probabilities, between any two numbers. */
    CUMULATIVE_PROBABILITIES(Cumulative::verify),
    /** Quantiles and inverse survival functions invert the cumulative probabilities, in logarithms too. */
    QUANTILES(Quantiles::verify),
    /** Both tails add up to 1, rise and fall, and their logarithms are those of them. */
    TAILS(BothTails::verify),
    /** Far out, to probabilities of 10⁻³⁰⁰, the logarithms and their inverses keep their digits. */
    FAR_TAILS(FarTails::verify),
    /** The entropy is E[−log p(X)]: by quadrature of numbers, by Monte Carlo of vectors. */
    ENTROPY(Expectations::verifyEntropy),
    /** Mean, variance, skewness and kurtosis are those of the density; of vectors, of the draws. */
    MOMENTS(Expectations::verifyMoments),
    /** No outcome is more likely than the mode. */
    MODE(Expectations::verifyMode),
    /** Draws follow the cumulative probabilities: Dvoretzky–Kiefer–Wolfowitz, or χ² of counts. */
    SAMPLER(Sampler::verify),
    /** Draws of vectors follow their density, which stays normalised: derivatives of the log-density in the parameters have mean 0. */
    SCORE(Score::verify),
    /** A key gives the same draws each time, another key others, and differentiable draws are the same numbers. */
    KEYS(Keys::verify),
    /** Derivatives of the functions in outcomes and parameters are difference quotients. */
    GRADIENTS(Slopes::verify),
    /** Differentiable draws move with the parameters as quantiles of fixed probabilities do. */
    PATHWISE_GRADIENTS(Pathwise::verify),
    /** Sample, batch and event shapes, broadcasting, empty tensors, dtypes. */
    SHAPES(Shapes::verify),
    /** Draws are in the support; outside it there is no probability, and at its ends quantiles are those of 0 and 1. */
    SUPPORT(Support::verify),
    /** NaN gives NaN, and so does what is no probability. */
    NOT_A_NUMBER(NotANumber::verify);

    @SuppressWarnings("ImmutableEnumChecker") // A rule has no state.
    private final Consumer<Subject> rule;

    Check(Consumer<Subject> rule) {
        this.rule = rule;
    }

    /**
     * Checks a distribution.
     *
     * @param subject the distribution
     * @throws AssertionError naming this check, the point and both values, if it fails
     */
    public void verify(Subject subject) {
        rule.accept(subject);
    }

    /** The failure of this check, in one sentence. */
    AssertionError failure(Subject subject, String sentence) {
        return new AssertionError(this + " of " + subject.name() + ": " + sentence);
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of every user of the kit.
    void require(boolean holds, Subject subject, String sentence, Object... values) {
        if (!holds) {
            throw failure(subject, sentence.formatted(values));
        }
    }

    /** Requires two numbers to be within a tolerance, or the same infinity. */
    void requireClose(Subject subject, String what, double actual, double expected, double tolerance) {
        boolean isClose = Math.abs(actual - expected) <= tolerance || Double.compare(actual, expected) == 0;
        require(isClose, subject, "%s is %s, but should be %s, up to %s.", what, actual, expected, tolerance);
    }
}
