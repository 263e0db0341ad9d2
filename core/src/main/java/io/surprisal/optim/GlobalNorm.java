package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** The Euclidean norm of all numbers of many tensors together. */
public final class GlobalNorm {
    private GlobalNorm() {}

    /**
     * √(Σ x²) over every number of every tensor, without overflow of the squares: they are taken of x divided by the largest |x|.
     *
     * @param tensors at least one, floating, of one backend
     * @return a FLOAT64 scalar; NaN where a number is NaN or infinite, 0 of none
     * @throws IllegalArgumentException if there is no tensor
     */
    public static Tensor of(Parameters tensors) {
        if (tensors.tensors().isEmpty()) {
            throw new IllegalArgumentException("GlobalNorm: there are no tensors. Pass at least one.");
        }
        return Scope.tidy(() -> {
            Tensor zero = tensors.tensors().get(0).backend().scalar(0, DType.FLOAT64);
            List<Tensor> filled =
                    tensors.tensors().stream().filter(x -> x.size() > 0).toList();
            Tensor largest = zero;
            for (Tensor x : filled) {
                largest = largest.maximum(x.abs().max().cast(DType.FLOAT64));
            }
            Tensor unit = Tensor.where(largest.equalTo(0), zero.plus(1), largest);
            Tensor sum = zero;
            for (Tensor x : filled) {
                sum = sum.plus(x.div(unit.cast(x.dtype())).square().sum().cast(DType.FLOAT64));
            }
            return sum.sqrt().times(unit);
        });
    }

    /** Scaled to the bound where the norm is above it; a norm of NaN is not. */
    static Parameters clipped(Parameters gradients, double bound) {
        if (gradients.tensors().isEmpty()) {
            return gradients;
        }
        Tensor norm = of(gradients);
        Tensor one = norm.backend().scalar(1, DType.FLOAT64);
        Tensor factor = Tensor.where(norm.greater(bound), one.times(bound).div(norm), one);
        return gradients.map(gradient -> gradient.times(factor.cast(gradient.dtype())));
    }
}
