package io.surprisal.examples.distributions;

import com.google.gson.JsonObject;
import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.continuous.ChiSquared;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.examples.Output;
import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Numeral;
import io.surprisal.examples.report.Page;
import io.surprisal.examples.report.Plot;
import io.surprisal.examples.report.Range;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Likelihood against probability: ten tosses of a coin, seven of them heads. With the probability p of heads fixed, the probabilities of all
 * counts of heads sum to 1; with the count fixed, the same formula as a function of p is the likelihood, which does not integrate to 1.
 */
final class Coin implements Study {
    private static final int TOSSES = 10;
    private static final int HEADS = 7;

    /** Even, for Simpson's rule, whose error is then below 10⁻¹¹ for this polynomial. */
    private static final int POINTS = 1_000;

    private static final int NEWTON_STEPS = 20;
    private static final double FAIR = 0.5;

    private final double[] fair;
    private final double[] best;
    private final double[] likelihood;
    private final double estimate;
    private final double limit;
    private final double low;
    private final double high;

    private Coin(Backend backend) {
        estimate = estimate(backend);
        fair = probabilities(backend, FAIR);
        best = probabilities(backend, estimate);
        likelihood = logLikelihood(backend.of(grid())).exp().toDoubles();
        limit = halfQuantile(backend);
        DoubleUnaryOperator logLikelihood =
                p -> logLikelihood(backend.scalar(p, DType.FLOAT64)).item();
        double least = logLikelihood.applyAsDouble(estimate) - limit;
        low = crossing(logLikelihood, least, 0, estimate);
        high = crossing(logLikelihood, least, 1, estimate);
    }

    static Coin of(Backend backend) {
        try (Scope scope = Scope.open()) {
            return new Coin(backend);
        }
    }

    /** Half the 95 % quantile of χ² with one degree of freedom. */
    private static double halfQuantile(Backend backend) {
        Tensor one = backend.scalar(1, DType.FLOAT64);
        return ChiSquared.FAMILY.of(one).quantile(one.times(0.95)).item() / 2;
    }

    private static double[] grid() {
        double[] grid = new double[POINTS + 1];
        Arrays.setAll(grid, i -> (double) i / POINTS);
        return grid;
    }

    private static Binomial tosses(Tensor probability) {
        return Binomial.of(probability.backend().scalar(TOSSES, DType.FLOAT64), probability);
    }

    private static Tensor logLikelihood(Tensor probability) {
        return tosses(probability).logProb(probability.backend().scalar(HEADS, DType.FLOAT64));
    }

    private static double[] probabilities(Backend backend, double probability) {
        return tosses(backend.scalar(probability, DType.FLOAT64))
                .logProb(backend.of(counts()))
                .exp()
                .toDoubles();
    }

    private static double[] counts() {
        double[] counts = new double[TOSSES + 1];
        Arrays.setAll(counts, k -> k);
        return counts;
    }

