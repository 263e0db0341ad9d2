package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.distributions.continuous.GammaMath;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Wishart distributions of positive definite matrices X of d rows, the sums of n products zzᵀ of normal vectors with covariance V, continued to real
 * n &gt; d − 1: density |X|^((n − d − 1)/2) exp(−½ tr V⁻¹X)/(2^(nd/2) |V|^(n/2) Γ_d(n/2)) over the lower triangle. By V, or by its lower Cholesky
 * factor L.
 *
 * <p>With the Cholesky factor M of L⁻¹XL⁻ᵀ the squares of the diagonal are χ² variables of n, n − 1, … degrees of freedom and the elements below it
 * standard normal (Bartlett): so densities are computed, without a difference of large numbers, and draws are made. Matrices that are not symmetric
 * positive definite have log-density −∞. The derivatives of draws in n are implicit.
 *
 * <p>Accuracy: log-densities, entropies and moments within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for d up to 4 and n to
 * 1,000; for n of d − 1 + 2⁻²⁰ and 10⁸ within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://doi.org/10.1017/S0370164600023063">Bartlett, On the theory of statistical regression (1934)</a>
 */
public final class Wishart extends VectorFamily implements Reparameterized, HasEntropy, HasMoments, HasMode {
    /** The parameters df and scale. */
    public static final Family<Wishart> FAMILY = Family.of(
                    "Wishart",
                    p -> new Wishart(Wishart.FAMILY, p, false),
                    Parameter.positive("df"),
                    new Parameter("scale", new PositiveDefinite()))
            .withRule(Wishart::requireFreedom);

    /** The parameters df and factor. */
    public static final Family<Wishart> BY_FACTOR = Family.of(
                    "Wishart",
                    p -> new Wishart(Wishart.BY_FACTOR, p, true),
                    Parameter.positive("df"),
                    new Parameter("factor", new CholeskyFactor()))
            .withRule(Wishart::requireFreedom);

    private static final double LOG_2 = 0.69314718055994530942;

    private static final double LOG_PI = 1.1447298858494001741;

    private final Tensor df;
    private final MatrixParameter scale;

    private Wishart(Family<?> family, List<Tensor> parameters, boolean byFactor) {
        super(family, parameters, MatrixParameter.lastAxes(family, parameters.get(1)));
        this.df = parameters.get(0);
        this.scale = new MatrixParameter(family, 1, parameters.get(1), byFactor);
    }

    /**
     * {@return the Wishart distributions with these parameters, whose batches broadcast} Values are checked, but not inside a gradient call.
     *
     * @param df n, [batch…], above d − 1 and finite
     * @param scale V, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Wishart of(Tensor df, Tensor scale) {
        return FAMILY.of(df, scale);
    }

    /**
     * {@return the Wishart distributions with this Cholesky factor of the scale matrix} Values are checked, but not inside a gradient call.
     *
     * @param df n, [batch…], above d − 1 and finite
     * @param factor L, [batch…, d, d], with a positive diagonal; what stands above the diagonal is not read
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Wishart fromCholesky(Tensor df, Tensor factor) {
        return BY_FACTOR.of(df, factor);
    }

    private void requireFreedom() {
        new Argument("Wishart", "df", df).requireAll(Interval.above(dimension() - 1.0));
    }

    private int dimension() {
        return eventShape().at(0);
    }

    /** {@return the parameter n as it was given} */
    public Tensor df() {
        return df;
    }

    @Override
    public Constraint support() {
        return new PositiveDefinite();
    }

    /** d − 1, …, 0. */
    private Tensor after() {
        return backend().arange(dimension()).cast(DType.FLOAT64).neg().plus(dimension() - 1);
    }

    /** ½(n − i), half the degrees of freedom of the squares on M's diagonal, [batch…, d]. */
    private Tensor halves() {
        return df.expandDims(-1).plus(after()).minus(dimension() - 1).times(0.5);
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor lower = scale.factor();
        Tensor m = lower.triangularSolve(FixedOrder.cholesky(x), false);
        Tensor diagonal = m.diagonal();
        Tensor below = m.minus(diagonal.diagonalMatrix()).square().sum(-1, -2);
        Tensor squares = diagonal.square().times(0.5).minimum(Double.MAX_VALUE);
        Tensor ofSquares = GammaMath.logDensityOfLog(halves(), squares);
        int d = dimension();
        return ofSquares
                .minus(diagonal.log().times(after().plus(2)))
                .sum(-1)
                .minus(below.times(0.5))
                .minus(lower.diagonal().log().sum(-1).times(d + 1))
                .minus(0.25 * d * (d - 1) * (LOG_2 + LOG_PI));
    }

    @Override
    Tensor inner() {
        return backend().eye(dimension(), DType.FLOAT64);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor logs = GammaMath.logDraw(key.foldIn(0), halves(), shape.then(Shape.of(dimension())));
        Tensor roots = HostMath.exp(logs.plus(LOG_2).times(0.5));
        Tensor z = Draws.normal(key.foldIn(1), backend(), shape.then(eventShape()), DType.FLOAT64);
        Tensor isDiagonal = backend().eye(dimension(), DType.BOOL);
        Tensor bartlett = Tensor.where(isDiagonal, roots.expandDims(-1), z.lowerTriangle());
        Tensor factor = FixedOrder.matmul(scale.factorInFixedOrder(), bartlett, false, false);
        return FixedOrder.matmul(factor, factor, false, true);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /** {@return −E[log p(X)], with E[log |X|] = log |V| + d log 2 + Σ ψ((n − i)/2)} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), w -> {
            int d = w.dimension();
            Tensor halves = w.halves();
            return GammaMath.entropy(halves)
                    .plus(halves.digamma().times(w.after()).times(0.5))
                    .sum(-1)
                    .plus(w.scale.factor().diagonal().log().sum(-1).times(d + 1))
                    .plus(0.5 * d * (d + 1) * LOG_2 + 0.25 * d * (d - 1) * (1 + LOG_PI));
        });
    }

    private Tensor freedom() {
        return df.expandDims(-1).expandDims(-1);
    }

    /** {@return nV} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), w -> w.scale.matrix().times(w.freedom()));
    }

    /** {@return n(Vᵢⱼ² + Vᵢᵢ Vⱼⱼ)} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), w -> {
            Tensor diagonal = w.scale.diagonal();
            Tensor products = diagonal.expandDims(-1).times(diagonal.expandDims(-2));
            return w.scale.matrix().square().plus(products).times(w.freedom());
        });
    }

    /** {@return (n − d − 1)V; NaN for n &lt; d + 1, where the density is unbounded at singular matrices} */
    @Override
    public Tensor mode() {
        return statistic(this, eventShape(), w -> {
            Tensor excess = w.freedom().minus(w.dimension() + 1);
            Tensor hasMode = excess.greaterEqual(0);
            return Tensor.where(hasMode, w.scale.matrix().times(excess), w.constant(Double.NaN));
        });
    }
}
