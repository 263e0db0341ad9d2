package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * In training, each number becomes 0 with probability p, and the others are divided by 1 − p, so that the mean stays; in evaluation,
 * the identity. The mask is a function of the mode's key. No parameters.
 *
 * @param rate p in [0, 1)
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov (2014)</a>
 */
public record Dropout(double rate) implements Layer {
    /**
     * Checks the rate.
     *
     * @param rate p in [0, 1)
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "Dropout: the rate must be in [0, 1), but is " + rate + ". It is the probability of a zero.");
        }
    }

    /**
     * Dropout of this rate.
     *
     * @param rate p in [0, 1)
     * @return the layer
     * @throws IllegalArgumentException if it is not
     */
    public static Dropout of(double rate) {
        return new Dropout(rate);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Dropout", dtype);
        return Parameters.empty();
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        if (!mode.isTraining() || rate == 0) {
            return x;
        }
        return Scope.tidy(() -> {
            Tensor kept = Draws.uniform(mode.key(), x.backend(), x.shape(), x.dtype())
                    .less(1 - rate)
                    .cast(x.dtype())
                    .times(1 / (1 - rate));
            return x.times(kept);
        });
    }
}
