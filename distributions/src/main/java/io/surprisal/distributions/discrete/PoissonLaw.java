package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.tensor.ElementFunction;

/** P(X ≤ k) = Q(k + 1, λ), the upper tail of the gamma distribution. */
final class PoissonLaw extends CountLaw {
    static final PoissonLaw INSTANCE = new PoissonLaw();

    /** Of (k, λ). */
    static final ElementFunction LOG_MASS = ElementFunction.of("Poisson log-probability", PoissonLaw::logMass)
            .withSlopes(
                    (x, y) -> x.get(1).log().minus(x.get(0).plus(1).digamma()),
                    (x, y) -> x.get(0).div(x.get(1)).minus(1));

    /** Of λ. */
    static final ElementFunction ENTROPY = NumericSlope.function("Poisson entropy", PoissonLaw::entropy);

    private static final double LARGE = 1e4;

    /** log 2πe. */
    private static final double LOG_TWO_PI_E = 2.83787706640934548356;

    private PoissonLaw() {
        super("Poisson", 1);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return IncompleteGamma.upper(k + 1, shape[0]);
    }

    @Override
    protected double upper(double k, double[] shape) {
        return IncompleteGamma.lower(k + 1, shape[0]);
    }

    @Override
    protected double logLower(double k, double[] shape) {
        return IncompleteGamma.logUpper(k + 1, shape[0]);
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        return IncompleteGamma.logLower(k + 1, shape[0]);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return -Math.exp(logMass(k, shape[0]) - logLower(k, shape));
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return Math.exp(logMass(k, shape[0]) - logUpper(k, shape));
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(shape[0]);
    }

    /** λᵏe^(−λ)/k! = D(k, λ)/k, and e^(−λ) at 0. */
    static double logMass(double k, double rate) {
        if (k == 0) {
            return -rate;
        }
        if (k < 10) {
            return k * Math.log(rate) - rate - GammaFunction.logGamma1p(k);
        }
        return IncompleteGamma.logDensity(k, rate) - Math.log(k);
    }

    /** With the digits that an exponential of its logarithm would lose. */
    static double mass(double k, double rate) {
        return k == 0 ? Math.exp(-rate) : IncompleteGamma.density(k, rate) / k;
    }

    /** The sum, or for large λ ½ log 2πeλ − 1/(12λ) − 1/(24λ²) − 19/(360λ³), whose next term is below 1e-16. */
    private static double entropy(double rate) {
        if (rate > LARGE) {
            double inverse = 1 / rate;
            double series = inverse * (1.0 / 12 + inverse * (1.0 / 24 + inverse * (19.0 / 360)));
            return 0.5 * (LOG_TWO_PI_E + Math.log(rate)) - series;
        }
        double reach = 40 + 12 * Math.sqrt(rate);
        return Entropies.ofMasses(
                Math.max(0, Math.floor(rate - reach)), rate, Math.ceil(rate + reach), k -> logMass(k, rate));
    }
}