    /** Newton's method on the log-likelihood, from a fair coin. */
    private static double estimate(Backend backend) {
        double p = FAIR;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            try (Scope scope = Scope.open()) {
                Tensor at = backend.scalar(p, DType.FLOAT64);
                double slope = Gradients.gradient(Coin::logLikelihood).at(at).item();
                double curvature = Gradients.hessian(Coin::logLikelihood).at(at).item();
                p -= slope / curvature;
            }
        }
        return p;
    }

    /** Where an increasing or decreasing function has a value, by bisection. */
    private static double crossing(DoubleUnaryOperator function, double value, double below, double above) {
        double low = below;
        double high = above;
        while (Math.abs(high - low) > 1e-15) {
            double middle = (low + high) / 2;
            if (function.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Simpson's rule. */
    double integral() {
        double sum = 0;
        for (int i = 0; i <= POINTS; i++) {
            double weight = i == 0 || i == POINTS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * likelihood[i];
        }
        return sum / (3 * POINTS);
    }

    /** How many times as likely seven heads are with a fair coin as with the best one. */
    double ratio() {
        return fair[HEADS] / best[HEADS];
    }

    @Override
    public String name() {
        return "coin";
    }

    @Override
    public void addTo(Page page) {
        page.topic(
                "Likelihood against probability",
                "Ten tosses of a coin. Fix the probability p of heads, and each count of heads has a probability; those of one p sum to 1"
                        + " (first chart). Fix instead the count that was seen, seven heads, and let p vary: the same formula is now the"
                        + " likelihood of p, which has at each p the height of its column at 7 (second chart). It is no density of p, for"
                        + " its integral is 1/11 = "
                        + Numeral.of(integral()) + ".",
                Page.panels(List.of(massesPanel(), likelihoodPanel(), logPanel())),
                Element.of(
                        "p",
                        "What counts are ratios of likelihoods. The most likely p is " + Numeral.of(estimate)
                                + ", and a fair coin is " + Numeral.of(ratio())
                                + " times as likely as that. The 95 % interval holds every p whose log-likelihood is less than "
                                + Numeral.of(limit)
                                + " below the maximum, half the 95 % quantile of χ² with one degree of freedom (third chart): from "
                                + Numeral.of(low) + " to " + Numeral.of(high)
                                + ". A fair coin is in it; seven heads in ten tosses do not refute it."));
    }

    private Element massesPanel() {
        double[] left = Arrays.stream(counts()).map(k -> k - 0.2).toArray();
        double[] right = Arrays.stream(counts()).map(k -> k + 0.2).toArray();
        return Plot.of(
                        "Probabilities of 0 to 10 heads for a fair coin and for the best one",
                        Range.between("heads in ten tosses", -0.7, TOSSES + 0.7).whole(),
                        Range.between("probability", 0, 0.3))
                .bars(left, 0.4, fair, "c0")
                .bars(right, 0.4, best, "c1")
                .upright(HEADS, "c7")
                .named(
                        "c0",
                        "p = " + FAIR + ", sum "
                                + Numeral.of(Arrays.stream(fair).sum()))
                .named(
                        "c1",
                        "p = " + Numeral.of(estimate) + ", sum "
                                + Numeral.of(Arrays.stream(best).sum()))
                .named("c7", "seen")
                .figure();
    }

    private Element likelihoodPanel() {
        return Plot.of(
                        "Likelihood of p for seven heads in ten tosses",
                        Range.between("p", 0, 1),
                        Range.between("likelihood of p", 0, 0.3))
                .curve(grid(), likelihood, "c2")
                .upright(estimate, "c1")
                .upright(FAIR, "c0")
                .named("c2", "likelihood, integral " + Numeral.of(integral()))
                .named("c1", "most likely p")
                .named("c0", "fair coin")
                .figure();
    }

    private Element logPanel() {
        double[] relative =
                Arrays.stream(likelihood).map(l -> Math.log(l / best[HEADS])).toArray();
        return Plot.of(
                        "Logarithm of the likelihood of p, less its maximum",
                        Range.between("p", 0, 1),
                        Range.between("log-likelihood ratio", -6, 0.2))
                .curve(grid(), relative, "c2")
                .level(-limit, "c3")
                .upright(low, "c3")
                .upright(high, "c3")
                .named("c2", "log-likelihood less its maximum")
                .named("c3", "95 % interval")
                .figure();
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("tosses", TOSSES);
        json.addProperty("heads", HEADS);
        Output.add(json, "sum_of_probabilities", Arrays.stream(fair).sum());
        Output.add(json, "likelihood_integral", integral());
        Output.add(json, "maximum_likelihood_estimate", estimate);
        Output.add(json, "maximum_log_likelihood", Math.log(best[HEADS]));
        Output.add(json, "likelihood_ratio_of_fair_coin", ratio());
        Output.add(json, "interval_low", low);
        Output.add(json, "interval_high", high);
        return json;
    }
}
