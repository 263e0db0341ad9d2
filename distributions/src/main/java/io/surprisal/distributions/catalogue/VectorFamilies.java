package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.multivariate.Dirichlet;
import io.surprisal.distributions.multivariate.DirichletMultinomial;
import io.surprisal.distributions.multivariate.LKJ;
import io.surprisal.distributions.multivariate.LKJCholesky;
import io.surprisal.distributions.multivariate.LogisticNormal;
import io.surprisal.distributions.multivariate.MatrixNormal;
import io.surprisal.distributions.multivariate.Multinomial;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.MultivariateStudentT;
import io.surprisal.distributions.multivariate.OneHotCategorical;
import io.surprisal.distributions.multivariate.PlackettLuce;
import io.surprisal.distributions.multivariate.PowerSpherical;
import io.surprisal.distributions.multivariate.RelaxedOneHotCategorical;
import io.surprisal.distributions.multivariate.SphericalUniform;
import io.surprisal.distributions.multivariate.StraightThrough;
import io.surprisal.distributions.multivariate.VonMisesFisher;
import io.surprisal.distributions.multivariate.Wishart;
import java.util.List;

/** The families of distributions of vectors, matrices, directions and orders, a line each. */
final class VectorFamilies {
    static final List<Family<?>> ALL = List.of(
            Dirichlet.FAMILY, //
            DirichletMultinomial.FAMILY, //
            LKJ.FAMILY, //
            LKJCholesky.FAMILY, //
            LogisticNormal.FAMILY, //
            MatrixNormal.FAMILY, //
            Multinomial.FAMILY, //
            MultivariateNormal.FAMILY, //
            MultivariateStudentT.FAMILY, //
            OneHotCategorical.FAMILY, //
            PlackettLuce.FAMILY, //
            PowerSpherical.FAMILY, //
            RelaxedOneHotCategorical.FAMILY, //
            SphericalUniform.FAMILY, //
            StraightThrough.FAMILY, //
            VonMisesFisher.FAMILY, //
            Wishart.FAMILY //
            );

    private VectorFamilies() {}
}
