package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * {@link OneHotCategorical} with the straight-through estimator: a draw x has the derivative of the probabilities, as if it were x + p − p with the
 * last p constant. That is biased, but of low variance.
 *
 * @see <a href="https://arxiv.org/abs/1308.3432">Bengio, Léonard, Courville, Estimating or propagating gradients through stochastic neurons
 *     (2013)</a>
 */
public final class StraightThrough extends OneHotCategorical implements Reparameterized {
    /** The parameter probabilities. */
    public static final Family<StraightThrough> FAMILY = Family.of(
            "StraightThrough",
            p -> new StraightThrough(StraightThrough.FAMILY, p, false),
            new Parameter("probabilities", new Simplex()));

    /** The parameter logits. */
    public static final Family<StraightThrough> BY_LOGITS = Family.of(
            "StraightThrough",
            p -> new StraightThrough(StraightThrough.BY_LOGITS, p, true),
            new Parameter("logits", new Logits()));

    private StraightThrough(Family<?> family, List<Tensor> parameters, boolean byLogits) {
        super(family, parameters, byLogits);
    }

    /**
     * {@return the distributions with these probabilities} Values are checked, but not inside a gradient call.
     *
     * @param probabilities [batch…, k], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or there is no axis of categories
     */
    public static StraightThrough of(Tensor probabilities) {
        return FAMILY.of(probabilities);
    }

    /**
     * {@return the distributions with probabilities softmax(logits)} Values are checked, but not inside a gradient call.
     *
     * @param logits [batch…, k]; −∞ makes a category impossible, but not all of a row
     * @throws IllegalArgumentException if a logit is NaN or +∞, a row is −∞ throughout, or there is no axis of categories
     */
    public static StraightThrough fromLogits(Tensor logits) {
        return BY_LOGITS.of(logits);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> {
            Tensor p = categories().probabilities();
            // p − p is exactly 0, so that the numbers are those of sample.
            return sample(key, sampleShape).plus(p.minus(p.stopGradient()));
        });
    }
}
