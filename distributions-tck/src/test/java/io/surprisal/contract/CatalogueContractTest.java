package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.combinators.Quantized;
import io.surprisal.distributions.combinators.Transformed;
import io.surprisal.distributions.combinators.Truncated;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Cauchy;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.Laplace;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.discrete.NegativeBinomial;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.discrete.Zipf;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.OneHotCategorical;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** Distributions of the library keep their own contract. */
class CatalogueContractTest extends DistributionContract {
    @Override
    protected List<Subject> subjects(Backend backend) {
        Tensor half = backend.scalar(0.5, DType.FLOAT64);
        Tensor two = backend.scalar(2, DType.FLOAT64);
        Tensor five = backend.scalar(5, DType.FLOAT64);
        Tensor three = backend.of(new double[] {0.2, 0.5, 0.3});
        Univariate normal = Normal.of(half, two);
        return List.of(
                Subject.of("Normal", normal),
                Subject.of("Cauchy", Cauchy.of(half, two)),
                Subject.of("Laplace", Laplace.of(half, two)),
                Subject.of("Gumbel", Gumbel.of(half, two)),
                Subject.of("Gamma", Gamma.of(half, two)),
                Subject.of("Beta", Beta.of(half, two)),
                Subject.of("StudentT", StudentT.of(five, half, two)),
                Subject.of("Uniform", Uniform.of(half, two)),
                Subject.of("Poisson", Poisson.of(five)),
                Subject.of("Binomial", Binomial.of(five, half)),
                Subject.of("NegativeBinomial", NegativeBinomial.of(two, half)),
                Subject.of("Zipf", Zipf.of(five)),
                Subject.of("Categorical", Categorical.of(three)),
                Subject.of("Dirichlet", Dirichlet.of(three.times(9))),
                Subject.of("OneHotCategorical", OneHotCategorical.of(three)),
                Subject.of("MultivariateNormal", MultivariateNormal.fromScales(three, three.plus(0.5))),
                Subject.of("truncated", Truncated.of(normal, -1, 4)),
                Subject.of("transformed", Transformed.of(Normal.of(half, half), new Exp())),
                Subject.of("quantized", Quantized.of(Logistic.of(half, two), -3, 7)),
                Subject.of("mixture", Mixture.of(three, Normal.of(three.times(10), three))));
    }
}
