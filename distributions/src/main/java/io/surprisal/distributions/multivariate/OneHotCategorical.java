package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.OneHot;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Categorical distributions over the unit vectors of k elements, by their probabilities or by logits l with probabilities softmax(l); one
 * distribution for each row along the parameter's last axis.
 *
 * <p>Outcomes are vectors of zeros with a single one, in the parameter's dtype; others have log-probability −∞. {@link StraightThrough} has
 * draws through which derivatives pass.
 */
public sealed class OneHotCategorical extends VectorFamily implements HasEntropy, HasMoments, HasMode, EnumerableSupport
        permits StraightThrough {
    /** The parameter probabilities. */
    public static final Family<OneHotCategorical> FAMILY = Family.of(
            "OneHotCategorical",
            p -> new OneHotCategorical(OneHotCategorical.FAMILY, p, false),
            new Parameter("probabilities", new Simplex()));

    /** The parameter logits. */
    public static final Family<OneHotCategorical> BY_LOGITS = Family.of(
            "OneHotCategorical",
            p -> new OneHotCategorical(OneHotCategorical.BY_LOGITS, p, true),
            new Parameter("logits", new Logits()));

    private final Categorical categories;

    OneHotCategorical(Family<?> family, List<Tensor> parameters, boolean byLogits) {
        super(family, parameters, lastAxis(parameters.get(0)));
        Tensor parameter = parameters.get(0);
        this.categories =
                byLogits ? Categorical.BY_LOGITS.unchecked(parameter) : Categorical.FAMILY.unchecked(parameter);
    }

    /**
     * {@return the distributions with these probabilities} Values are checked, but not inside a gradient call.
     *
     * @param probabilities [batch…, k], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or there is no axis of categories
     */
    public static OneHotCategorical of(Tensor probabilities) {
        return FAMILY.of(probabilities);
    }

    /**
     * {@return the distributions with probabilities softmax(logits)} Values are checked, but not inside a gradient call.
     *
     * @param logits [batch…, k]; −∞ makes a category impossible, but not all of a row
     * @throws IllegalArgumentException if a logit is NaN or +∞, a row is −∞ throughout, or there is no axis of categories
     */
    public static OneHotCategorical fromLogits(Tensor logits) {
        return BY_LOGITS.of(logits);
    }

    /** {@return the same distributions over the numbers of the categories} */
    public final Categorical categories() {
        return categories;
    }

    @Override
    public final Constraint support() {
        return new OneHot();
    }

    @Override
    final Tensor logDensity(Tensor x) {
        // Of an impossible category only its own outcome has log-probability −∞: 0 · −∞ would be NaN.
        Tensor logs = categories.logProbabilities();
        return Tensor.where(x.equalTo(1), logs, constant(0)).sum(-1);
    }

    @Override
    final Tensor inner() {
        return backend().scalar(0, DType.INT64).oneHot(eventShape().at(0), DType.FLOAT64);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        int[] batch = new int[shape.rank() - batchShape().rank()];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = shape.at(i);
        }
        return categories.sample(key, Shape.of(batch)).oneHot(eventShape().at(0), DType.FLOAT64);
    }

    /** {@return the unit vectors in order} */
    @Override
    public final Tensor enumerateSupport() {
        return Scope.tidy(
                () -> categories.enumerateSupport().oneHot(eventShape().at(0), dtype()));
    }

    /** {@return −Σ p log p in nats} */
    @Override
    public final Tensor entropy() {
        return categories.entropy();
    }

    /** {@return p} */
    @Override
    public final Tensor mean() {
        return statistic(this, eventShape(), d -> d.categories().probabilities());
    }

    /** {@return p(1 − p)} */
    @Override
    public final Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor p = d.categories().probabilities();
            return p.times(p.neg().plus(1));
        });
    }

    /** {@return the unit vector of the first of the most likely categories} */
    @Override
    public final Tensor mode() {
        return Scope.tidy(
                () -> parameters().get(0).argmax(-1).oneHot(eventShape().at(0), dtype()));
    }
}
