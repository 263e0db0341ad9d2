package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.special.LogSpace;

/** P(X &gt; k) = qᵏ⁺¹ with q = 1 − p. */
final class GeometricLaw extends CountLaw {
    static final GeometricLaw INSTANCE = new GeometricLaw();

    private GeometricLaw() {
        super("Geometric", 1);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return -Math.expm1(logUpper(k, shape));
    }

    @Override
    protected double upper(double k, double[] shape) {
        return Math.exp(logUpper(k, shape));
    }

    @Override
    protected double logLower(double k, double[] shape) {
        return LogSpace.log1mexp(logUpper(k, shape));
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        return (k + 1) * Math.log1p(-shape[0]);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return (k + 1) * Math.exp(k * Math.log1p(-shape[0]) - logLower(k, shape));
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return -(k + 1) / (1 - shape[0]);
    }

    @Override
    protected double low(double[] shape) {
        return 0;
    }

    @Override
    protected double middle(double[] shape) {
        return Math.floor(1 / shape[0]);
    }
}
