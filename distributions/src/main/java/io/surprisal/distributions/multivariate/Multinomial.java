package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Counts;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Multinomial distributions, how often each of k categories comes up in n draws, with probabilities n!/Π xᵢ! Π pᵢ^xᵢ; by the probabilities p or
 * by logits l with p = softmax(l).
 *
 * <p>Outcomes are vectors of counts with the sum n; others have log-probability −∞, as have those with a category of probability 0.
 *
 * <p>Accuracy: log-probabilities within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, which is n by probabilities and
 * much less by logits; with 10⁶ trials within 1e-12 in place of 1e-14.
 */
public final class Multinomial extends VectorFamily implements HasEntropy, HasMoments, HasMode {
    /** The parameters trials and probabilities. */
    public static final Family<Multinomial> FAMILY = Family.of(
            "Multinomial",
            p -> new Multinomial(p, false),
            Parameter.count("trials"),
            new Parameter("probabilities", new Simplex()));

    /** The parameters trials and logits. */
    public static final Family<Multinomial> BY_LOGITS = Family.of(
            "Multinomial",
            p -> new Multinomial(p, true),
            Parameter.count("trials"),
            new Parameter("logits", new Logits()));

    private final Tensor trials;
    private final Categorical categories;

    private Multinomial(List<Tensor> parameters, boolean byLogits) {
        super(byLogits ? BY_LOGITS : FAMILY, parameters, lastAxis(parameters.get(1)));
        this.trials = parameters.get(0);
        Tensor parameter = parameters.get(1);
        this.categories =
                byLogits ? Categorical.BY_LOGITS.unchecked(parameter) : Categorical.FAMILY.unchecked(parameter);
    }

    /**
     * {@return the multinomial distributions with these parameters, whose batches broadcast} Values are checked, but not inside a gradient call.
     *
     * @param trials n, [batch…], whole numbers of at least 0
     * @param probabilities p, [batch…, k], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Multinomial of(Tensor trials, Tensor probabilities) {
        return FAMILY.of(trials, probabilities);
    }

    /**
     * {@return the multinomial distributions with probabilities softmax(logits)} Values are checked, but not inside a gradient call.
     *
     * @param trials n, [batch…], whole numbers of at least 0
     * @param logits [batch…, k]; −∞ makes a category impossible, but not all of a row
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Multinomial fromLogits(Tensor trials, Tensor logits) {
        return BY_LOGITS.of(trials, logits);
    }

    /** {@return the parameter trials as it was given} */
    public Tensor trials() {
        return trials;
    }

    /** {@return the distribution of the category of one draw} */
    public Categorical categories() {
        return categories;
    }

    @Override
    public Constraint support() {
        return new Counts(trials);
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor logs = categories.logProbabilities();
        return categories.isByLogits()
                ? MultinomialMath.logMassOfNormalised(x, trials, logs)
                : MultinomialMath.logMass(x, trials, logs);
    }

    @Override
    Tensor inner() {
        Tensor first = backend().scalar(0, DType.INT64).oneHot(eventShape().at(0), DType.FLOAT64);
        return trials.expandDims(-1).times(first);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor parameter = parameters().get(1);
        Tensor p = categories.isByLogits() ? FixedOrder.softmax(parameter) : parameter;
        return MultinomialMath.draw(key, trials, p, shape);
    }

    /** {@return −E[log p(X)], from the binomial law of each count: the cost grows as √n} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> MultinomialEntropy.of(d.trials, d.categories.probabilities()));
    }

    /** {@return np} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), d -> d.trials.expandDims(-1).times(d.categories.probabilities()));
    }

    /** {@return np(1 − p)} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor p = d.categories.probabilities();
            return d.trials.expandDims(-1).times(p).times(p.neg().plus(1));
        });
    }

    /** {@return the most likely counts; of several the one with the least first counts} */
    @Override
    public Tensor mode() {
        return statistic(
                this,
                eventShape(),
                d -> MultinomialMode.of(
                        d.trials.stopGradient(), d.categories.probabilities().stopGradient(), batchShape()));
    }
}
