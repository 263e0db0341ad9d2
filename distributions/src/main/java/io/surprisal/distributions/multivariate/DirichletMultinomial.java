package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Counts;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.discrete.BetaBinomial;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Dirichlet-multinomial distributions, multinomial with probabilities that have a Dirichlet distribution: n!/Π xᵢ! B(α + x)/B(α) for vectors of
 * counts with the sum n, where B(α) = Π Γ(αᵢ)/Γ(Σ αᵢ).
 *
 * <p>Each count is a beta-binomial one among those that are left: large concentrations lose no digits, and log-probabilities are within
 * 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for concentrations
 * from 0.1 to 1,000 and up to 1,000 trials; at 10⁻⁶ and 10⁶ and with 10⁵ trials within 1e-12 in place of 1e-14.
 */
public final class DirichletMultinomial extends VectorFamily implements HasEntropy, HasMoments, HasMode {
    /** The parameters trials and concentration. */
    public static final Family<DirichletMultinomial> FAMILY = Family.of(
            "DirichletMultinomial",
            DirichletMultinomial::new,
            Parameter.count("trials"),
            new Parameter("concentration", Interval.POSITIVE.over(1)));

    private final Tensor trials;
    private final Tensor concentration;

    private DirichletMultinomial(List<Tensor> parameters) {
        super(FAMILY, parameters, lastAxis(parameters.get(1)));
        this.trials = parameters.get(0);
        this.concentration = parameters.get(1);
    }

    /**
     * {@return the Dirichlet-multinomial distributions with these parameters, whose batches broadcast} Values are checked, but not inside a
     * gradient call.
     *
     * @param trials n, [batch…], whole numbers of at least 0
     * @param concentration α, [batch…, k], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static DirichletMultinomial of(Tensor trials, Tensor concentration) {
        return FAMILY.of(trials, concentration);
    }

    /** {@return the parameter trials as it was given} */
    public Tensor trials() {
        return trials;
    }

    /** {@return the parameter concentration as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    @Override
    public Constraint support() {
        return new Counts(trials);
    }

    @Override
    Tensor logDensity(Tensor x) {
        int last = eventShape().at(0) - 1;
        if (last == 0) {
            return x.sum(-1).times(0);
        }
        Tensor left = DirichletMath.fromTheEnd(x).slice(-1, 0, last);
        Tensor after = DirichletMath.fromTheEnd(concentration).slice(-1, 1, last + 1);
        return BetaBinomial.FAMILY
                .unchecked(left, concentration.slice(-1, 0, last), after)
                .logProb(x.slice(-1, 0, last))
                .sum(-1);
    }

    @Override
    Tensor inner() {
        Tensor first = backend().scalar(0, DType.INT64).oneHot(eventShape().at(0), DType.FLOAT64);
        return trials.expandDims(-1).times(first);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor p = FixedOrder.softmax(Draws.logGamma(key.foldIn(0), concentration, shape.then(eventShape())));
        return MultinomialMath.draw(key.foldIn(1), trials, p, shape);
    }

    private Tensor share() {
        return concentration.div(total());
    }

    private Tensor total() {
        return concentration.sum(-1).expandDims(-1);
    }

    /** {@return −E[log p(X)], by a sum over the law of each count: the cost grows as n} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> DirichletMultinomialEntropy.of(d.trials, d.concentration));
    }

    /** {@return the most likely counts, the least of equally likely ones; by a search whose cost grows as n} */
    @Override
    public Tensor mode() {
        return statistic(
                this,
                eventShape(),
                d -> DirichletMultinomialMode.of(
                        d.trials.stopGradient(), d.concentration.stopGradient(), batchShape()));
    }

    /** {@return nα/Σα} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), d -> d.trials.expandDims(-1).times(d.share()));
    }

    /** {@return nm(1 − m)(n + Σα)/(1 + Σα) with m = α/Σα} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor n = d.trials.expandDims(-1);
            Tensor spread = n.plus(d.total()).div(d.total().plus(1));
            return n.times(d.share()).times(d.share().neg().plus(1)).times(spread);
        });
    }
}
