package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A few values for parameters that are vectors or matrices, from the elements' means and covariances. */
final class StartingVectors {
    /** The data as rows, [observations, d]. */
    private final Tensor rows;

    private StartingVectors(Tensor rows) {
        this.rows = rows;
    }

    /** From the last axis of FLOAT64 data with at least one element. */
    static StartingVectors of(Tensor data) {
        int length = data.shape().dim(-1);
        return new StartingVectors(data.reshape(data.shape().size() / length, length));
    }

    private int length() {
        return rows.shape().dim(-1);
    }

    private Tensor equal(double value) {
        return rows.backend().zeros(Shape.of(length()), DType.FLOAT64).plus(value);
    }

    /** Vectors inside a domain, at least one. */
    List<Tensor> vectors(Constraint domain) {
        Tensor mean = rows.mean(0);
        Tensor deviation = deviation();
        Tensor equal = equal(1.0 / length());
        List<Tensor> inside = inside(
                domain,
                List.of(equal, mean, mean.div(mean.square().sum().sqrt()), deviation, deviation.square(), equal(1)));
        return inside.isEmpty() ? List.of(equal) : inside;
    }

    /** Matrices inside a domain, at least one: multiples of covariances and their inverses and factors. */
    List<Tensor> matrices(Constraint domain) {
        Tensor identity = rows.backend().eye(length(), DType.FLOAT64);
        Tensor deviation = deviation();
        List<Tensor> candidates = new ArrayList<>(List.of(
                identity,
                identity.times(deviation),
                identity.times(deviation.square()),
                identity.div(deviation.square())));
        addOfCovariance(candidates, identity);
        List<Tensor> inside = inside(domain, candidates);
        return inside.isEmpty() ? List.of(identity) : inside;
    }

    /** The covariance of the data, its factor and its inverse, where it has them. */
    private void addOfCovariance(List<Tensor> candidates, Tensor identity) {
        Tensor centred = rows.minus(rows.mean(0));
        Tensor covariance =
                centred.matmul(centred, true, false).div(rows.shape().dim(0));
        if (!inside(new PositiveDefinite(), List.of(covariance)).isEmpty()) {
            Tensor factor = covariance.cholesky();
            Tensor inverse = factor.triangularSolve(identity, false);
            candidates.add(covariance);
            candidates.add(factor);
            candidates.add(inverse.matmul(inverse, true, false));
        }
    }

    /** Standard deviations, 1 where there are none. */
    private Tensor deviation() {
        Tensor variance = rows.minus(rows.mean(0)).square().mean(0);
        return Tensor.where(variance.greater(0).and(variance.isFinite()), variance, equal(1))
                .sqrt();
    }

    private static List<Tensor> inside(Constraint domain, List<Tensor> candidates) {
        return candidates.stream()
                .filter(candidate -> {
                    boolean[] holds = new boolean[1];
                    Scope.run(() -> holds[0] = domain.holds(candidate).toBooleans()[0]);
                    return holds[0];
                })
                .toList();
    }
}
