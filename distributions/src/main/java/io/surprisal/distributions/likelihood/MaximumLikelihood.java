package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood by gradients, for any family whose parameters are tensors: each parameter is unconstrained by the bijection of its domain, and the
 * mean log-likelihood is maximised, in double precision, by L-BFGS unless another way is chosen.
 *
 * <pre>{@code
 * Fit<Gamma> fit = MaximumLikelihood.fit(Gamma.FAMILY, data);
 * Fit<Binomial> coins = MaximumLikelihood.of(Binomial.FAMILY).withFixed("trials", ten).fit(data);
 * }</pre>
 *
 * <p>It begins at the likeliest combination of a few values that location, spread, ends and covariances of the data suggest. What it finds is a local maximum; {@link
 * Fit#converged()} tells whether it is one. Likelihoods that jump where the support moves (uniform distributions, Pareto's scale) have no maximum that
 * gradients find; the search then begins with the support as close around the data as it can be, and the fit is reported as not converged.
 *
 * @param <D> the class of the distributions
 */
public final class MaximumLikelihood<D extends Distribution> {
    private final Family<D> family;
    private final Map<String, Tensor> fixed;
    private final Map<String, Tensor> starts;
    private final @Nullable Tensor weights;
    private final Minimiser minimiser;

    private MaximumLikelihood(
            Family<D> family,
            Map<String, Tensor> fixed,
            Map<String, Tensor> starts,
            @Nullable Tensor weights,
            Minimiser minimiser) {
        this.family = family;
        this.fixed = fixed;
        this.starts = starts;
        this.weights = weights;
        this.minimiser = minimiser;
    }

    /**
     * {@return maximum likelihood for a family}
     *
     * @param <D> the class of its distributions
     * @param family the family
     */
    public static <D extends Distribution> MaximumLikelihood<D> of(Family<D> family) {
        return new MaximumLikelihood<>(family, Map.of(), Map.of(), null, Minimiser.quasiNewton());
    }

    /**
     * {@return the distribution of a family that makes data likeliest}
     *
     * @param <D> the class of its distributions
     * @param family the family
     * @param data independent outcomes, [observations…, event…]
     * @throws IllegalArgumentException if there are no data, one is NaN, some have no probability under any start, or a parameter is discrete
     */
    public static <D extends Distribution> Fit<D> fit(Family<D> family, Tensor data) {
        return of(family).fit(data);
    }

    /**
     * {@return the distribution of a model that makes data likeliest}
     *
     * @param <D> the class of its distributions
     * @param model from unconstrained parameters to a distribution; it makes parameters positive by exp, for instance, itself
     * @param start where to begin, floating
     * @param data independent outcomes, [observations…, event…], of the model's dtype
     * @throws IllegalArgumentException if an outcome has no probability at the start, or data and start differ in their floating dtype
     */
    public static <D extends Distribution> Fit<D> fit(Function<Parameters, D> model, Parameters start, Tensor data) {
        DType dtype = start.tensors().get(0).dtype();
        if (data.dtype().isFloating() && data.dtype() != dtype) {
            throw new IllegalArgumentException("MaximumLikelihood: the data are " + data.dtype() + ", but start is "
                    + dtype + ", in which the search computes. Cast one of them; FLOAT64 finds more digits.");
        }
        Tensor one = data.backend().scalar(1, dtype);
        return new LikelihoodSearch<>("MaximumLikelihood", model, data, one, Minimiser.quasiNewton())
                .from(start, model);
    }

    /**
     * {@return this with a parameter that is not fitted}
     *
     * @param name the parameter's name
     * @param value its value
     * @throws IllegalArgumentException if the family has no such parameter
     */
    public MaximumLikelihood<D> withFixed(String name, Tensor value) {
        return new MaximumLikelihood<>(family, with(fixed, name, value), starts, weights, minimiser);
    }

    /**
     * {@return this with a value of a parameter at which to begin, and whose shape it has: a batch of distributions is fitted to a batch of data}
     *
     * @param name the parameter's name
     * @param value the value, inside its domain
     * @throws IllegalArgumentException if the family has no such parameter
     */
    public MaximumLikelihood<D> withStart(String name, Tensor value) {
        return new MaximumLikelihood<>(family, fixed, with(starts, name, value), weights, minimiser);
    }

    private Map<String, Tensor> with(Map<String, Tensor> values, String name, Tensor value) {
        if (family.parameters().stream().noneMatch(p -> p.name().equals(name))) {
            throw new IllegalArgumentException(
                    "MaximumLikelihood: there is no parameter " + name + " of " + family + ".");
        }
        Map<String, Tensor> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }

    /**
     * {@return this with weights of observations}
     *
     * @param observationWeights finite and not negative, broadcasting to the shape of the observations
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public MaximumLikelihood<D> withWeights(Tensor observationWeights) {
        Weights.notNegative("MaximumLikelihood", "weights", observationWeights);
        return new MaximumLikelihood<>(family, fixed, starts, observationWeights, minimiser);
    }

    /**
     * {@return this with another way to the maximum}
     *
     * @param way the way: {@code Minimiser.stepping(Adam.of(0.05), 5_000)}, for instance
     */
    public MaximumLikelihood<D> withMinimiser(Minimiser way) {
        return new MaximumLikelihood<>(family, fixed, starts, weights, way);
    }

    /**
     * {@return the distribution that makes data likeliest, in the data's dtype; FLOAT64 of whole numbers in INT64}
     *
     * @param data independent outcomes, [observations…, event…]; whole numbers may be INT64
     * @throws IllegalArgumentException if there are no data, one is NaN, some have no probability under any start, or a parameter is discrete and
     *     not fixed
     */
    public Fit<D> fit(Tensor data) {
        return Scope.tidy(() -> {
            Tensor doubles = data.cast(DType.FLOAT64);
            Tensor one = data.backend().scalar(1, DType.FLOAT64);
            FreeParameters free = FreeParameters.of(family, fixed, starts, doubles);
            Function<Parameters, D> model = u -> family.unchecked(free.values(u));
            Tensor each = weights == null ? one : weights.cast(DType.FLOAT64);
            LikelihoodSearch<D> search = new LikelihoodSearch<>(family.name(), model, doubles, each, minimiser);
            DType dtype = data.dtype().isFloating() ? data.dtype() : DType.FLOAT64;
            return search.from(
                    search.likeliest(free.starts()),
                    u -> family.unchecked(Arrays.stream(free.values(u))
                            .map(value -> value.cast(dtype))
                            .toArray(Tensor[]::new)));
        });
    }
}
