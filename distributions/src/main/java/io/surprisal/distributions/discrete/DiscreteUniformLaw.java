package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;

/** P(X ≤ k) = (k − low + 1)/(high − low + 1). */
final class DiscreteUniformLaw extends CountLaw {
    static final DiscreteUniformLaw INSTANCE = new DiscreteUniformLaw();

    private DiscreteUniformLaw() {
        super("DiscreteUniform", 2);
    }

    @Override
    protected double lower(double k, double[] shape) {
        return (k - shape[0] + 1) / (shape[1] - shape[0] + 1);
    }

    @Override
    protected double upper(double k, double[] shape) {
        return (shape[1] - k) / (shape[1] - shape[0] + 1);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        throw WholeParameter.noSlope("DiscreteUniform", "low and high");
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        throw WholeParameter.noSlope("DiscreteUniform", "low and high");
    }

    @Override
    protected double low(double[] shape) {
        return shape[0];
    }

    @Override
    protected double high(double[] shape) {
        return shape[1];
    }

    @Override
    protected double middle(double[] shape) {
        return shape[0] + Math.floor(0.5 * (shape[1] - shape[0]));
    }
}
