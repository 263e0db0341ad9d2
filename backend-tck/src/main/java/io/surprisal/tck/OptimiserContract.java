package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.InPlace;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.AdamStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Steps that write into donated memory, where a backend has them: the numbers, and what happens to the memory. */
abstract class OptimiserContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(Shape.scalar(), Shape.of(1), Shape.of(17), Shape.of(33, 129));

    OptimiserContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void adamFollowsItsFormula() {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                for (double decay : new double[] {0, 0.1}) {
                    adam(dtype, shape, AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, decay));
                    adam(dtype, shape, AdamStep.at(1000, 0.1, 0.5, 0.9, 1e-4, decay));
                }
            }
        }
    }

    @Test
    final void adamLeavesAViewOfItsParameterAlone() {
        HostArray elements = Samples.of(161).ordinary(DType.FLOAT32, Shape.of(6, 4));
        Tensor parameter = backend().of(elements);
        Tensor view = parameter.reshape(24);
        Tensor gradient = backend().ones(elements.shape(), DType.FLOAT32);
        Tensor mean = backend().zeros(elements.shape(), DType.FLOAT32);
        Tensor square = backend().zeros(elements.shape(), DType.FLOAT32);
        InPlace.adam(parameter, gradient, mean, square, AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0));
        new Trial("a reshaped parameter after adam on the parameter", List.of(elements))
                .identical(elements.reshape(Shape.of(24)), view.toHost());
    }

    private void adam(DType dtype, Shape shape, AdamStep step) {
        List<HostArray> inputs = List.of(
                Samples.of(162).ordinary(dtype, shape),
                Samples.of(163).ordinary(dtype, shape),
                Samples.of(164).uniform(dtype, shape, -0.5, 0.5),
                Samples.of(165).uniform(dtype, shape, 0.01, 1));
        List<Tensor> given = new Sample("adam", inputs, x -> x.get(0)).on(backend());
        long live = backend().liveArrays();
        Optional<List<Tensor>> stepped = InPlace.adam(given.get(0), given.get(1), given.get(2), given.get(3), step);
        if (stepped.isEmpty()) {
            for (int i = 0; i < 4; i++) {
                new Trial("an argument of adam after it was refused", inputs)
                        .identical(inputs.get(i), given.get(i).toHost());
            }
            return;
        }
        assertThat(backend().liveArrays())
                .as("live arrays after adam, which reuses memory")
                .isEqualTo(live);
        assertThat(given.get(0).isReleased())
                .as("a donated parameter counts as released")
                .isTrue();
        compare("adam: mean", inputs, stepped.get().get(1), x -> mean(x, step, 1), x -> mean(x, step, -1), 4);
        compare("adam: square", inputs, stepped.get().get(2), x -> square(x, step), x -> square(x, step), 4);
        compare("adam: parameter", inputs, stepped.get().get(0), x -> moved(x, step, 1), x -> moved(x, step, -1), 16);
        new Trial("the gradient after adam", inputs)
                .identical(inputs.get(1), given.get(1).toHost());
    }

    private void compare(
            String what,
            List<HostArray> inputs,
            Tensor actual,
            Function<List<Tensor>, Tensor> formula,
            Function<List<Tensor>, Tensor> magnitude,
            double roundings) {
        HostArray[] arguments = inputs.toArray(HostArray[]::new);
        new Trial(what, inputs)
                .compare(
                        expected(formula, arguments),
                        actual.toHost(),
                        Bound.roundings(roundings, expected(magnitude, arguments)));
    }

    /** β₁m + (1 − β₁)g; with {@code sign} −1, the magnitudes that meet in it. */
    private static Tensor mean(List<Tensor> x, AdamStep step, int sign) {
        Tensor m = signed(x.get(2), sign).times(step.beta1());
        return m.plus(signed(x.get(1), sign).times(1 - step.beta1()));
    }

    private static Tensor square(List<Tensor> x, AdamStep step) {
        return x.get(3).times(step.beta2()).plus(x.get(1).square().times(1 - step.beta2()));
    }

    private static Tensor moved(List<Tensor> x, AdamStep step, int sign) {
        Tensor root = square(x, step).times(step.correction2()).sqrt().plus(step.epsilon());
        Tensor direction = mean(x, step, sign).times(step.correction1()).div(root);
        Tensor decay = signed(x.get(0), sign).times(step.weightDecay());
        return signed(x.get(0), sign).minus(direction.plus(decay).times(sign * step.learningRate()));
    }

    private static Tensor signed(Tensor x, int sign) {
        return sign > 0 ? x : x.abs();
    }
}
