package io.surprisal.backend.cpu;

/** The elementary functions of float blocks that need workspace, once for each backend. */
final class FloatElementary {
    private final FloatExponential exponential;
    private final FloatLogarithm logarithm;
    private final FloatLogistic logistic;

    FloatElementary() {
        FloatBits bits = new FloatBits();
        exponential = new FloatExponential(bits);
        logarithm = new FloatLogarithm(bits);
        logistic = new FloatLogistic(exponential);
    }

    FloatExponential exponential() {
        return exponential;
    }

    FloatLogarithm logarithm() {
        return logarithm;
    }

    FloatLogistic logistic() {
        return logistic;
    }
}
