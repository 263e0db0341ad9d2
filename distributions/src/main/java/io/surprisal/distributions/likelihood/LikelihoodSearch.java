package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autodiff.ValueAndGradient;
import io.surprisal.distributions.Distribution;
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
        return NegativeLogLikelihood.mean().of(model.apply(u), data, weights);
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
            ValueAndGradient at = Gradients.valueAndGradient(this::meanLoss).at(lowest.parameters());
            double slope = 0;
            for (Tensor gradient : at.gradient().tensors()) {
                slope = Math.max(slope, gradient.abs().max().item());
            }
            double loss = NegativeLogLikelihood.sum()
                    .of(model.apply(lowest.parameters()), data, weights)
                    .item();
            return new Fit<>(result.apply(lowest.parameters()), -loss, lowest.iterations(), slope, lowest.ending());
        });
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
                throw new IllegalArgumentException(
                        name + ": data must be " + distribution.support().rule()
                                + " to be fitted, but " + String.join(", ", places)
                                + (places.size() == NAMED ? " …" : "")
                                + (places.size() == 1 ? " is" : " are")
                                + " not. Leave them out, or give a start at which they are possible.");
            }
        });
    }
}
