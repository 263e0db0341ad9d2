package io.surprisal.examples.distributions;

import java.util.List;
import java.util.Map;

/** The parameters at which the gallery shows each discrete family. */
final class DiscreteParameters {
    static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry("Bernoulli", List.of("probability=0.2", "probability=0.5", "probability=0.9")),
            Map.entry(
                    "BetaBinomial",
                    List.of("trials=20 alpha=0.5 beta=0.5", "trials=20 alpha=2 beta=5", "trials=20 alpha=20 beta=10")),
            Map.entry(
                    "Binomial",
                    List.of("trials=10 probability=0.5", "trials=20 probability=0.2", "trials=20 probability=0.7")),
            Map.entry(
                    "Categorical",
                    List.of(
                            "probabilities=0.2,0.3,0.5",
                            "probabilities=0.25,0.25,0.25,0.25",
                            "probabilities=0.1,0.4,0.05,0.3,0.15")),
            Map.entry("Delta", List.of("location=0", "location=1", "location=2.5")),
            Map.entry("DiscreteUniform", List.of("low=0 high=1", "low=1 high=6", "low=-4 high=4")),
            Map.entry(
                    "DiscretizedLogistic",
                    List.of(
                            "location=8 scale=1 levels=16",
                            "location=12 scale=2 levels=16",
                            "location=-1 scale=2 levels=16")),
            Map.entry(
                    "DiscretizedLogisticMixture",
                    List.of(
                            "logits=0,0 locations=6,20 scales=1.5,1.5 levels=32",
                            "logits=0,0 locations=12,20 scales=1.5,3 levels=32",
                            "logits=0,1,-1 locations=2,14,29 scales=0.5,3,1 levels=32")),
            Map.entry("Empirical", List.of("values=1,2,2,4,7", "values=1,2,3,4,5,6", "values=0,0,1,1,1,1.5,2.5,4")),
            Map.entry("Geometric", List.of("probability=0.15", "probability=0.3", "probability=0.6")),
            Map.entry(
                    "Hypergeometric",
                    List.of(
                            "population=50 successes=10 draws=10",
                            "population=50 successes=25 draws=10",
                            "population=50 successes=25 draws=40")),
            Map.entry(
                    "NegativeBinomial",
                    List.of(
                            "failures=1 probability=0.6",
                            "failures=5 probability=0.5",
                            "failures=0.5 probability=0.8")),
            Map.entry("Poisson", List.of("rate=1", "rate=4", "rate=15")),
            Map.entry("Skellam", List.of("rate1=1 rate2=1", "rate1=4 rate2=4", "rate1=8 rate2=2")),
            Map.entry("YuleSimon", List.of("concentration=1", "concentration=2", "concentration=6")),
            Map.entry("Zipf", List.of("exponent=1.5", "exponent=2", "exponent=4")));

    private DiscreteParameters() {}
}
