package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Normalisation of each feature over the batch: γ·(x − mean)/√(variance + ε) + β, for x [batch, features] or [batch, features, …].
 *
 * <p>In training, mean and (biased) variance are those of the batch and of all places, and the running statistics move towards mean
 * and unbiased variance by the momentum; in evaluation the running statistics take their place. Parameters: {@code scale} γ and {@code
 * shift} β, [features]. State: {@code mean} and {@code variance}, [features], which goes in and out through the {@link Mode}.
 *
 * @param features the length of axis 1
 * @param momentum how far the running statistics move, in [0, 1]
 * @param epsilon ε, positive and finite
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy (2015)</a>
 */
public record BatchNorm(int features, double momentum, double epsilon) implements Layer {
    /**
     * Checks the settings.
     *
     * @param features the length of axis 1
     * @param momentum how far the running statistics move, in [0, 1]
     * @param epsilon ε, positive and finite
     * @throws IllegalArgumentException if one is outside its domain
     */
    public BatchNorm {
        LayerRules.requirePositive("BatchNorm", "features", features);
        LayerRules.requireEpsilon("BatchNorm", epsilon);
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "BatchNorm: momentum must be in [0, 1], but is " + momentum + ". 0.1 is usual.");
        }
    }

    /**
     * The usual settings: momentum 0.1, ε = 10⁻⁵.
     *
     * @param features the length of axis 1
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static BatchNorm of(int features) {
        return new BatchNorm(features, 0.1, 1e-5);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("BatchNorm", dtype);
        return Parameters.of("scale", backend.ones(Shape.of(features), dtype))
                .with("shift", backend.zeros(Shape.of(features), dtype));
    }

    @Override
    public Parameters initialState(Backend backend, DType dtype) {
        LayerRules.requireFloating("BatchNorm", dtype);
        return Parameters.of("mean", backend.zeros(Shape.of(features), dtype))
                .with("variance", backend.ones(Shape.of(features), dtype));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        requireInput(x);
        Tensor scale = LayerRules.parameter("BatchNorm", parameters, "scale", Shape.of(features));
        Tensor shift = LayerRules.parameter("BatchNorm", parameters, "shift", Shape.of(features));
        int[] dims = new int[x.rank() - 1];
        Arrays.fill(dims, 1);
        dims[0] = features;
        Shape aligned = Shape.of(dims);
        if (!mode.isTraining()) {
            return Scope.tidy(() -> {
                Tensor factor = scale.div(mode.state("variance").plus(epsilon).sqrt());
                Tensor offset = shift.minus(mode.state("mean").times(factor));
                return x.times(factor.reshape(aligned)).plus(offset.reshape(aligned));
            });
        }
        return trained(x, scale.reshape(aligned), shift.reshape(aligned), mode);
    }

    private Tensor trained(Tensor x, Tensor scale, Tensor shift, Mode mode) {
        int count = x.size() / features;
        if (count < 2) {
            throw new IllegalArgumentException("BatchNorm: training on shape " + x.shape()
                    + " has one number for each feature, whose variance is 0. Use a larger batch.");
        }
        int[] reduced = new int[x.rank() - 1];
        for (int i = 1; i < reduced.length; i++) {
            reduced[i] = i + 1;
        }
        Normalised result = Scope.tidy(() -> {
            Tensor mean = x.reduceKeeping(ReduceOp.SUM, reduced).div(count);
            Tensor centred = x.minus(mean);
            Tensor variance =
                    centred.square().reduceKeeping(ReduceOp.SUM, reduced).div(count);
            Tensor unbiased = variance.times(count / (count - 1.0));
            return new Normalised(
                    centred.times(scale.div(variance.plus(epsilon).sqrt())).plus(shift),
                    moved(mode.state("mean"), mean.reshape(features)),
                    moved(mode.state("variance"), unbiased.reshape(features)));
        });
        mode.update("mean", result.mean);
        mode.update("variance", result.variance);
        return result.y;
    }

    /** The output and the next running statistics. */
    private record Normalised(Tensor y, Tensor mean, Tensor variance) implements TensorTree {
        @Override
        public void forEachTensor(Consumer<? super Tensor> visitor) {
            visitor.accept(y);
            visitor.accept(mean);
            visitor.accept(variance);
        }
    }

    private Tensor moved(Tensor running, Tensor present) {
        return running.plus(present.stopGradient().minus(running).times(momentum));
    }

    private void requireInput(Tensor x) {
        if (x.rank() < 2 || x.shape().at(1) != features) {
            throw new IllegalArgumentException("BatchNorm: the input has shape " + x.shape() + ", but must be [batch, "
                    + features + ", …]. Transpose it, or build the layer for its axis 1.");
        }
    }
}
