package io.surprisal.random;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.LongSource;

/**
 * Random tensors. Each is a function of its key, its parameters and its shape: element i in row-major order depends on the key, the
 * parameters of element i, and i alone, and is the same on every backend, to the last bit.
 *
 * <p>Draws with parameters take the parameters' backend and dtype, and a shape to which the parameters broadcast. They are constants to
 * automatic differentiation. FLOAT32 draws from gamma, Poisson and binomial distributions are computed in double precision and rounded.
 *
 * <p>Use a key for one draw: draws of different kinds under one key are dependent.
 */
public final class Draws {
    private Draws() {}

    /**
     * {@return uniform numbers on (0, 1), FLOAT32} See {@link #uniform(RandomKey, Backend, Shape, DType)}.
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     */
    public static Tensor uniform(RandomKey key, Backend backend, Shape shape) {
        return uniform(key, backend, shape, DType.FLOAT32);
    }

    /**
     * {@return uniform numbers on the open interval (0, 1), on the grid of {@link DrawKind}: never 0, never 1}
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     * @param dtype the result's element type
     * @throws IllegalArgumentException if the dtype is not floating
     * @throws IllegalStateException if the backend was closed
     */
    public static Tensor uniform(RandomKey key, Backend backend, Shape shape, DType dtype) {
        return InverseCdf.draw(DrawKind.UNIFORM, key, backend, shape, dtype);
    }

    /**
     * {@return standard normal numbers, FLOAT32} See {@link #normal(RandomKey, Backend, Shape, DType)}.
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     */
    public static Tensor normal(RandomKey key, Backend backend, Shape shape) {
        return normal(key, backend, shape, DType.FLOAT32);
    }

    /**
     * {@return standard normal numbers, by inversion of the cdf (AS241; accuracy in {@link HostDraws})} The tails of
     * FLOAT32 end at ±5.295, those of FLOAT64 at ±8.210.
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     * @param dtype the result's element type
     * @throws IllegalArgumentException if the dtype is not floating
     * @throws IllegalStateException if the backend was closed
     */
    public static Tensor normal(RandomKey key, Backend backend, Shape shape, DType dtype) {
        return InverseCdf.draw(DrawKind.NORMAL, key, backend, shape, dtype);
    }

    /**
     * {@return exponential numbers of rate 1, FLOAT32} See {@link #exponential(RandomKey, Backend, Shape, DType)}.
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     */
    public static Tensor exponential(RandomKey key, Backend backend, Shape shape) {
        return exponential(key, backend, shape, DType.FLOAT32);
    }

    /**
     * {@return exponential numbers of rate 1, by inversion of the cdf: positive, at most 16.64 in FLOAT32 and 36.74
     * in FLOAT64}
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     * @param dtype the result's element type
     * @throws IllegalArgumentException if the dtype is not floating
     * @throws IllegalStateException if the backend was closed
     */
    public static Tensor exponential(RandomKey key, Backend backend, Shape shape, DType dtype) {
        return InverseCdf.draw(DrawKind.EXPONENTIAL, key, backend, shape, dtype);
    }

    /**
     * {@return one Bernoulli outcome for each probability} See {@link #bernoulli(RandomKey, Tensor, Shape)}.
     *
     * @param key the key of the draw
     * @param probability the probability of 1
     */
    public static Tensor bernoulli(RandomKey key, Tensor probability) {
        return bernoulli(key, probability, probability.shape());
    }

    /**
     * Bernoulli outcomes: 1 where the uniform number of the same key, index and dtype is less than the probability, 0
     * elsewhere. Probabilities 0 and 1 are exact; others are met to 2⁻²⁴ in FLOAT32 and 2⁻⁵³ in FLOAT64.
     *
     * @param probability of 1, in [0, 1]; floating
     * @param key the key of the draw
     * @param shape the result's shape
     * @return zeros and ones of the probability's dtype
     * @throws IllegalArgumentException if a probability is not in [0, 1] or its dtype not floating, or it does not
     *     broadcast
     */
    public static Tensor bernoulli(RandomKey key, Tensor probability, Shape shape) {
        var parameter = new Parameter("bernoulli", "probability", probability);
        parameter.requireBroadcastable(probability.shape(), shape);
        if (!probability.shape().isEmpty() && !parameter.rangesWithin(Domain.PROBABILITY)) {
            parameter.requireAll(Domain.PROBABILITY, probability.toDoubles());
        }
        return InverseCdf.bernoulli(key, probability, shape);
    }

