package io.surprisal.distributions.family;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/**
 * Entropy and moments of a {@link ContinuousLaw} that have no closed form, by quadrature between its quantiles at e⁻⁴⁸ from both ends, to
 * about sixteen digits where tails are light. Derivatives in the shapes are numerical (ten digits).
 */
public final class LawStatistics {
    /** Logarithms of probabilities on each side, at whose quantiles pieces end; the first is left out. */
    private static final double[] LEVELS = {-48, -12, -3};

    private final ContinuousLaw law;
    private final ElementFunction entropy;
    private final CentralMoments moments;

    private LawStatistics(ContinuousLaw law, String name) {
        this.law = law;
        entropy = NumericSlope.function(name + " entropy", law.shapes(), this::entropy);
        moments = CentralMoments.of(name, law.shapes(), law::middle, this::ofDistance);
    }

    /**
     * {@return the statistics of a law whose tails fall at least as exponentials do}
     *
     * @param law the law
     * @param name its name in messages
     */
    public static LawStatistics of(ContinuousLaw law, String name) {
        return new LawStatistics(law, name);
    }

    /**
     * {@return −E[log p(Z)]}
     *
     * @param shape the shapes, FLOAT64, which broadcast
     */
    public Tensor entropy(Tensor... shape) {
        return entropy.of(shape);
    }

    /** {@return the moments of Z as functions of the shapes} */
    public CentralMoments moments() {
        return moments;
    }

    private double entropy(double[] shape) {
        return expectation(z -> -law.logDensity(z, shape), shape);
    }

    private double ofDistance(DoubleUnaryOperator of, double[] shape) {
        double middle = law.middle(shape);
        return expectation(z -> of.applyAsDouble(z - middle), shape);
    }

    private double expectation(DoubleUnaryOperator of, double[] shape) {
        return AdaptiveIntegral.over(z -> of.applyAsDouble(z) * Math.exp(law.logDensity(z, shape)), ends(shape));
    }

    /** Quantiles, so that no step of the density is too narrow for all nodes to see. */
    private double[] ends(double[] shape) {
        double[] ends = new double[2 * LEVELS.length + 1];
        for (int i = 0; i < LEVELS.length; i++) {
            ends[i] = law.ofLogLower(LEVELS[i], shape);
            ends[ends.length - 1 - i] = law.ofLogUpper(LEVELS[i], shape);
        }
        double middle = law.middle(shape);
        ends[LEVELS.length] = Math.max(ends[LEVELS.length - 1], Math.min(ends[LEVELS.length + 1], middle));
        return ends;
    }
}
