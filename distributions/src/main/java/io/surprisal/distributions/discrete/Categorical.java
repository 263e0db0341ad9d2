package io.surprisal.distributions.discrete;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.ProbabilityRows;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Categorical distributions over the numbers 0, …, n − 1, by their probabilities or by logits l with probabilities softmax(l); one
 * distribution for each row along the parameter's last axis.
 *
 * <p>Outcomes are INT64 category numbers. Numbers outside 0 … n − 1 have log-probability −∞, as have categories of probability 0.
 */
public final class Categorical implements Distribution, HasEntropy, EnumerableSupport {
    private final Tensor parameter;
    private final boolean byLogits;

    private Categorical(Tensor parameter, boolean byLogits) {
        this.parameter = parameter;
        this.byLogits = byLogits;
    }

    /**
     * {@return the categorical distributions with these probabilities} Values are checked, but not inside a gradient call, and are used
     * as they are: no rounding is normalised away.
     *
     * @param probabilities [batch…, categories], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, there is no axis of categories, or the dtype is
     *     not floating
     */
    public static Categorical of(Tensor probabilities) {
        Argument parameter = new Argument("Categorical", "probabilities", probabilities)
                .requireFloating()
                .requireVector("categories")
                .requireAll(Interval.PROBABILITY);
        ProbabilityRows.requireSumOne(parameter);
        return new Categorical(probabilities, false);
    }

    /**
     * {@return the categorical distributions with probabilities softmax(logits)} Values are checked, but not inside a gradient call.
     *
     * @param logits [batch…, categories]; −∞ makes a category impossible, but not all of a row
     * @throws IllegalArgumentException if a logit is NaN or +∞, a row is −∞ throughout, there is no axis of categories, or the dtype is
     *     not floating
     */
    public static Categorical fromLogits(Tensor logits) {
        Categorical categorical = fromLogitsUnchecked(logits);
        ProbabilityRows.requireFiniteMaximum(new Argument("Categorical", "logits", logits));
        return categorical;
    }

    /**
     * {@return as {@link #fromLogits}, without a look at the values: where a synchronisation with the device would be felt}
     *
     * @param logits [batch…, categories]
     * @throws IllegalArgumentException if there is no axis of categories, or the dtype is not floating
     */
    public static Categorical fromLogitsUnchecked(Tensor logits) {
        new Argument("Categorical", "logits", logits).requireFloating().requireVector("categories");
        return new Categorical(logits, true);
    }

    /** {@return how many categories there are} */
    public int categories() {
        return parameter.shape().dim(-1);
    }

    /** {@return whether the parameters are logits, and not probabilities} */
    public boolean isByLogits() {
        return byLogits;
    }

    /** {@return logits of the probabilities, batchShape + [categories]: those given, or else the logarithms of the probabilities} */
    public Tensor logits() {
        return byLogits ? parameter : parameter.log();
    }

    /** {@return the probabilities, batchShape + [categories]} */
    public Tensor probabilities() {
        return byLogits ? parameter.softmax(-1) : parameter;
    }

    /** {@return the logarithms of the probabilities, batchShape + [categories]; −∞ of 0} */
    public Tensor logProbabilities() {
        return byLogits ? parameter.logSoftmax(-1) : parameter.log();
    }

    @Override
    public Shape batchShape() {
        return parameter.shape().axes(0, parameter.rank() - 1);
    }

    @Override
    public Shape eventShape() {
        return Shape.scalar();
    }

    @Override
    public Constraint support() {
        return Interval.between(0, categories() - 1).whole();
    }

    /** {@return 0, 1, …, n − 1} */
    @Override
    public Tensor enumerateSupport() {
        int[] dims = new int[batchShape().rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = categories();
        return Scope.tidy(() -> backend().arange(categories()).reshape(dims));
    }

    @Override
    public Backend backend() {
        return parameter.backend();
    }

    @Override
    public DType dtype() {
        return parameter.dtype();
    }

    /** {@return INT64 category numbers, sampleShape + batchShape} */
    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape());
        return Scope.tidy(() -> {
            Tensor constant = parameter.stopGradient();
            return Draws.categorical(key, byLogits ? constant : constant.log(), shape);
        });
    }

    /**
     * {@return the logarithms of the categories' probabilities}
     *
     * @param x INT64 category numbers, of a shape that broadcasts with the batch shape
     * @throws IllegalArgumentException if the shapes do not broadcast, or the dtype is not INT64
     */
    @Override
    public Tensor logProb(Tensor x) {
        if (x.dtype() != DType.INT64) {
            throw new IllegalArgumentException(
                    "Categorical: outcomes are INT64 category numbers, but x is " + x.dtype() + ". Use cast(INT64).");
        }
        Shape shape = BatchShape.common("Categorical", "x", x.shape(), "the batch", batchShape());
        return Scope.tidy(() -> {
            Tensor inside = x.greaterEqual(0).and(x.less(categories()));
            Tensor places = Tensor.where(inside, x, backend().scalar(0, DType.INT64));
            Tensor taken = taken(logProbabilities(), places, shape);
            return Tensor.where(inside, taken, backend().scalar(Double.NEGATIVE_INFINITY, dtype()));
        });
    }

    /** One row serves all places without being repeated; several are repeated for each sample. */
    private static Tensor taken(Tensor rows, Tensor places, Shape shape) {
        if (rows.rank() == 1) {
            return rows.gather(places.flatten(), -1).reshape(shape);
        }
        Shape repeated = shape.then(Shape.of(rows.shape().dim(-1)));
        return rows.broadcastTo(repeated)
                .gather(places.broadcastTo(shape).expandDims(-1), -1)
                .squeeze(-1);
    }

    /** {@return −Σ p log p in nats, of the batch shape; impossible categories add 0} */
    @Override
    public Tensor entropy() {
        return Scope.tidy(() -> {
            Tensor p = probabilities();
            Tensor impossible = p.equalTo(0);
            // 0 · log 0 is 0, and so is its derivative: the logarithm is taken of a harmless number.
            Tensor logs = byLogits
                    ? Tensor.where(impossible, backend().scalar(0, dtype()), parameter.logSoftmax(-1))
                    : Tensor.where(impossible, backend().scalar(1, dtype()), p).log();
            // 0 − x, where −x would make −0 of a certain outcome.
            return backend().scalar(0, dtype()).minus(p.times(logs).sum(-1));
        });
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(parameter);
    }

    @Override
    public String toString() {
        return "Categorical " + batchShape() + " of " + categories() + " categories, " + dtype() + " on "
                + backend().name();
    }
}