    /**
     * {@return one gamma number of rate 1 for each concentration} See {@link #gamma(RandomKey, Tensor, Shape)}.
     *
     * @param key the key of the draw
     * @param concentration the concentration
     */
    public static Tensor gamma(RandomKey key, Tensor concentration) {
        return gamma(key, concentration, concentration.shape());
    }

    /**
     * {@return gamma numbers of rate 1 with density x^(a−1) e^(−x) / Γ(a), by Marsaglia and Tsang's rejection} Where
     * the concentration a is below 1, a draw is the correctly rounded exponential of {@link #logGamma} under the same key: for
     * a below 0.01 most of them are small beyond representation, and 0.
     *
     * @param concentration a, positive and finite; floating
     * @param key the key of the draw
     * @param shape the result's shape
     * @throws IllegalArgumentException if a concentration is not positive and finite or its dtype not floating, or it
     *     does not broadcast
     */
    public static Tensor gamma(RandomKey key, Tensor concentration, Shape shape) {
        return gamma("gamma", key, concentration, shape, false);
    }

    /**
     * {@return the logarithm of one gamma number of rate 1 for each concentration} See {@link #logGamma(RandomKey,
     * Tensor, Shape)}.
     *
     * @param key the key of the draw
     * @param concentration the concentration
     */
    public static Tensor logGamma(RandomKey key, Tensor concentration) {
        return logGamma(key, concentration, concentration.shape());
    }

    /**
     * {@return logarithms of the draws of {@link #gamma}, finite for every concentration} Those below the least
     * number of the dtype are that number, which takes a concentration below 10⁻³⁷ in FLOAT32 or 10⁻³⁰⁶ in FLOAT64.
     *
     * @param concentration positive and finite; floating
     * @param key the key of the draw
     * @param shape the result's shape
     * @throws IllegalArgumentException if a concentration is not positive and finite or its dtype not floating, or it
     *     does not broadcast
     */
    public static Tensor logGamma(RandomKey key, Tensor concentration, Shape shape) {
        return gamma("logGamma", key, concentration, shape, true);
    }

    private static Tensor gamma(String operation, RandomKey key, Tensor concentration, Shape shape, boolean logarithm) {
        var parameter = new Parameter(operation, "concentration", concentration);
        double[] concentrations = parameter.elements(shape, Domain.POSITIVE);
        DoubleSource draws = (from, target, offset, length) ->
                HostSamplers.gamma().fill(key, concentrations, logarithm, from, target, offset, length);
        boolean narrows = logarithm && concentration.dtype() == DType.FLOAT32;
        return parameter.generate(shape, narrows ? finiteAsFloats(draws) : draws);
    }

    /** What is below the least float is that float. */
    private static DoubleSource finiteAsFloats(DoubleSource source) {
        return (from, target, offset, length) -> {
            source.fill(from, target, offset, length);
            for (int i = offset; i < offset + length; i++) {
                target[i] = Math.max(target[i], -Float.MAX_VALUE);
            }
        };
    }

    /**
     * {@return one Poisson count for each rate} See {@link #poisson(RandomKey, Tensor, Shape)}.
     *
     * @param key the key of the draw
     * @param rate the rate
     */
    public static Tensor poisson(RandomKey key, Tensor rate) {
        return poisson(key, rate, rate.shape());
    }

    /**
     * Poisson counts with probabilities e^(−λ) λᵏ / k!, by inversion for rates below 10 and by transformed rejection
     * (PTRS) for others.
     *
     * @param rate λ, from 0 to 2⁵³; floating
     * @param key the key of the draw
     * @param shape the result's shape
     * @return whole numbers of the rate's dtype; FLOAT32 rounds those above 2²⁴
     * @throws IllegalArgumentException if a rate is not in [0, 2⁵³] or its dtype not floating, or it does not
     *     broadcast
     */
    public static Tensor poisson(RandomKey key, Tensor rate, Shape shape) {
        var parameter = new Parameter("poisson", "rate", rate);
        double[] rates = parameter.elements(shape, Domain.RATE);
        return parameter.generate(
                shape,
                (from, target, offset, length) ->
                        HostSamplers.counts().poisson(key, rates, from, target, offset, length));
    }

