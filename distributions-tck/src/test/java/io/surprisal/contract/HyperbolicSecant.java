package io.surprisal.contract;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LocationScaleFamily;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** Distributions with density sech(πz/2)/(2s), z = (x − m)/s, on the real line. */
final class HyperbolicSecant extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    static final Family<HyperbolicSecant> FAMILY = Family.of(
            "HyperbolicSecant", HyperbolicSecant::new, Parameter.real("location"), Parameter.positive("scale"));

    private static final double LOG_FOUR = 1.3862943611198906;

    private HyperbolicSecant(List<Tensor> parameters) {
        super(FAMILY, parameters, 0);
    }

    static HyperbolicSecant of(Tensor location, Tensor scale) {
        return FAMILY.of(location, scale);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    /** ½ sech(y) = 1/(eʸ + e⁻ʸ), whose logarithm is −½(softplus(2y) + softplus(−2y)). */
    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor twice = standardise(x).times(Math.PI);
        return twice.softplus().plus(twice.neg().softplus()).times(-0.5).minus(scale().log());
    }

    @Override
    protected Tails tails() {
        return new SecantTails();
    }

    /** P(Z ≤ z) = 2/π arctan exp(πz/2). */
    private record SecantTails() implements SymmetricTails {
        @Override
        public Tensor lower(Tensor z) {
            return z.times(Math.PI / 2).exp().atan().times(2 / Math.PI);
        }

        @Override
        public Tensor logLower(Tensor z) {
            return LogOfProbability.of(lower(z), upper(z));
        }

        /** 2/π log tan(πp/2), of the smaller of p and 1 − p. */
        @Override
        public Tensor ofLower(Tensor p) {
            Tensor isSmall = p.lessEqual(0.5);
            Tensor smaller = Tensor.where(isSmall, p, p.neg().plus(1));
            Tensor z = HostMath.log(HostMath.tan(smaller.times(Math.PI / 2))).times(2 / Math.PI);
            return Tensor.where(isSmall, z, z.neg());
        }

        @Override
        public Tensor ofLogLower(Tensor logP) {
            return LogOfProbability.inverse(logP, this::ofLower, q -> ofLower(q).neg());
        }
    }

    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale().log().plus(LOG_FOUR));
    }

    @Override
    public Tensor mean() {
        return statistic(this, d -> d.location());
    }

    @Override
    public Tensor variance() {
        return statistic(this, d -> d.scale().square());
    }

    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0));
    }

    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.constant(2));
    }

    @Override
    public Tensor mode() {
        return mean();
    }
}
