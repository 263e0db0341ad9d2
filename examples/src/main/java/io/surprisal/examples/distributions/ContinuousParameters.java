package io.surprisal.examples.distributions;

import java.util.List;
import java.util.Map;

/** The parameters at which the gallery shows each continuous family: what a change of one of them does, on comparable scales. */
final class ContinuousParameters {
    static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry(
                    "AsymmetricLaplace",
                    List.of(
                            "location=0 scale=1 asymmetry=0.5",
                            "location=0 scale=1 asymmetry=1",
                            "location=0 scale=1 asymmetry=2")),
            Map.entry("Beta", List.of("alpha=0.5 beta=0.5", "alpha=2 beta=5", "alpha=8 beta=4")),
            Map.entry("Cauchy", List.of("location=0 scale=0.5", "location=0 scale=1", "location=2 scale=1")),
            Map.entry("Chi", List.of("df=1", "df=2", "df=5")),
            Map.entry("ChiSquared", List.of("df=1", "df=3", "df=8")),
            Map.entry("ContinuousBernoulli", List.of("probability=0.1", "probability=0.5", "probability=0.7")),
            Map.entry("Exponential", List.of("rate=0.5", "rate=1", "rate=2")),
            Map.entry(
                    "ExponentiallyModifiedGaussian",
                    List.of("mean=0 scale=1 rate=2", "mean=0 scale=1 rate=0.5", "mean=0 scale=0.3 rate=0.5")),
            Map.entry("FisherSnedecor", List.of("df1=1 df2=5", "df1=5 df2=10", "df1=50 df2=50")),
            Map.entry("FoldedNormal", List.of("mean=0 scale=1", "mean=1 scale=1", "mean=3 scale=1")),
            Map.entry(
                    "Frechet",
                    List.of("concentration=1.5 scale=1", "concentration=2 scale=1", "concentration=5 scale=1")),
            Map.entry("Gamma", List.of("concentration=0.5 rate=1", "concentration=2 rate=1", "concentration=9 rate=2")),
            Map.entry(
                    "GeneralizedExtremeValue",
                    List.of(
                            "location=0 scale=1 concentration=-0.5",
                            "location=0 scale=1 concentration=0",
                            "location=0 scale=1 concentration=0.5")),
            Map.entry(
                    "GeneralizedNormal",
                    List.of(
                            "location=0 scale=1 power=0.7",
                            "location=0 scale=1 power=2",
                            "location=0 scale=1 power=8")),
            Map.entry(
                    "GeneralizedPareto",
                    List.of(
                            "location=0 scale=1 concentration=-0.5",
                            "location=0 scale=1 concentration=0",
                            "location=0 scale=1 concentration=0.5")),
            Map.entry("Gumbel", List.of("location=0 scale=0.5", "location=0 scale=1", "location=2 scale=1")),
            Map.entry("HalfCauchy", List.of("scale=0.5", "scale=1", "scale=2")),
            Map.entry("HalfNormal", List.of("scale=0.5", "scale=1", "scale=2")),
            Map.entry("HalfStudentT", List.of("df=1 scale=1", "df=3 scale=1", "df=30 scale=1")),
            Map.entry(
                    "InverseGamma",
                    List.of("concentration=1 scale=1", "concentration=3 scale=1", "concentration=3 scale=3")),
            Map.entry(
                    "InverseGaussian",
                    List.of("mean=1 concentration=0.3", "mean=1 concentration=1", "mean=1 concentration=10")),
            Map.entry(
                    "KernelDensity",
                    List.of(
                            "values=-2,-1.5,0,0.5,3 bandwidth=0.2",
                            "values=-2,-1.5,0,0.5,3 bandwidth=0.5",
                            "values=-2,-1.5,0,0.5,3 bandwidth=1.5")),
            Map.entry("Kumaraswamy", List.of("alpha=0.5 beta=0.5", "alpha=2 beta=5", "alpha=5 beta=2")),
            Map.entry("Laplace", List.of("location=0 scale=0.5", "location=0 scale=1", "location=2 scale=1")),
            Map.entry("Levy", List.of("location=0 scale=0.5", "location=0 scale=1", "location=2 scale=0.5")),
            Map.entry(
                    "LogLogistic",
                    List.of("concentration=1 scale=1", "concentration=2 scale=1", "concentration=6 scale=1")),
            Map.entry("LogNormal", List.of("mean=0 scale=0.25", "mean=0 scale=0.5", "mean=0 scale=1")),
            Map.entry("LogUniform", List.of("low=1 high=4", "low=1 high=10", "low=4 high=10")),
            Map.entry("Logistic", List.of("location=0 scale=0.5", "location=0 scale=1", "location=2 scale=1")),
            Map.entry("LogitNormal", List.of("mean=0 scale=0.5", "mean=0 scale=3", "mean=1 scale=1")),
            Map.entry(
                    "Lomax", List.of("concentration=1 scale=1", "concentration=2 scale=1", "concentration=5 scale=4")),
            Map.entry("Maxwell", List.of("scale=0.5", "scale=1", "scale=2")),
            Map.entry(
                    "Nakagami",
                    List.of("concentration=0.5 scale=1", "concentration=1 scale=1", "concentration=4 scale=2")),
            Map.entry("Normal", List.of("mean=0 scale=0.5", "mean=0 scale=1", "mean=2 scale=1")),
            Map.entry(
                    "Pareto", List.of("concentration=1 scale=1", "concentration=3 scale=1", "concentration=3 scale=2")),
            Map.entry("Rayleigh", List.of("scale=0.5", "scale=1", "scale=2")),
            Map.entry(
                    "RelaxedBernoulli",
                    List.of(
                            "temperature=0.5 probability=0.5",
                            "temperature=1 probability=0.7",
                            "temperature=3 probability=0.7")),
            Map.entry("Rice", List.of("noncentrality=0 scale=1", "noncentrality=1 scale=1", "noncentrality=4 scale=1")),
            Map.entry(
                    "SkewNormal",
                    List.of("location=0 scale=1 skew=-4", "location=0 scale=1 skew=0", "location=0 scale=1 skew=2")),
            Map.entry(
                    "StudentT",
                    List.of("df=1 location=0 scale=1", "df=3 location=0 scale=1", "df=30 location=0 scale=1")),
            Map.entry("Triangular", List.of("low=0 high=1 peak=0", "low=0 high=1 peak=0.3", "low=0 high=2 peak=1")),
            Map.entry(
                    "TruncatedNormal",
                    List.of(
                            "mean=0 scale=1 low=-1 high=2",
                            "mean=0 scale=1 low=1 high=inf",
                            "mean=-5 scale=1 low=0 high=1")),
            Map.entry("Uniform", List.of("low=0 high=1", "low=-1 high=1", "low=0.5 high=3")),
            Map.entry(
                    "VonMises",
                    List.of("location=0 concentration=0", "location=0 concentration=2", "location=1 concentration=8")),
            Map.entry(
                    "Weibull",
                    List.of("concentration=0.7 scale=1", "concentration=1.5 scale=1", "concentration=5 scale=1")),
            Map.entry(
                    "WrappedCauchy",
                    List.of(
                            "location=0 concentration=0.2",
                            "location=0 concentration=0.6",
                            "location=1 concentration=0.8")));

    private ContinuousParameters() {}
}
