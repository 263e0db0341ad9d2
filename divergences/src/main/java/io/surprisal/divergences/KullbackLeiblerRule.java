package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Tensor;
import java.util.function.BiFunction;

/**
 * The closed form of KL(P ‖ Q) for one pair of families.
 *
 * @param <P> the family of the first argument
 * @param <Q> the family of the second
 */
public final class KullbackLeiblerRule<P extends Distribution, Q extends Distribution> {
    private final Class<P> first;
    private final Class<Q> second;
    private final BiFunction<P, Q, Tensor> formula;

    private KullbackLeiblerRule(Class<P> first, Class<Q> second, BiFunction<P, Q, Tensor> formula) {
        this.first = first;
        this.second = second;
        this.formula = formula;
    }

    /**
     * {@return the rule for a pair of families}
     *
     * @param <P> the family of the first argument
     * @param <Q> the family of the second
     * @param first the class of the first argument
     * @param second the class of the second
     * @param formula KL(P ‖ Q) in nats, of the shape to which the batch shapes broadcast: never negative, 0 for equal arguments, +∞ where
     *     P has mass and Q has none
     */
    public static <P extends Distribution, Q extends Distribution> KullbackLeiblerRule<P, Q> of(
            Class<P> first, Class<Q> second, BiFunction<P, Q, Tensor> formula) {
        return new KullbackLeiblerRule<>(first, second, formula);
    }

    /** {@return the class of the first argument} */
    public Class<P> first() {
        return first;
    }

    /** {@return the class of the second argument} */
    public Class<Q> second() {
        return second;
    }

    Tensor apply(Distribution p, Distribution q) {
        return formula.apply(first.cast(p), second.cast(q));
    }

    /** The pair: {@code KL(Normal ‖ Laplace)}. */
    @Override
    public String toString() {
        return "KL(" + first.getSimpleName() + " ‖ " + second.getSimpleName() + ")";
    }
}
