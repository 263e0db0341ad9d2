package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.multivariate.MatrixNormal;
import io.surprisal.distributions.multivariate.Multinomial;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.distributions.multivariate.MultivariateStudentT;
import io.surprisal.distributions.multivariate.OneHotCategorical;
import io.surprisal.distributions.multivariate.RelaxedOneHotCategorical;
import io.surprisal.distributions.multivariate.StraightThrough;
import io.surprisal.distributions.multivariate.Wishart;
import java.util.ArrayList;
import java.util.List;

/**
 * A family of vectors or matrices in one of its forms.
 *
 * @param grid the name of its reference grid
 */
record VectorForm(String grid, Family<?> family) {
    /** The first form of every family, and the others that have a grid. */
    static List<VectorForm> all() {
        List<VectorForm> forms = new ArrayList<>();
        for (Family<?> family : Families.multivariate()) {
            forms.add(new VectorForm(family.name(), family));
        }
        forms.add(new VectorForm("OneHotCategoricalByLogits", OneHotCategorical.BY_LOGITS));
        forms.add(new VectorForm("StraightThroughByLogits", StraightThrough.BY_LOGITS));
        forms.add(new VectorForm("RelaxedOneHotCategoricalByLogits", RelaxedOneHotCategorical.BY_LOGITS));
        forms.add(new VectorForm("MultinomialByLogits", Multinomial.BY_LOGITS));
        forms.add(new VectorForm("MultivariateNormalByFactor", MultivariateNormal.BY_FACTOR));
        forms.add(new VectorForm("MultivariateNormalByPrecision", MultivariateNormal.BY_PRECISION));
        forms.add(new VectorForm("MultivariateNormalByScales", MultivariateNormal.BY_SCALES));
        forms.add(new VectorForm("MultivariateNormalByLowRank", MultivariateNormal.BY_LOW_RANK));
        forms.add(new VectorForm("MultivariateStudentTByFactor", MultivariateStudentT.BY_FACTOR));
        forms.add(new VectorForm("MultivariateStudentTByPrecision", MultivariateStudentT.BY_PRECISION));
        forms.add(new VectorForm("MultivariateStudentTByScales", MultivariateStudentT.BY_SCALES));
        forms.add(new VectorForm("MultivariateStudentTByLowRank", MultivariateStudentT.BY_LOW_RANK));
        forms.add(new VectorForm("MatrixNormalByFactors", MatrixNormal.BY_FACTORS));
        forms.add(new VectorForm("WishartByFactor", Wishart.BY_FACTOR));
        return forms;
    }

    @Override
    public String toString() {
        return grid;
    }
}
