package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.bijectors.Power;
import io.surprisal.distributions.bijectors.Sigmoid;
import io.surprisal.distributions.combinators.LocationScale;
import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.combinators.Quantized;
import io.surprisal.distributions.combinators.Transformed;
import io.surprisal.distributions.combinators.Truncated;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.continuous.Exponential;
import io.surprisal.distributions.continuous.Gamma;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.Logistic;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.continuous.TruncatedNormal;
import io.surprisal.distributions.continuous.Uniform;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.discrete.Delta;
import io.surprisal.distributions.discrete.DiscreteUniform;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Families that combinators make, each of which is another family too: the one that its name ends with, on whose grid it is tested. A mixture of
 * normal distributions, which is no other family, has a grid of its own.
 */
final class CombinatorFamilies {
    static final List<Family<?>> ALL = List.of(
            family(
                    "Truncated TruncatedNormal",
                    p -> Truncated.of(Normal.unchecked(p.get(0), p.get(1)), p.get(2), p.get(3)),
                    TruncatedNormal.FAMILY.parameters().toArray(new Parameter[0])),
            family(
                    "Truncated HalfNormal",
                    p -> Truncated.of(Normal.unchecked(zero(p), p.get(0)), 0, Double.POSITIVE_INFINITY),
                    Parameter.positive("scale")),
            family(
                    "Truncated Uniform",
                    p -> Truncated.of(
                            Uniform.FAMILY.unchecked(p.get(0).minus(1), p.get(1).plus(3)), p.get(0), p.get(1)),
                    Parameter.real("low"),
                    Parameter.real("high")),
            family(
                    "Truncated DiscreteUniform",
                    p -> Truncated.of(
                            DiscreteUniform.FAMILY.unchecked(
                                    p.get(0).minus(3), p.get(1).plus(5)),
                            p.get(0),
                            p.get(1)),
                    new Parameter("low", Interval.REAL.whole()),
                    new Parameter("high", Interval.REAL.whole())),
            family(
                    "Truncated TruncatedPoisson",
                    p -> Truncated.of(Poisson.FAMILY.unchecked(p.get(0)), p.get(1), p.get(2)),
                    Parameter.positive("rate"),
                    new Parameter("low", new WholeOrInfinite()),
                    new Parameter("high", new WholeOrInfinite())),
            family(
                    "Truncated TruncatedStudentT",
                    p -> Truncated.of(StudentT.FAMILY.unchecked(p.get(0), p.get(1), p.get(2)), p.get(3), p.get(4)),
                    Parameter.positive("df"),
                    Parameter.real("location"),
                    Parameter.positive("scale"),
                    TruncatedNormal.FAMILY.parameters().get(2),
                    TruncatedNormal.FAMILY.parameters().get(3)),
            family(
                    "Transformed LogNormal",
                    p -> Transformed.of(Normal.unchecked(p.get(0), p.get(1)), new Exp()),
                    Parameter.real("mean"),
                    Parameter.positive("scale")),
            family(
                    "Transformed LogitNormal",
                    p -> Transformed.of(Normal.unchecked(p.get(0), p.get(1)), new Sigmoid()),
                    Parameter.real("mean"),
                    Parameter.positive("scale")),
            family(
                    "Transformed InverseGamma",
                    p -> LocationScale.of(
                            transformed(Gamma.FAMILY.unchecked(p.get(0), one(p)), new Power(one(p).neg())),
                            zero(p),
                            p.get(1)),
                    Parameter.positive("concentration"),
                    Parameter.positive("scale")),
            family(
                    "Transformed Weibull",
                    p -> transformed(
                            transformed(
                                    Exponential.FAMILY.unchecked(one(p)),
                                    new Power(p.get(0).reciprocal())),
                            new Affine(zero(p), p.get(1))),
                    Parameter.positive("concentration"),
                    Parameter.positive("scale")),
            family(
                    "LocationScale Gumbel",
                    p -> LocationScale.of(
                            LocationScale.of(Gumbel.FAMILY.unchecked(zero(p), one(p)), 0, -1),
                            p.get(0),
                            p.get(1).neg()),
                    Parameter.real("location"),
                    Parameter.positive("scale")),
            family(
                    "LocationScale Binomial",
                    p -> LocationScale.of(
                            Binomial.FAMILY.unchecked(p.get(0), p.get(1).neg().plus(1)), p.get(0), one(p).neg()),
                    Parameter.count("trials"),
                    Parameter.probability("probability")),
            family(
                    "Quantized DiscretizedLogistic",
                    p -> quantizedLogistic(p.get(0), p.get(1), p.get(2)),
                    Parameter.real("location"),
                    Parameter.positive("scale"),
                    new Parameter("levels", Interval.POSITIVE_COUNT)),
            family(
                    "Mixture DiscretizedLogisticMixture",
                    p -> Mixture.fromLogits(
                            p.get(0),
                            quantizedLogistic(p.get(1), p.get(2), p.get(3).expandDims(-1))),
                    new Parameter("logits", new Logits()),
                    new Parameter("locations", Interval.REAL.over(1)),
                    new Parameter("scales", Interval.POSITIVE.over(1)),
                    new Parameter("levels", Interval.POSITIVE_COUNT)),
            family(
                    "Mixture Bernoulli",
                    p -> Mixture.of(
                            Tensor.stack(List.of(p.get(0).neg().plus(1), p.get(0)), -1),
                            List.of(Delta.FAMILY.unchecked(zero(p)), Delta.FAMILY.unchecked(one(p)))),
                    Parameter.probability("probability")),
            family(
                    "Mixture Laplace",
                    p -> Mixture.fromLogits(
                            p.get(0).backend().zeros(Shape.of(2), p.get(0).dtype()),
                            List.of(
                                    LocationScale.of(Exponential.FAMILY.unchecked(one(p)), p.get(0), p.get(1)),
                                    LocationScale.of(
                                            Exponential.FAMILY.unchecked(one(p)),
                                            p.get(0),
                                            p.get(1).neg()))),
                    Parameter.real("location"),
                    Parameter.positive("scale")),
            family(
                    "Mixture MixtureOfNormals",
                    p -> Mixture.of(Categorical.FAMILY.unchecked(p.get(0)), Normal.unchecked(p.get(1), p.get(2))),
                    new Parameter("weights", new Simplex()),
                    new Parameter("means", Interval.REAL.over(1)),
                    new Parameter("scales", Interval.POSITIVE.over(1))));

