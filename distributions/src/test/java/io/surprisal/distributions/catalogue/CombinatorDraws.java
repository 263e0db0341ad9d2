package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Cholesky;
import io.surprisal.distributions.bijectors.CholeskyOuterProduct;
import io.surprisal.distributions.bijectors.CorrelationCholesky;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.bijectors.Log;
import io.surprisal.distributions.bijectors.Ordered;
import io.surprisal.distributions.bijectors.Power;
import io.surprisal.distributions.bijectors.Sigmoid;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.distributions.bijectors.Softplus;
import io.surprisal.distributions.bijectors.Stereographic;
import io.surprisal.distributions.bijectors.Tanh;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.combinators.LocationScale;
import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.combinators.Quantized;
import io.surprisal.distributions.combinators.Transformed;
import io.surprisal.distributions.combinators.Truncated;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.SkewNormal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.VonMises;
import io.surprisal.distributions.discrete.NegativeBinomial;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.VonMisesFisher;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Combinators whose draws pass through every bijector, truncation and mixture. */
final class CombinatorDraws {
    private final Backend backend;
    private final DType dtype;

    CombinatorDraws(Backend backend, DType dtype) {
        this.backend = backend;
        this.dtype = dtype;
    }

    List<Distribution> all() {
        Univariate normal = Normal.of(vector(0.3), vector(1.7));
        Univariate gamma = Gamma.of(vector(2.3), vector(0.7));
        Distribution six = Independent.of(Normal.of(vector(0.1, -0.2, 0.3, 0.4, 1.5, -2), vector(0.9)), 1);
        Tensor covariance = vector(2, 0.3, -0.1, 0.3, 1.1, 0.2, -0.1, 0.2, 0.7).reshape(3, 3);
        Distribution three = MultivariateNormal.of(vector(0.2, 0.3, -0.4), covariance);
        List<Distribution> all = new ArrayList<>();
        List<Bijector> ofReals = List.of(
                new Exp(), new Sigmoid(), new Softplus(), new Tanh(), new Sigmoid().then(new Power(vector(-0.37))));
        ofReals.forEach(map -> all.add(Transformed.of(normal, map)));
        List<Bijector> ofPositive =
                List.of(new Log(), new Power(vector(1.3)), new Softplus().inverted(), new Log().then(new Tanh()));
        ofPositive.forEach(map -> all.add(Transformed.of(gamma, map)));
        List<Bijector> ofThree = List.of(
                new SoftmaxCentered(),
                new Ordered(),
                new Ordered().then(new Exp()),
                new SoftmaxCentered().then(new Log()),
                new Stereographic());
        ofThree.forEach(map -> all.add(Transformed.of(three, map)));
        List<Bijector> ofSix = List.of(
                new Cholesky(),
                new Cholesky().then(CholeskyOuterProduct.ofCovariances()),
                new CorrelationCholesky(),
                new CorrelationCholesky().then(CholeskyOuterProduct.ofCorrelations()));
        ofSix.forEach(map -> all.add(Transformed.of(six, map)));
        all.add(Transformed.of(Dirichlet.of(vector(0.4, 2, 1.1)), new Log()));
        all.add(Transformed.of(
                VonMisesFisher.of(vector(0, 0, 1), backend.scalar(3, dtype)), new Stereographic().inverted()));
        all.add(LocationScale.of(normal, 0.37, -2.9));
        all.add(Truncated.of(normal, 38, 39));
        all.add(Truncated.of(gamma, 0.5, Double.POSITIVE_INFINITY));
        all.add(Truncated.of(StudentT.of(vector(2.7), vector(0), vector(1)), -7, 2));
        all.add(Truncated.of(VonMises.of(vector(0.2), vector(1.5)), -1, 2));
        all.add(Truncated.of(SkewNormal.of(vector(0.2), vector(1.5), vector(3)), -1, 2));
        all.add(Truncated.of(NegativeBinomial.of(vector(3.3), vector(0.4)), 2, 30));
        all.add(Truncated.of(
                Transformed.of(normal, new Exp()).capability(Univariate.class).orElseThrow(), 0.5, 4));
        all.add(Quantized.of(LocationScale.of(normal, -0.5, 11)));
        all.add(Mixture.of(vector(0.25, 0.75), List.of(normal, gamma)));
        all.add(Mixture.fromLogits(vector(0.3, -0.4), List.of(three, three)));
        all.add(Mixture.fromLogits(vector(0.3, -0.4), List.of(Transformed.of(normal, new Exp()), gamma)));
        return all;
    }

    private Tensor vector(double... elements) {
        return backend.of(elements).cast(dtype);
    }
}
