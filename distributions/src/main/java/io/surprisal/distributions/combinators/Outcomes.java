package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.continuous.LogitNormal;
import io.surprisal.distributions.discrete.Empirical;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What combinators ask about the outcomes of their parts. */
final class Outcomes {
    private static final ElementFunction BELOW = ElementFunction.of("next below", Math::nextDown);
    private static final ElementFunction BELOW_SINGLE = ElementFunction.of("next below", x -> Math.nextDown((float) x));

    private static final ElementFunction ABOVE = ElementFunction.of("next above", Math::nextUp);
    private static final ElementFunction ABOVE_SINGLE = ElementFunction.of("next above", x -> Math.nextUp((float) x));

    private Outcomes() {}

    /** Whether outcomes have probabilities, and not densities. */
    static boolean areDiscrete(Distribution distribution) {
        if (distribution instanceof UnivariateCombinator combinator) {
            return combinator.isDiscrete();
        }
        if (distribution instanceof Independent independent) {
            return areDiscrete(independent.base());
        }
        if (distribution instanceof TransformedEvents transformed) {
            return areDiscrete(transformed.base());
        }
        if (distribution instanceof MixtureOfEvents mixture) {
            // Its support may have no bijection because it is a union.
            return mixture.components().stream().anyMatch(Outcomes::areDiscrete);
        }
        boolean[] hasNoBijection = new boolean[1];
        Scope.run(() -> hasNoBijection[0] = distribution.support().fromReals().isEmpty());
        // The support of Delta is an interval of one number.
        return distribution instanceof DiscreteFamily || hasNoBijection[0];
    }

    /** The map from real numbers onto the outcomes, of a mixture onto those of its first component; nothing where they are discrete. */
    static Optional<Bijector> fromReals(Distribution distribution) {
        return distribution instanceof MixtureOfEvents mixture
                ? fromReals(mixture.components().get(0))
                : distribution.support().fromReals();
    }

    /** Whether the density may have a lower mode besides the one that is known. */
    static boolean mayHaveTwoModes(Univariate distribution) {
        if (distribution instanceof TransformedNumbers transformed) {
            return mayHaveTwoModes(transformed.base());
        }
        return distribution instanceof Truncated truncated
                ? mayHaveTwoModes(truncated.base())
                : distribution instanceof LogitNormal || distribution instanceof Empirical;
    }

    /** Whether outcomes are whole numbers. */
    static boolean areWhole(Distribution distribution) {
        boolean[] isWhole = new boolean[1];
        Scope.run(() -> isWhole[0] = distribution.support().isWhole());
        return isWhole[0];
    }

    static boolean canBeRebuilt(Distribution distribution) {
        if (distribution instanceof Independent independent) {
            return canBeRebuilt(independent.base());
        }
        return distribution instanceof UnivariateCombinator combinator
                ? combinator.canBeRebuilt()
                : distribution instanceof Rebuildable;
    }

    /** A part with its tensors changed; a part that cannot be rebuilt as it is. */
    @SuppressWarnings("unchecked") // What is rebuilt is of the class that it was.
    static <D extends Distribution> D rebuilt(D part, UnaryOperator<Tensor> change) {
        return part instanceof Rebuildable rebuildable ? (D) rebuildable.mapTensors(change) : part;
    }

    /** The next number below, as a constant: P(X &lt; x) is P(X ≤ below(x)). */
    static Tensor below(Tensor x) {
        return (x.dtype() == DType.FLOAT32 ? BELOW_SINGLE : BELOW).of(x.stopGradient());
    }

    /** The next number above, as a constant. */
    static Tensor above(Tensor x) {
        return (x.dtype() == DType.FLOAT32 ? ABOVE_SINGLE : ABOVE).of(x.stopGradient());
    }
}