    /** Ends of truncated counts. */
    private record WholeOrInfinite() implements Constraint {
        @Override
        public Tensor holds(Tensor x) {
            return x.floor().equalTo(x);
        }

        @Override
        public String rule() {
            return "a whole number or infinite";
        }

        @Override
        public Optional<Bijector> fromReals() {
            return Optional.empty();
        }
    }

    private CombinatorFamilies() {}

    /** Whether a family is one of these. */
    static boolean contains(Family<?> family) {
        return family.name().contains(" ");
    }

    static boolean isTruncated(Family<?> family) {
        return family.name().startsWith("Truncated ");
    }

    /** Whether the arithmetic on parameters, which makes one family another, is rounded in single precision. */
    static boolean roundsParameters(Family<?> family) {
        return family.name().equals("LocationScale Binomial");
    }

    /** Of mixtures the median has no slope where components meet, and none in weights one by one, which then do not add up to 1. */
    static boolean isMixture(Family<?> family) {
        return family.name().startsWith("Mixture ");
    }

    private static Family<?> family(String name, Function<List<Tensor>, Distribution> maker, Parameter... parameters) {
        return Family.of(name, maker, parameters);
    }

    private static Univariate transformed(Univariate base, Bijector map) {
        return Transformed.of(base, map).capability(Univariate.class).orElseThrow();
    }

    private static Quantized quantizedLogistic(Tensor location, Tensor scale, Tensor levels) {
        Tensor zero = levels.times(0);
        return Quantized.of(Logistic.FAMILY.unchecked(location.minus(0.5), scale), zero, levels.minus(1));
    }

    private static Tensor zero(List<Tensor> parameters) {
        Tensor first = parameters.get(0);
        return first.backend().scalar(0, first.dtype());
    }

    private static Tensor one(List<Tensor> parameters) {
        return zero(parameters).plus(1);
    }
}
