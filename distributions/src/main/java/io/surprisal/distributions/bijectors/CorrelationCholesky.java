package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * From d(d − 1)/2 real numbers, row by row, to Cholesky factors of correlation matrices: lower triangles with rows of length 1 and a positive
 * diagonal. With zᵢⱼ = tanh xᵢⱼ, which are partial correlations, Lᵢⱼ = zᵢⱼ Π √(1 − zᵢₖ²) over k &lt; j, and Lᵢᵢ is that product over k &lt; i.
 *
 * <p>The determinant is that of the elements below the diagonal.
 *
 * @see <a href="https://mc-stan.org/docs/reference-manual/transforms.html">Stan reference manual, Cholesky factors of correlation matrices</a>
 */
public record CorrelationCholesky() implements Bijector {
    private static final double LOG_2 = 0.6931471805599453;

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> {
            TriangularIndex index = index(x);
            Tensor left = logLeft(index, x);
            Tensor identity = x.backend().eye(index.dimension(), x.dtype());
            return index.filled(x.tanh()).plus(identity).times(left.exp()).lowerTriangle();
        });
    }

    /** {@return arsinh(Lᵢⱼ/√(Σ Lᵢₖ²)) with the sum over k &gt; j} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> {
            int d = y.shape().dim(-1);
            TriangularIndex index = new TriangularIndex(d, false);
            Tensor squares = y.lowerTriangle().square();
            Tensor fromHere = squares.reverse(-1).cumsum(-1).reverse(-1);
            Tensor none = y.backend().zeros(y.shape().with(-1, 1), y.dtype());
            Tensor after = Tensor.concat(List.of(fromHere.slice(-1, 1, d), none), -1);
            return index.taken(y).div(index.taken(after).sqrt()).asinh();
        });
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> {
            TriangularIndex index = index(x);
            return logCosine(x).times(2).plus(index.taken(logLeft(index, x))).sum(-1);
        });
    }

    private static TriangularIndex index(Tensor x) {
        return TriangularIndex.ofElements("CorrelationCholesky", x.shape().dim(-1), false);
    }

    /** ½ log(1 − z²) = −log cosh x. */
    private static Tensor logCosine(Tensor x) {
        Tensor size = x.abs();
        return size.times(-2).exp().log1p().plus(size).minus(LOG_2).neg();
    }

    /** The logarithms of Π √(1 − zᵢₖ²) over k &lt; j, [batch…, d, d]. */
    private static Tensor logLeft(TriangularIndex index, Tensor x) {
        int d = index.dimension();
        Tensor sums = index.filled(logCosine(x)).cumsum(-1);
        Shape first = sums.shape().with(-1, 1);
        return Tensor.concat(List.of(x.backend().zeros(first, x.dtype()), sums.slice(-1, 0, d - 1)), -1);
    }

    @Override
    public boolean hasFreeValues() {
        return false;
    }

    @Override
    public boolean hasFreeElements() {
        return true;
    }

    /** {@return sums over the elements below the diagonal} */
    @Override
    public Tensor sumOverFree(Tensor ofElements) {
        return TriangularIndex.sum(ofElements, false);
    }

    @Override
    public int domainRank() {
        return 1;
    }

    @Override
    public int imageRank() {
        return 2;
    }
}
