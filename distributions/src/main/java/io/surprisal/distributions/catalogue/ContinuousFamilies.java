package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.continuous.AsymmetricLaplace;
import io.surprisal.distributions.continuous.Beta;
import io.surprisal.distributions.continuous.Cauchy;
import io.surprisal.distributions.continuous.Chi;
import io.surprisal.distributions.continuous.ChiSquared;
import io.surprisal.distributions.continuous.ContinuousBernoulli;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.ExponentiallyModifiedGaussian;
import io.surprisal.distributions.continuous.FisherSnedecor;
import io.surprisal.distributions.continuous.FoldedNormal;
import io.surprisal.distributions.continuous.Frechet;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.GeneralizedExtremeValue;
import io.surprisal.distributions.continuous.GeneralizedNormal;
import io.surprisal.distributions.continuous.GeneralizedPareto;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.HalfCauchy;
import io.surprisal.distributions.continuous.HalfNormal;
import io.surprisal.distributions.continuous.HalfStudentT;
import io.surprisal.distributions.continuous.InverseGamma;
import io.surprisal.distributions.continuous.InverseGaussian;
import io.surprisal.distributions.continuous.KernelDensity;
import io.surprisal.distributions.continuous.Kumaraswamy;
import io.surprisal.distributions.continuous.Laplace;
import io.surprisal.distributions.continuous.Levy;
import io.surprisal.distributions.continuous.LogLogistic;
import io.surprisal.distributions.continuous.LogNormal;
import io.surprisal.distributions.continuous.LogUniform;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.continuous.LogitNormal;
import io.surprisal.distributions.continuous.Lomax;
import io.surprisal.distributions.continuous.Maxwell;
import io.surprisal.distributions.continuous.Nakagami;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.Pareto;
import io.surprisal.distributions.continuous.Rayleigh;
import io.surprisal.distributions.continuous.RelaxedBernoulli;
import io.surprisal.distributions.continuous.Rice;
import io.surprisal.distributions.continuous.SkewNormal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.Triangular;
import io.surprisal.distributions.continuous.TruncatedNormal;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.continuous.VonMises;
import io.surprisal.distributions.continuous.Weibull;
import io.surprisal.distributions.continuous.WrappedCauchy;
import io.surprisal.distributions.family.Family;
import java.util.List;

/** The families of continuous distributions of numbers, a line each. */
final class ContinuousFamilies {
    static final List<Family<?>> ALL = List.of(
            AsymmetricLaplace.FAMILY, //
            Beta.FAMILY, //
            Cauchy.FAMILY, //
            Chi.FAMILY, //
            ChiSquared.FAMILY, //
            ContinuousBernoulli.FAMILY, //
            Exponential.FAMILY, //
            ExponentiallyModifiedGaussian.FAMILY, //
            FisherSnedecor.FAMILY, //
            FoldedNormal.FAMILY, //
            Frechet.FAMILY, //
            Gamma.FAMILY, //
            GeneralizedExtremeValue.FAMILY, //
            GeneralizedNormal.FAMILY, //
            GeneralizedPareto.FAMILY, //
            Gumbel.FAMILY, //
            HalfCauchy.FAMILY, //
            HalfNormal.FAMILY, //
            HalfStudentT.FAMILY, //
            InverseGamma.FAMILY, //
            InverseGaussian.FAMILY, //
            KernelDensity.FAMILY, //
            Kumaraswamy.FAMILY, //
            Laplace.FAMILY, //
            Levy.FAMILY, //
            LogLogistic.FAMILY, //
            LogNormal.FAMILY, //
            LogUniform.FAMILY, //
            Logistic.FAMILY, //
            LogitNormal.FAMILY, //
            Lomax.FAMILY, //
            Maxwell.FAMILY, //
            Nakagami.FAMILY, //
            Normal.FAMILY, //
            Pareto.FAMILY, //
            Rayleigh.FAMILY, //
            RelaxedBernoulli.FAMILY, //
            Rice.FAMILY, //
            SkewNormal.FAMILY, //
            StudentT.FAMILY, //
            Triangular.FAMILY, //
            TruncatedNormal.FAMILY, //
            Uniform.FAMILY, //
            VonMises.FAMILY, //
            Weibull.FAMILY, //
            WrappedCauchy.FAMILY //
            );

    /** Other parameters of families that are listed above. */
    static final List<Family<?>> OTHER_FORMS = List.of(KernelDensity.BY_WEIGHTS, RelaxedBernoulli.BY_LOGITS);

    private ContinuousFamilies() {}
}
