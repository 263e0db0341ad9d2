package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.RowVectors;
import io.surprisal.linalg.PositiveDefinite;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Σ = W Wᵀ + D by loadings W of k columns and a diagonal D; the matrix of d rows is formed only where it is asked for.
 *
 * <p>With V = D^(−½) W, e = D^(−½) x and the capacitance C = I + VᵀV, of k rows, |Σ| = |D| |C|. Woodbury's identity, xᵀΣ⁻¹x = ‖e‖² −
 * eᵀVC⁻¹Vᵀe, cancels where the loadings are large beside D. It equals ‖e − Vt‖² + ‖t‖² at t = C⁻¹Vᵀe, a sum of squares that is least there, so
 * that the rounding of t counts by its square.
 *
 * @param loadings W, [batch…, d, k]
 * @param diagonal D, [batch…, d]
 * @param scaled V
 * @param capacitance the Cholesky factor of C, [batch…, k, k]
 */
record LowRankCovariance(Tensor loadings, Tensor diagonal, Tensor scaled, PositiveDefinite capacitance)
        implements Covariance {
    static LowRankCovariance of(String family, Tensor loadings, Tensor diagonal) {
        Argument given =
                new Argument(family, "diagonal", diagonal).requireFloating().requireVector("elements");
        new Argument(family, "loadings", loadings).requireAlike(given);
        if (loadings.rank() < 2 || loadings.shape().dim(-2) != diagonal.shape().dim(-1)) {
            throw new IllegalArgumentException(family + ": loadings of shape " + loadings.shape()
                    + " must have as many rows as the diagonal of shape " + diagonal.shape()
                    + " has elements. Transpose them?");
        }
        return Scope.tidy(() -> {
            Tensor w = loadings.cast(DType.FLOAT64);
            Tensor d = diagonal.cast(DType.FLOAT64);
            Tensor v = w.div(d.sqrt().expandDims(-1));
            Tensor identity = w.backend().eye(w.shape().dim(-1), DType.FLOAT64);
            Tensor c = v.matmul(v, true, false).plus(identity);
            return new LowRankCovariance(w, d, v, factored(family, loadings, given, c));
        });
    }

    /** I + VᵀV has a factor for all loadings and positive diagonals but those whose products overflow. */
    private static PositiveDefinite factored(String family, Tensor loadings, Argument diagonal, Tensor capacitance) {
        try {
            return PositiveDefinite.of(capacitance);
        } catch (ArithmeticException e) {
            diagonal.requireAll(Interval.POSITIVE.over(1));
            new Argument(family, "loadings", loadings).requireAll(Interval.REAL.over(2));
            throw new IllegalArgumentException(
                    family
                            + ": the squares of the loadings over the diagonal are too large. Scale the elements towards 1.",
                    e);
        }
    }

    @Override
    public Shape batchShape() {
        return scaled.shape().axes(0, scaled.rank() - 2);
    }

    @Override
    public int dimension() {
        return diagonal.shape().dim(-1);
    }

    @Override
    public Tensor whitened(Tensor x) {
        Tensor e = x.cast(DType.FLOAT64).div(diagonal.sqrt());
        Tensor solution = capacitance.solve(scaled.matrixTranspose());
        Tensor t = RowVectors.times(e, solution, true);
        Tensor rest = e.minus(RowVectors.times(t, scaled, true));
        return Tensor.concat(List.of(rest, t.broadcastTo(rest.shape().with(-1, rank()))), -1);
    }

    private int rank() {
        return loadings.shape().dim(-1);
    }

    @Override
    public Tensor halfLogDeterminant() {
        return diagonal.log().sum(-1).plus(capacitance.logDeterminant()).times(0.5);
    }

    @Override
    public Tensor draw(RandomKey key, Shape shape) {
        Tensor shared = Draws.normal(key.foldIn(0), loadings.backend(), shape.with(-1, rank()), DType.FLOAT64);
        Tensor own = Draws.normal(key.foldIn(1), loadings.backend(), shape, DType.FLOAT64);
        return FixedOrder.times(shared, loadings, true).plus(own.times(diagonal.sqrt()));
    }

    @Override
    public Tensor variance() {
        return loadings.square().sum(-1).plus(diagonal);
    }

    @Override
    public Tensor matrix() {
        return loadings.matmul(loadings, false, true).plus(diagonal.diagonalMatrix());
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(loadings);
        visitor.accept(diagonal);
        visitor.accept(scaled);
        capacitance.forEachTensor(visitor);
    }
}
