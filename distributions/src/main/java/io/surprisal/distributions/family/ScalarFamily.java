package io.surprisal.distributions.family;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A family of numbers, from little: a density, tails, a support and a way to draw. Event shape {@code []}, and parameters that broadcast to
 * the batch shape. {@link ContinuousFamily} and {@link DiscreteFamily} are its two kinds.
 *
 * <p>This class asks a family for its functions inside the support and in double precision only. It checks what it is given, answers
 * outside the support itself (log-probability −∞, probabilities 0 and 1), passes NaN on, and casts FLOAT32 parameters and arguments to
 * FLOAT64 and the results back, which costs a few passes over memory and makes single precision exact to the last bit or two. A family
 * with a function that is as accurate in single precision overrides {@link #logProbSummed} or {@link #drawInOwnType}.
 */
public abstract class ScalarFamily implements Univariate, Parametric {
    /** The names of arguments that are outcomes, and not probabilities. */
    private static final Set<String> OUTCOMES = Set.of("x", "low", "high");

    private final Family<?> family;
    private final List<Tensor> parameters;
    private final Shape batchShape;

    /**
     * A batch of distributions.
     *
     * @param family the family, of the same class
     * @param parameters the parameters in the family's order
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    ScalarFamily(Family<?> family, List<Tensor> parameters) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
        this.batchShape = family.batchShape(parameters);
    }

    @Override
    public abstract Constraint support();

    /** {@return the interval outside of which there is no outcome: the support, where that is an interval} */
    protected Interval range() {
        return support() instanceof Interval interval ? interval : Interval.REAL;
    }

    /**
     * {@return the log-density or log-probability at numbers of the support} Never asked for elsewhere.
     *
     * @param x FLOAT64
     */
    protected abstract Tensor logDensity(Tensor x);

    /** {@return the tails of the variable Z = standardise(X)} */
    protected abstract Tails tails();

    /**
     * {@return what the tails are functions of, an increasing function of x; x itself unless overridden}
     *
     * @param x FLOAT64, inside the support
     */
    protected Tensor standardise(Tensor x) {
        return x;
    }

    /**
     * {@return the x with standardise(x) = z} It is made of arithmetic, square roots and {@link HostMath}, as draws are.
     *
     * @param z FLOAT64
     */
    protected Tensor restore(Tensor z) {
        return z;
    }

    /** {@return whether {@link #standardise} is a decreasing function instead} */
    protected boolean isDecreasing() {
        return false;
    }

    /** Whether single numbers have probabilities, the ends of the support too. */
    abstract boolean hasAtoms();

    /**
     * {@return draws as differentiable functions of the parameters where the outcomes are continuous; of arithmetic, square roots and
     * {@link HostMath}, so that they are the same on every backend}
     *
     * @param key the key
     * @param shape the shape of the draws, to which the batch shape broadcasts; FLOAT64
     */
    protected abstract Tensor draw(RandomKey key, Shape shape);

    /**
     * {@return draws of the parameters' dtype; computed in double precision and rounded unless overridden}
     *
     * @param key the key
     * @param shape the shape of the draws
     */
    protected Tensor drawInOwnType(RandomKey key, Shape shape) {
        return inDoubles(this).draw(key, shape).broadcastTo(shape).cast(dtype());
    }

    // -- what users call --

    @Override
    public final Tensor logProb(Tensor x) {
        return logProbSummed(x, 0);
    }

    /**
     * {@return the log-probabilities summed over the last {@code axes} axes} A family with a fused kernel makes no tensor of the terms.
     *
     * @param x outcomes, of a shape that broadcasts with the batch shape
     * @param axes how many axes are summed
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public Tensor logProbSummed(Tensor x, int axes) {
        return Scope.tidy(() -> TrailingAxes.sum(precisely("x", x, ScalarFamily::maskedLogDensity), axes));
    }

    private Tensor maskedLogDensity(Tensor x) {
        return Masks.density(
                range(), x, y -> levelled(y, this::logDensity, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Override
    public final Tensor cdf(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.masked(y, d.oriented()::lower, 0, 1)));
    }

    @Override
    public final Tensor survival(Tensor x) {
        return Scope.tidy(() -> precisely("x", x, (d, y) -> d.masked(y, d.oriented()::upper, 1, 0)));
    }

    @Override
    public final Tensor logCdf(Tensor x) {
        return Scope.tidy(
                () -> precisely("x", x, (d, y) -> d.masked(y, d.oriented()::logLower, Double.NEGATIVE_INFINITY, 0)));
    }

    @Override
    public final Tensor logSurvival(Tensor x) {
        return Scope.tidy(
                () -> precisely("x", x, (d, y) -> d.masked(y, d.oriented()::logUpper, 0, Double.NEGATIVE_INFINITY)));
    }

    private Tensor masked(Tensor x, UnaryOperator<Tensor> tail, double below, double above) {
        return Masks.tail(
                range(), hasAtoms(), x, y -> levelled(y, z -> tail.apply(standardise(z)), below, above), below, above);
    }

    /** See {@link Masks#levelled}: at the median, or where that has rounded to an end of the support, well inside. */
    private Tensor levelled(Tensor x, UnaryOperator<Tensor> function, double least, double greatest) {
        return Masks.levelled(x, function, least, greatest, () -> {
            Tensor median = restore(oriented().ofLower(constant(0.5)));
            Tensor isAtEnd = range().isWhole() ? median.isNaN() : range().open().excludes(median);
            return Tensor.where(isAtEnd, range().inner(x), median);
        });
    }

    private Tails oriented() {
        return isDecreasing() ? new SwappedTails(tails()) : tails();
    }

    @Override
    public final Tensor quantile(Tensor p) {
        return Scope.tidy(() ->
                precisely("p", p, (d, y) -> d.restore(d.oriented().ofLower(Masks.probability(y)))));
    }

    @Override
    public final Tensor inverseSurvival(Tensor p) {
        return Scope.tidy(() ->
                precisely("p", p, (d, y) -> d.restore(d.oriented().ofUpper(Masks.probability(y)))));
    }

    @Override
    public final Tensor quantileOfLog(Tensor logP) {
        return Scope.tidy(() ->
                precisely("log p", logP, (d, y) -> d.restore(d.oriented().ofLogLower(Masks.logProbability(y)))));
    }

    @Override
    public final Tensor inverseSurvivalOfLog(Tensor logP) {
        return Scope.tidy(() ->
                precisely("log p", logP, (d, y) -> d.restore(d.oriented().ofLogUpper(Masks.logProbability(y)))));
    }

    @Override
    public final Tensor logProbInterval(Tensor low, Tensor high) {
        BatchShape.common(family.name(), "low", requireFit("low", low), "high", requireFit("high", high));
        if (dtype() == DType.FLOAT64) {
            return Univariate.super.logProbInterval(low, high);
        }
        return Scope.tidy(() -> inDoubles(this)
                .logProbInterval(low.cast(DType.FLOAT64), high.cast(DType.FLOAT64))
                .cast(dtype()));
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> rebuilt(this, Tensor::stopGradient).drawInOwnType(key, sampleShape.then(batchShape)));
    }

    // -- help for families --

    /**
     * {@return a function of the parameters alone, such as the entropy, computed in double precision and of the batch shape}
     *
     * @param <D> the family
     * @param self the family: this
     * @param function what to compute, of the family with FLOAT64 parameters
     */
    protected final <D extends ScalarFamily> Tensor statistic(D self, Function<D, Tensor> function) {
        return Scope.tidy(
                () -> function.apply(inDoubles(self)).broadcastTo(batchShape).cast(dtype()));
    }

    /**
     * {@return a number as a FLOAT64 tensor, where a formula has no tensor to start from}
     *
     * @param value the number
     */
    protected final Tensor constant(double value) {
        return backend().scalar(value, DType.FLOAT64);
    }

    private Tensor precisely(String name, Tensor x, BiFunction<ScalarFamily, Tensor, Tensor> function) {
        Shape shape = requireFit(name, x);
        Tensor result = function.apply(inDoubles(this), x.cast(DType.FLOAT64));
        return result.broadcastTo(shape).cast(dtype());
    }

    /** This family on FLOAT64 parameters; itself where it has them. */
    private static <D extends ScalarFamily> D inDoubles(D self) {
        return self.dtype() == DType.FLOAT64 ? self : rebuilt(self, p -> p.cast(DType.FLOAT64));
    }

    @SuppressWarnings("unchecked") // A family makes distributions of the class whose constant it is.
    private static <D extends ScalarFamily> D rebuilt(D self, UnaryOperator<Tensor> change) {
        ScalarFamily general = self;
        Tensor[] changed = general.parameters.stream().map(change).toArray(Tensor[]::new);
        return (D) general.family.unchecked(changed);
    }

    /**
     * {@return the shape to which an argument and the batch broadcast}
     *
     * @param name the argument's name in messages
     * @param x the argument
     * @throws IllegalArgumentException if the shapes, dtypes or backends do not fit
     */
    protected final Shape requireFit(String name, Tensor x) {
        if (!(x.dtype() == dtype() || takesIntegers(name, x)) || x.backend() != backend()) {
            throw new IllegalArgumentException(
                    family.name() + ": " + name + " (" + x + ") must have the dtype " + dtype() + " and the backend "
                            + backend().name() + " of the parameters. " + Argument.nextStep(x, parameters.get(0)));
        }
        return BatchShape.common(family.name(), name, x.shape(), "the batch", batchShape);
    }

    /** Whether these are whole-number outcomes of a family of whole numbers. */
    private boolean takesIntegers(String name, Tensor x) {
        return x.dtype() == DType.INT64 && OUTCOMES.contains(name) && range().isWhole();
    }

    @Override
    public final Family<?> family() {
        return family;
    }

    @Override
    public final List<Tensor> parameters() {
        return parameters;
    }

    @Override
    public final Shape batchShape() {
        return batchShape;
    }

    @Override
    public final Shape eventShape() {
        return Shape.scalar();
    }

    @Override
    public final Backend backend() {
        return parameters.get(0).backend();
    }

    @Override
    public final DType dtype() {
        return parameters.get(0).dtype();
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEach(visitor);
    }

    @Override
    public final String toString() {
        return family.name() + " " + batchShape + " " + dtype() + " on "
                + backend().name();
    }
}
