package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/** P(X ≤ k) = I_q(n − k, k + 1) with q = 1 − p: both tails of the beta distribution, with no rounding of q. */
final class BinomialLaw extends CountLaw {
    static final BinomialLaw INSTANCE = new BinomialLaw();

    /** Of (k, n, p). */
    static final ElementFunction LOG_MASS = ElementFunction.of("binomial log-probability", BinomialLaw::logMass)
            .withSlopes(
                    (x, y) -> x.get(2).log().minus(x.get(2).neg().log1p()),
                    WholeParameter.none("Binomial", "trials"),
                    (x, y) -> slope(x.get(0), x.get(1), x.get(2)));

    /** Of (n, p). */
    static final ElementFunction ENTROPY = ElementFunction.of("binomial entropy", BinomialLaw::entropy)
            .withSlopes(
                    WholeParameter.none("Binomial", "trials"),
                    (x, y) -> BinomialLaw.ENTROPY_SLOPE.of(x.get(0), x.get(1)));

    private static final ElementFunction ENTROPY_SLOPE =
            ElementFunction.of("binomial entropy slope", BinomialLaw::entropySlope);

    private static final double LARGE = 1e7;

    /** log 2πe. */
    private static final double LOG_TWO_PI_E = 2.83787706640934548356;

    private BinomialLaw() {
        super("Binomial", 2);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return IncompleteBeta.upper(k + 1, shape[0] - k, shape[1], 1 - shape[1]);
    }

    @Override
    protected double upper(double k, double[] shape) {
        return IncompleteBeta.lower(k + 1, shape[0] - k, shape[1], 1 - shape[1]);
    }

    @Override
    protected double logLower(double k, double[] shape) {
        return IncompleteBeta.logUpper(k + 1, shape[0] - k, shape[1], 1 - shape[1]);
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        return IncompleteBeta.logLower(k + 1, shape[0] - k, shape[1], 1 - shape[1]);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return -logDensity(parameter, k, shape, logLower(k, shape));
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return logDensity(parameter, k, shape, logUpper(k, shape));
    }

    /** The density of the beta distribution at p, over a tail. */
    private static double logDensity(int parameter, double k, double[] shape, double logTail) {
        if (parameter == 0) {
            throw WholeParameter.noSlope("Binomial", "trials");
        }
        double p = shape[1];
        if (p == 0 || p == 1) {
            boolean isLastStep = p == 0 ? k == 0 : k == shape[0] - 1;
            return isLastStep ? shape[0] * Math.exp(-logTail) : 0;
        }
        double log = IncompleteBeta.logDensity(k + 1, shape[0] - k, p, 1 - p);
        return Math.exp(log - Math.log(p) - Math.log1p(-p) - logTail);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double high(double[] shape) {
        return shape[0];
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(shape[0] * shape[1]);
    }

    private static double logMass(double k, double n, double p) {
        return logMass(k, n, p, 1 - p);
    }

    /** D(k, n − k, p) n/(k(n − k)), and the powers at both ends. */
    static double logMass(double k, double n, double p, double q) {
        // 0 more makes −0 of a certain outcome 0.
        if (k == 0) {
            return (p < 0.5 ? LogSpace.xlog1py(n, -p) : LogSpace.xlogy(n, q)) + 0.0;
        }
        if (k == n) {
            return (q < 0.5 ? n * Math.log1p(-q) : n * Math.log(p)) + 0.0;
        }
        return IncompleteBeta.logDensity(k, n - k, p, q) + Math.log(n / k / (n - k));
    }

    /** k/p − (n − k)/(1 − p), of which an absent outcome has no share. */
    private static Tensor slope(Tensor k, Tensor n, Tensor p) {
        Tensor failures = n.minus(k);
        Tensor one = p.backend().scalar(1, p.dtype());
        Tensor zero = p.backend().scalar(0, p.dtype());
        Tensor ofSuccess = k.div(Tensor.where(k.equalTo(0), one, p));
        Tensor ofFailure =
                failures.div(Tensor.where(failures.equalTo(0), zero, p).neg().plus(1));
        return ofSuccess.minus(ofFailure);
    }

    /** The sum, or for a large variance v ½ log 2πev + 1/(3n) − 1/(12v), whose next term is below 1e-16. */
    private static double entropy(double n, double p) {
        double mean = n * p;
        double variance = mean * (1 - p);
        if (variance > LARGE) {
            return 0.5 * (LOG_TWO_PI_E + Math.log(variance)) + 1 / (3 * n) - 1 / (12 * variance);
        }
        double reach = 40 + 12 * Math.sqrt(variance);
        return Entropies.ofMasses(
                Math.max(0, Math.floor(mean - reach)),
                mean,
                Math.min(n, Math.ceil(mean + reach)),
                k -> logMass(k, n, p));
    }

    /** n (log((1 − p)/p) − E[log((n − K)/(K + 1))]) over the outcomes K of n − 1 trials. */
    private static double entropySlope(double n, double p) {
        double variance = n * p * (1 - p);
        if (variance > LARGE) {
            return n * (1 - 2 * p) / variance * (0.5 + 1 / (12 * variance));
        }
        double reach = 40 + 12 * Math.sqrt(variance);
        if (n == 0) {
            return 0;
        }
        double mean = SmoothSum.of(
                Math.max(0, Math.floor(n * p - reach)),
                n * p,
                Math.min(n - 1, Math.ceil(n * p + reach)),
                k -> Math.exp(logMass(k, n - 1, p)) * Math.log((n - k) / (k + 1)));
        return n * (Math.log1p(-p) - Math.log(p) - mean);
    }
}
