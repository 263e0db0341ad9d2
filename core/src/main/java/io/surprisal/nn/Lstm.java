package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A long short-term memory over sequences x [batch, time, inputs]: (i, f, g, o) = x·W + h·R + b; c ← σ(f)·c + σ(i)·tanh g;
 * h ← σ(o)·tanh c, from c = h = 0 unless a state is given.
 *
 * <p>Parameters: {@code weight} W [inputs, 4·units], {@code recurrent} R [units, 4·units], each gate orthogonal, and {@code bias} b
 * [4·units], which starts at 1 for the forget gate f and at 0 elsewhere. The inputs of all places go through one product; only the
 * recurrent one is in the loop over time.
 *
 * <p>Sequences of different lengths stand in one batch with a mask: where it is false, the state stays and the output is 0. As a
 * {@link Layer}, all outputs are returned and no place is masked; {@link #scan(Parameters, Tensor, Tensor)} has both.
 *
 * @param inputs the length of the input's last axis
 * @param units the length of the output's
 * @see <a href="https://doi.org/10.1162/089976600300015015">Gers, Schmidhuber and Cummins (2000), without peepholes</a>
 */
public record Lstm(int inputs, int units) implements Layer {
    /**
     * Checks the sizes.
     *
     * @param inputs the length of the input's last axis
     * @param units the length of the output's
     * @throws IllegalArgumentException if one is less than 1, or the four gates have more units together than an axis can
     */
    public Lstm {
        LayerRules.requirePositive("Lstm", "inputs", inputs);
        LayerRules.requirePositive("Lstm", "units", units);
        if (units > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("Lstm: the four gates of " + units + " units would have " + 4L * units
                    + " together, but an axis has at most 2147483647. Use fewer units.");
        }
    }

    /**
     * An LSTM of these sizes.
     *
     * @param inputs the length of the input's last axis
     * @param units the length of the output's
     * @return the layer
     * @throws IllegalArgumentException if one is less than 1, or the four gates have more units together than an axis can
     */
    public static Lstm of(int inputs, int units) {
        return new Lstm(inputs, units);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Lstm", dtype);
        List<RandomKey> keys = key.split(2);
        return Scope.tidy(() -> {
            Tensor input = Initialiser.glorotUniform()
                    .draw(keys.get(0), backend, Shape.of(inputs, 4 * units), dtype, new Fans(inputs, units));
            List<Tensor> gates = new ArrayList<>(4);
            for (RandomKey gate : keys.get(1).split(4)) {
                gates.add(Initialiser.orthogonal(1)
                        .draw(gate, backend, Shape.of(units, units), dtype, new Fans(units, units)));
            }
            Tensor zeros = backend.zeros(Shape.of(units), dtype);
            Tensor ones = backend.ones(Shape.of(units), dtype);
            return Parameters.of("weight", input)
                    .with("recurrent", Tensor.concat(gates, 1))
                    .with("bias", Tensor.concat(List.of(zeros, ones, zeros, zeros), 0));
        });
    }

    /**
     * All outputs, [batch, time, units].
     */
    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        return Scope.tidy(() -> scan(parameters, x).all());
    }

    /**
     * Outputs and last state of full sequences.
     *
     * @param parameters as {@link #initialise} makes them
     * @param x [batch, time, inputs], with at least one place
     * @return all outputs and the last state
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public LstmOutputs scan(Parameters parameters, Tensor x) {
        return Scope.tidy(() -> {
            requireInput(x);
            return run(parameters, x, null, start(x));
        });
    }

    /**
     * Outputs and last state of sequences of different lengths.
     *
     * @param parameters as {@link #initialise} makes them
     * @param x [batch, time, inputs], with at least one place; what it holds where the mask is false, NaN included, changes
     *     neither outputs nor gradients
     * @param mask BOOL [batch, time], as {@link SequenceMask} makes it
     * @return all outputs, and the state after each sequence's last place
     * @throws IllegalArgumentException if the shapes do not fit, or the mask is not BOOL
     */
    public LstmOutputs scan(Parameters parameters, Tensor x, Tensor mask) {
        return Scope.tidy(() -> {
            requireInput(x);
            return scan(parameters, x, mask, start(x));
        });
    }

    /**
     * Outputs and last state of sequences of different lengths, from a given state.
     *
     * @param parameters as {@link #initialise} makes them
     * @param x [batch, time, inputs], with at least one place; what it holds where the mask is false, NaN included, changes
     *     neither outputs nor gradients
     * @param mask BOOL [batch, time]
     * @param initial the state before the first place, [batch, units] each
     * @return all outputs, and the state after each sequence's last place
     * @throws IllegalArgumentException if the shapes do not fit, or the mask is not BOOL
     */
    public LstmOutputs scan(Parameters parameters, Tensor x, Tensor mask, LstmState initial) {
        requireInput(x);
        Shape places = x.shape().axes(0, 2);
        if (mask.dtype() != DType.BOOL || !mask.shape().equals(places)) {
            throw new IllegalArgumentException("Lstm: the mask is " + mask + ", but must be BOOL of shape " + places
                    + ". Make it with SequenceMask.ofLengths.");
        }
        requireState("hidden", initial.hidden(), x);
        requireState("cell", initial.cell(), x);
        return Scope.tidy(() -> run(parameters, x, mask, initial));
    }

    private LstmState start(Tensor x) {
        Tensor zeros = x.backend().zeros(Shape.of(x.shape().at(0), units), x.dtype());
        return new LstmState(zeros, zeros);
    }

    private LstmOutputs run(Parameters parameters, Tensor x, @Nullable Tensor mask, LstmState initial) {
        Tensor input = LayerRules.parameter("Lstm", parameters, "weight", Shape.of(inputs, 4 * units));
        Tensor recurrent = LayerRules.parameter("Lstm", parameters, "recurrent", Shape.of(units, 4 * units));
        Tensor bias = LayerRules.parameter("Lstm", parameters, "bias", Shape.of(4 * units));
        int batch = x.shape().at(0);
        int time = x.shape().at(1);
        Tensor none = x.backend().scalar(0, x.dtype());
        // 0·NaN is NaN: what is masked must not reach a product, whose derivative multiplies with it.
        Tensor heard = mask == null ? x : Tensor.where(mask.expandDims(-1), x, none);
        Tensor fed = heard.swapAxes(0, 1)
                .reshape(time * batch, inputs)
                .affine(input, bias, AffineActivation.NONE)
                .reshape(time, batch, 4 * units);
        Tensor states =
                fed.lstm(recurrent, initial.hidden(), initial.cell(), mask == null ? null : mask.swapAxes(0, 1));
        Tensor hidden = states.slice(0, 0, time).swapAxes(0, 1);
        Tensor all = mask == null ? hidden : Tensor.where(mask.expandDims(-1), hidden, none);
        return new LstmOutputs(all, new LstmState(states.select(0, time - 1), states.select(0, time)));
    }

    private void requireState(String which, Tensor state, Tensor x) {
        Shape shape = Shape.of(x.shape().at(0), units);
        if (!state.shape().equals(shape)) {
            throw new IllegalArgumentException("Lstm: the initial " + which + " state has shape " + state.shape()
                    + ", but must be [batch, units], here " + shape + ". Broadcast it to that first.");
        }
    }

    private void requireInput(Tensor x) {
        if (x.rank() != 3 || x.shape().at(2) != inputs || x.shape().at(1) == 0) {
            throw new IllegalArgumentException("Lstm: the input has shape " + x.shape() + ", but must be [batch, time, "
                    + inputs + "] with at least one place. Reshape it, or build the layer for its last axis.");
        }
    }
}
