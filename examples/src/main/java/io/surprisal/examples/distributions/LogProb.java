package io.surprisal.examples.distributions;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.catalogue.Families;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.examples.BackendChoiceOption;
import io.surprisal.examples.Output;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a function of any distribution of numbers in double precision, one value a line, for use from scripts. */
@Command(
        name = "logprob",
        description = "Print log-probabilities, or another function, of any distribution of numbers.",
        footer = {
            "",
            "Examples:",
            "  examples/run logprob Normal mean=0 scale=1 --at -40,0,7.9 --function logCdf",
            "  examples/run logprob Categorical probabilities=0.2,0.3,0.5 --at 0,1,2",
            "  examples/run logprob Empirical values=1,2,4 weights=0.5,0.25,0.25 --at 2 --function cdf",
            "  examples/run logprob Gamma concentration=2 rate=3 --function entropy"
        })
public final class LogProb implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Output output = new Output();

    @Mixin
    private BackendChoiceOption backendChoice = new BackendChoiceOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FAMILY", description = "The family, as --list names it.")
    private @Nullable String family;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "Its parameters; several numbers with commas between where one is a vector: values=1,2,4. "
                    + "Beside those of --list, Empirical and KernelDensity take weights, one for each value, and Bernoulli, "
                    + "Categorical, NegativeBinomial and RelaxedBernoulli take logits in place of probabilities.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "X1,X2,…",
            description =
                    "The points; probabilities for quantiles, their logarithms for quantileOfLog. Statistics need none.")
    private @Nullable String at;

    @Option(
            names = "--function",
            defaultValue = "logProb",
            paramLabel = "NAME",
            description = "One of logProb (the default), cdf, logCdf, survival, logSurvival, quantile, quantileOfLog, "
                    + "inverseSurvival, inverseSurvivalOfLog, entropy, mean, variance, standardDeviation, skewness, "
                    + "kurtosis, median, mode.")
    private String function = "logProb";

    @Option(names = "--list", description = "Print every family with the names of its parameters, and nothing else.")
    private boolean list;

    /** For picocli. */
    public LogProb() {}

    @Override
    public void run() {
        if (list) {
            printFamilies();
        } else {
            compute(wantedForms(), wantedFunction());
        }
    }

    private void printFamilies() {
        JsonObject object = new JsonObject();
        StringBuilder words = new StringBuilder();
        for (Family<?> each : Families.univariate()) {
            List<String> names = each.parameters().stream().map(Parameter::name).toList();
            JsonArray array = new JsonArray();
            names.forEach(array::add);
            object.add(each.name(), array);
            words.append(words.isEmpty() ? "" : System.lineSeparator())
                    .append(each.name())
                    .append(' ')
                    .append(String.join(" ", names));
        }
        output.print(object, words.toString());
    }

    private List<Family<?>> wantedForms() {
        if (family == null) {
            throw usage("Name a family, or ask for --list.");
        }
        List<Family<?>> forms = Families.forms(family);
        if (forms.isEmpty()) {
            throw usage("There is no family '" + family + "' of numbers." + NearestName.question(family, names())
                    + " --list names all there are.");
        }
        return forms;
    }

    private static List<String> names() {
        return Families.univariate().stream().<String>map(Family::name).toList();
    }

    private UnivariateFunction wantedFunction() {
        UnivariateFunction wanted = UnivariateFunction.named(function)
                .orElseThrow(() -> usage("There is no function '" + function + "'."
                        + UnivariateFunction.question(function) + " There are "
                        + String.join(", ", UnivariateFunction.labels()) + "."));
        if (wanted.ofPoints() && at == null) {
            throw usage(wanted.label() + " is a function of points: give them by --at.");
        }
        return wanted;
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private void compute(List<Family<?>> forms, UnivariateFunction asked) {
        ParameterValues parameters = ParameterValues.parse(forms, values);
        Family<?> wanted = parameters.family();
        double[] points = at == null ? new double[0] : ParameterValues.numbers("--at", at);
        try (Backend backend = backendChoice.open();
                Scope scope = Scope.open()) {
            Distribution distribution = wanted.of(backend, DType.FLOAT64, parameters.values());
            double[] results = asked.of((Univariate) distribution, backend.of(points))
                    .map(Tensor::toDoubles)
                    .orElseThrow(() ->
                            new UnsupportedOperationException("logprob: " + wanted.name() + " has no " + asked.label()
                                    + ", or none in closed form. docs/families.md shows what each family has."));
            print(wanted, asked, results);
        }
    }

    private void print(Family<?> wanted, UnivariateFunction asked, double[] results) {
        JsonObject object = new JsonObject();
        object.addProperty("family", wanted.name());
        object.addProperty("function", asked.label());
        JsonArray array = new JsonArray();
        Arrays.stream(results).forEach(value -> Output.add(array, value));
        object.add("values", array);
        output.print(
                object,
                Arrays.stream(results).mapToObj(Double::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}
