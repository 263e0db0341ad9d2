package io.surprisal.nn;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** The activations without a parameter. */
enum Elementary implements Activation {
    NONE,
    RELU,
    TANH,
    SIGMOID,
    SOFTPLUS,
    GELU,
    SILU;

    @Override
    public Tensor apply(Tensor x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> x.relu();
            case TANH -> x.tanh();
            case SIGMOID -> x.sigmoid();
            case SOFTPLUS -> x.softplus();
            case GELU -> gelu(x);
            case SILU -> Scope.tidy(() -> x.times(x.sigmoid()));
        };
    }

    /** Φ(x) = ½ erfc(−x/√2): the complement keeps the digits of the left tail. */
    private static Tensor gelu(Tensor x) {
        return Scope.tidy(() -> x.times(Tensor.special(SpecialOp.ERFC, List.of(x.times(-Math.sqrt(0.5))))
                .times(0.5)));
    }
}
