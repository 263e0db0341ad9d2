package io.surprisal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.catalogue.Families;
import io.surprisal.distributions.family.Family;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogProbTest {
    @Test
    void printsOneValueALineInFullPrecision() {
        Run run = Run.of("logprob", "Normal", "mean=0", "scale=1", "--at", "-40,0,7.9", "--function", "logCdf");
        assertThat(run.code()).isZero();
        List<Double> values = run.out().lines().map(Double::valueOf).toList();
        // mpmath, 50 digits: log Φ.
        assertThat(values.get(0)).isCloseTo(-804.6084420137538, within(1e-12));
        assertThat(values.get(1)).isEqualTo(-0.6931471805599453);
        assertThat(values.get(2)).isCloseTo(-1.3945171466592653e-15, within(1e-29));
    }

    @Test
    void theDensityIsTheDefault() {
        assertThat(Run.of("logprob", "exponential", "rate=2", "--at", "0,-1,inf,nan")
                        .out()
                        .lines())
                .containsExactly(Double.toString(Math.log(2)), "-Infinity", "-Infinity", "NaN");
    }

    @Test
    void statisticsNeedNoPoints() {
        assertThat(Run.of("logprob", "Gamma", "concentration=2", "rate=4", "--function", "mean")
                        .out())
                .isEqualTo("0.5" + System.lineSeparator());
        assertThat(Run.of("logprob", "Poisson", "rate=3", "--function", "variance", "--at", "1,2")
                        .out())
                .isEqualTo("3.0" + System.lineSeparator());
    }

    @Test
    void vectorsOfProbabilitiesAreParametersToo() {
        assertThat(Run.of("logprob", "Categorical", "probabilities=0.25,0.75", "--at", "1", "--function", "cdf")
                        .out())
                .startsWith("1.0");
    }

    @Test
    void otherParametrisationsAreFoundByTheirNames() {
        assertThat(Run.of(
                                "logprob",
                                "Empirical",
                                "values=1,2,4",
                                "weights=0.5,0.25,0.25",
                                "--at",
                                "2",
                                "--function",
                                "cdf")
                        .out())
                .isEqualTo("0.75" + System.lineSeparator());
        assertThat(Run.of("logprob", "KernelDensity", "weights=0,1", "values=1,2", "bandwidth=1", "--function", "mean")
                        .out())
                .isEqualTo("2.0" + System.lineSeparator());
        assertThat(Run.of("logprob", "Bernoulli", "logits=0", "--at", "1", "--function", "logProb")
                        .out())
                .startsWith("-0.6931471805599453");
        Run both = Run.of("logprob", "Bernoulli", "logits=0", "probability=0.5", "--at", "1");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.err())
                .contains("Bernoulli: logits, probability do not go together. The parameters are those of "
                        + "Bernoulli(probability) or Bernoulli(logits).");
    }

    @Test
    void listsEveryFamilyWithItsParameters() {
        Run run = Run.of("logprob", "--list");
        assertThat(run.out().lines())
                .hasSameSizeAs(Families.univariate())
                .contains("Normal mean scale", "StudentT df location scale");
        assertThat(run.err()).isEmpty();
        assertThat(Run.of("logprob", "--list", "--json").json().keySet())
                .containsExactlyElementsOf(
                        Families.univariate().stream().map(Family::name).toList());
    }

    @Test
    void answersInJson() {
        Run run = Run.of("logprob", "Uniform", "low=0", "high=1", "--at", "2,0.5", "--json");
        assertThat(run.json())
                .hasToString("{\"family\":\"Uniform\",\"function\":\"logProb\",\"values\":[\"-Infinity\",0.0]}");
    }

    @Test
    void wrongUsageIsToldInOneSentence() {
        assertThat(Run.of("logprob").err()).contains("Name a family, or ask for --list.");
        assertThat(Run.of("logprob", "Norml").err())
                .contains("There is no family 'Norml' of numbers. Did you mean Normal? --list names all");
        assertThat(Run.of("logprob", "Dirichlet").err()).contains("no family 'Dirichlet' of numbers. --list names all");
        assertThat(Run.of("logprob", "Normal", "--function", "pdf").err())
                .contains("There is no function 'pdf'. Did you mean logProb? There are logProb, cdf");
        assertThat(Run.of("logprob", "Normal", "mean=0", "scale=1").err())
                .contains("logProb is a function of points: give them by --at.");
        assertThat(Run.of("logprob", "Normal").code()).isEqualTo(2);
    }

    @Test
    void wrongParametersAreToldInOneSentence() {
        assertThat(failure("mean"))
                .contains("'mean' is not a parameter. Write name=number; the family is Normal(mean, scale).");
        assertThat(failure("mean=x")).contains("mean: 'x' is not a number.");
        assertThat(failure("mean=1d")).contains("mean: '1d' is not a number.");
        assertThat(failure("mean=")).contains("mean: a number is missing.");
        assertThat(failure("mean=0,1")).contains("Normal: mean is one number, but 2 were given.");
        assertThat(failure("mean=0", "mean=1")).contains("Normal: mean is given twice.");
        assertThat(failure("mean=0", "sclae=1"))
                .contains(
                        "Normal: there is no parameter 'sclae'. Did you mean scale? The family is Normal(mean, scale).");
        assertThat(failure("mean=0")).contains("Normal: scale is missing. The parameters are mean, scale.");
        assertThat(failure("mean=0", "scale=-1")).contains("scale must be positive, but scale = -1.0.");
    }

    private static String failure(String... parameters) {
        String[] words = new String[parameters.length + 4];
        words[0] = "logprob";
        words[1] = "Normal";
        System.arraycopy(parameters, 0, words, 2, parameters.length);
        words[words.length - 2] = "--at";
        words[words.length - 1] = "0";
        Run run = Run.of(words);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        return run.err();
    }
}
