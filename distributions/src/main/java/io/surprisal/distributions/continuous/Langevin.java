package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/** Langevin's function L(h) = coth h − 1/h and its relatives, of which the terms cancel at 0, where their series are summed. */
final class Langevin {
    private static final double SMALL = 1;

    /** hL(h) = h coth h − 1. */
    static final ElementFunction TIMES_ARGUMENT = ElementFunction.of("h coth h − 1", Langevin::timesArgument)
            .withSlopes((h, y) -> derivative(h.get(0)).times(h.get(0)).plus(value(h.get(0))));

    private static final ElementFunction VALUE =
            ElementFunction.of("Langevin", Langevin::at).withSlopes((h, y) -> derivative(h.get(0)));
    private static final ElementFunction SECOND_DERIVATIVE =
            ElementFunction.of("Langevin″", h -> NumericSlope.of(Langevin::derivative, h));
    private static final ElementFunction DERIVATIVE = ElementFunction.of("Langevin′", (double h) -> derivative(h))
            .withSlopes((h, y) -> SECOND_DERIVATIVE.of(h.get(0)));

    private Langevin() {}

    /** L(h). */
    static Tensor value(Tensor h) {
        return VALUE.of(h);
    }

    /** L′(h) = 1/h² − 1/sinh²h. */
    static Tensor derivative(Tensor h) {
        return DERIVATIVE.of(h);
    }

    /** L(h). */
    static double at(double h) {
        return h == 0 ? 0 : timesArgument(h) / h;
    }

    private static double timesArgument(double h) {
        if (Math.abs(h) > SMALL) {
            return h / Math.tanh(h) - 1;
        }
        // h cosh h − sinh h = Σ 2k h²ᵏ⁺¹/(2k + 1)!.
        double sum = 0;
        double term = 1;
        for (int k = 1; k < 12; k++) {
            term *= h * h / ((2 * k) * (2 * k + 1));
            sum += 2 * k * term;
        }
        return h == 0 ? 0 : sum * h / Math.sinh(h);
    }

    private static double derivative(double h) {
        if (Math.abs(h) > SMALL) {
            double sinh = Math.sinh(h);
            return 1 / (h * h) - 1 / sinh / sinh;
        }
        // (sinh h)/h = 1 + e, and then (e² + 2e)/sinh²h.
        double excess = 0;
        double term = 1;
        for (int k = 1; k < 12; k++) {
            term *= h * h / ((2 * k) * (2 * k + 1));
            excess += term;
        }
        double ratio = 1 + excess;
        return h == 0 ? 1.0 / 3 : excess / (h * h) * (excess + 2) / (ratio * ratio);
    }
}
