package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.optim.MinimisationResult;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The search for the parameters of a model that make data likeliest. */
final class LikelihoodSearch<D extends Distribution> {
    private static final int NAMED = 3;

    /** So close to an end of the support that it stops the search, in unconstrained parameters and relative to them. */
    private static final double STEP = 1e-6;

    private final String name;
    private final Function<Parameters, D> model;
    private final Tensor data;
    private final Tensor weights;
    private final Minimiser minimiser;

    LikelihoodSearch(String name, Function<Parameters, D> model, Tensor data, Tensor weights, Minimiser minimiser) {
        this.name = name;
        this.model = model;
        this.data = data;
        this.weights = weights;
        this.minimiser = minimiser;
        requireNumbers();
    }

    private void requireNumbers() {
        double[] values = data.toDoubles();
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    name + ": there are no data to fit, their shape is " + data.shape() + ".");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException(name + ": data must be numbers, but data"
                        + data.shape().placeOf(i) + " = NaN. Leave missing observations out, or weight them by 0.");
            }
        }
    }

    private Tensor meanLoss(Parameters u) {
        return NegativeLogLikelihood.mean().ofChecked("MaximumLikelihood", model.apply(u), data, weights);
    }

    /** The likeliest of several starts. */
    Parameters likeliest(List<Parameters> starts) {
        Parameters best = starts.get(0);
        double lowest = Double.POSITIVE_INFINITY;
        for (Parameters start : starts) {
            double[] loss = new double[1];
            Scope.run(() -> loss[0] = meanLoss(start).item());
            if (loss[0] < lowest) {
                lowest = loss[0];
                best = start;
            }
        }
        return best;
    }

    /**
     * The fit from a start.
     *
     * @param start unconstrained parameters
     * @param result makes the distribution that the fit holds
     */
    Fit<D> from(Parameters start, Function<Parameters, D> result) {
        requirePossible(start);
        return Scope.tidy(() -> {
            MinimisationResult lowest = minimiser.minimise(this::meanLoss, start);
            Parameters held = blocked(lowest, Parameters.empty());
            while (!held.names().isEmpty()
                    && held.names().size() < start.names().size()) {
                lowest = amongOthers(held, lowest);
                Parameters more = blocked(lowest, held);
                if (more.names().equals(held.names())) {
                    break;
                }
                held = more;
            }
            double slope = 0;
            for (Tensor gradient : gradient(lowest.parameters()).tensors()) {
                slope = Math.max(slope, gradient.abs().max().item());
            }
            double loss = NegativeLogLikelihood.sum()
                    .ofChecked("MaximumLikelihood", model.apply(lowest.parameters()), data, weights)
                    .item();
            return new Fit<>(result.apply(lowest.parameters()), -loss, lowest.iterations(), slope, lowest.ending());
        });
    }

    private Parameters gradient(Parameters u) {
        return Gradients.valueAndGradient(this::meanLoss).at(u).gradient();
    }

    /** Goes on with the parameters that are not held. */
    private MinimisationResult amongOthers(Parameters held, MinimisationResult before) {
        Parameters free = Parameters.empty();
        for (String name : before.parameters().names()) {
            free = held.contains(name)
                    ? free
                    : free.with(name, before.parameters().get(name));
        }
        MinimisationResult lowest = minimiser.minimise(u -> meanLoss(both(before.parameters(), u)), free);
        return new MinimisationResult(
                both(before.parameters(), lowest.parameters()),
                lowest.value(),
                before.iterations() + lowest.iterations(),
                before.evaluations() + lowest.evaluations(),
                lowest.ending());
    }

    /** All parameters, some of them replaced. */
    private static Parameters both(Parameters all, Parameters replaced) {
        Parameters both = all;
        for (String name : replaced.names()) {
            both = both.with(name, replaced.get(name));
        }
        return both;
    }

    /** The parameters of which alone a small step downhill makes data impossible: they stand at an end of the support and stop the others. */
    private Parameters blocked(MinimisationResult lowest, Parameters held) {
        if (lowest.ending() != MinimisationResult.Ending.NO_DESCENT) {
            return held;
        }
        Parameters present = lowest.parameters();
        Parameters slopes = gradient(present);
        Parameters blocked = held;
        for (String name : present.names()) {
            Tensor u = present.get(name);
            Tensor step = u.abs().maximum(1).times(STEP).times(slopes.get(name).sign());
            boolean isPossible = !Double.isInfinite(
                    meanLoss(present.with(name, u.minus(step))).item());
            blocked = isPossible || blocked.contains(name) ? blocked : blocked.with(name, u);
        }
        return blocked;
    }

    private void requirePossible(Parameters start) {
        Scope.run(() -> {
            D distribution = model.apply(start);
            Tensor log = distribution.logProb(data);
            Tensor counted =
                    Tensor.where(weights.notEqualTo(0), log, log.backend().scalar(0, log.dtype()));
            double[] values = counted.toDoubles();
            Shape shape = counted.shape();
            List<String> places = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                if (!(values[i] > Double.NEGATIVE_INFINITY) && places.size() < NAMED) {
                    String value = distribution.eventShape().rank() == 0 && shape.equals(data.shape())
                            ? " = " + data.toDoubles()[i]
                            : "";
                    places.add("data" + shape.placeOf(i) + value);
                }
            }
            if (!places.isEmpty()) {
                throw new IllegalArgumentException(name + ": " + refusal(distribution, places));
            }
        });
    }

    /** The support is a rule for data only where it does not move with the parameters. */
    private String refusal(D distribution, List<String> places) {
        String named = String.join(", ", places) + (places.size() == NAMED ? " …" : "");
        boolean isOne = places.size() == 1;
        return distribution.support() instanceof Interval interval && !interval.isFixed()
                ? "no start was found at which all data are possible: " + named + (isOne ? " is" : " are")
                        + " outside the support there. Give other values to begin at by withStart."
                : "data must be " + distribution.support().rule() + " to be fitted, but " + named
                        + (isOne ? " is" : " are")
                        + " not. Leave them out, or give a start at which they are possible.";
    }
}
