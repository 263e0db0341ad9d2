package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The search for NaN and infinities in named tensors. Where there is none, it costs one sum of each and one number read back. */
public final class NonFinite {
    private NonFinite() {}

    /**
     * The first tensor with a number that is not finite.
     *
     * @param tensors gradients or parameters, floating
     * @return its name; nothing where all numbers are finite
     */
    public static Optional<String> firstIn(Parameters tensors) {
        try (Scope scope = Scope.open()) {
            Tensor total = null;
            for (Tensor tensor : tensors.tensors()) {
                Tensor sum = tensor.sum().cast(DType.FLOAT64);
                total = total == null ? sum : total.plus(sum);
            }
            if (total == null || Double.isFinite(total.item())) {
                return Optional.empty();
            }
            // One NaN or infinity spoils the sum; but a sum of finite numbers can overflow too.
            return tensors.asMap().entrySet().stream()
                    .filter(entry -> !entry.getValue().isFinite().all().toBooleans()[0])
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * Refuses numbers that are not finite.
     *
     * @param what the tensors are, such as {@code gradient of step 12}
     * @param tensors gradients or parameters, floating
     * @throws ArithmeticException naming the first tensor with such a number
     */
    public static void require(String what, Parameters tensors) {
        firstIn(tensors).ifPresent(name -> {
            throw new ArithmeticException(
                    what + ": " + name
                            + " holds a number that is not finite. Lower the learning rate, clip the gradient, or check the data.");
        });
    }
}