    /**
     * Binomial counts with probabilities C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, by inversion where fewer than 10 of the rarer outcome
     * are expected and by transformed rejection (BTRS) elsewhere.
     *
     * @param trials n, whole, from 0 to 2⁵³; floating
     * @param probability p, in [0, 1]; of the dtype and backend of {@code trials}
     * @param key the key of the draw
     * @param shape the result's shape
     * @return whole numbers of the parameters' dtype; FLOAT32 rounds those above 2²⁴
     * @throws IllegalArgumentException if a parameter is not in its domain, the dtypes or backends differ, or one
     *     does not broadcast
     */
    public static Tensor binomial(RandomKey key, Tensor trials, Tensor probability, Shape shape) {
        if (trials.dtype() != probability.dtype() || trials.backend() != probability.backend()) {
            throw new IllegalArgumentException("binomial: trials (" + trials + ") and probability (" + probability
                    + ") must have one dtype and one backend. Use cast(DType) or to(Backend).");
        }
        var parameter = new Parameter("binomial", "trials", trials);
        double[] n = parameter.elements(shape, Domain.COUNT);
        double[] p = new Parameter("binomial", "probability", probability).elements(shape, Domain.PROBABILITY);
        return parameter.generate(
                shape,
                (from, target, offset, length) ->
                        HostSamplers.counts().binomial(key, n, p, from, target, offset, length));
    }

    /**
     * {@return one category for each row of logits} See {@link #categorical(RandomKey, Tensor, Shape)}.
     *
     * @param key the key of the draw
     * @param logits the logits
     */
    public static Tensor categorical(RandomKey key, Tensor logits) {
        CategoricalDraws.categories(logits);
        return categorical(key, logits, logits.shape().axes(0, logits.rank() - 1));
    }

    /**
     * Categories k with probabilities softmax(logits)ₖ, by inversion of the cumulative probabilities with one FLOAT64
     * uniform number for each element. Logits need not be normalised; a category with logit −∞ is never drawn.
     *
     * @param logits [rows…, categories], floating; the rows' shape broadcasts to {@code shape}
     * @param key the key of the draw
     * @param shape the result's shape
     * @return INT64 numbers of categories, counted from 0
     * @throws IllegalArgumentException if there is no axis of categories, a logit is NaN or +∞, a row is −∞
     *     throughout, the dtype is not floating, or the rows do not broadcast
     */
    public static Tensor categorical(RandomKey key, Tensor logits, Shape shape) {
        int categories = CategoricalDraws.categories(logits);
        double[] rows = new Parameter("categorical", "logits", logits).rows(shape);
        return shape.isEmpty()
                ? logits.backend().zeros(shape, DType.INT64)
                : generate(logits.backend(), shape, CategoricalDraws.of(key, rows, categories, shape.size()));
    }

    /**
     * The numbers 0, …, n − 1 in random order, all orders equally likely: with {@code gather} or {@code indexSelect},
     * a shuffle of rows.
     *
     * @param n how many, at least 0
     * @param key the key of the draw
     * @param backend where the result lives
     * @return INT64 [n]
     * @throws IllegalArgumentException if n is negative
     */
    public static Tensor permutation(RandomKey key, Backend backend, int n) {
        return backend.of(HostSamplers.integers().permutation(key, n));
    }

    /**
     * {@return equally likely whole numbers from {@code low} (inclusive) to {@code high} (exclusive), INT64; each has
     * its probability to within 2⁻¹²⁸}
     *
     * @param key the key of the draw
     * @param backend where the result lives
     * @param shape the result's shape
     * @param low the least number
     * @param high the number after the greatest
     * @throws IllegalArgumentException if {@code low} is not less than {@code high}
     */
    public static Tensor integers(RandomKey key, Backend backend, Shape shape, long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException("integers: low must be less than high, but low = " + low + " and high = "
                    + high + ". high itself is never drawn.");
        }
        return shape.isEmpty()
                ? backend.zeros(shape, DType.INT64)
                : generate(
                        backend,
                        shape,
                        (from, target, offset, length) ->
                                HostSamplers.integers().fill(key, low, high - low, from, target, offset, length));
    }

    private static Tensor generate(Backend backend, Shape shape, LongSource source) {
        return backend.adopt(backend.kernels().generate(shape, HostSamplers.GRAIN, source));
    }
}
