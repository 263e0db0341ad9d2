package io.surprisal.optim;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizersTest extends ReferenceTest {
    /** Three steps; computed by core/src/test/python/optimiser_references.py. */
    static Stream<Arguments> references() {
        return Stream.of(
                of(Sgd.of(0.1), 0.91, -2.04, 0.497),
                of(Sgd.of(0.1).withMomentum(0.9), 0.8676999999999999, -2.0148, 0.4925),
                of(Sgd.of(0.1).withNesterov(0.9), 0.7909299999999999, -2.0533200000000003, 0.49024999999999996),
                of(RmsProp.of(0.1), -0.5951255091553853, -1.688553518708582, -0.12699677235875123),
                of(Adagrad.of(0.1), 0.8404905389503048, -1.9688462074820552, 0.43713906776644484),
                of(Adam.of(0.1), 0.7890257503390988, -1.9409169984988701, 0.3959173802786289),
                of(AdamW.of(0.1, 0.01), 0.7862686711878407, -1.9350935403769056, 0.3944932934399435),
                of(Adam.of(0.1).withWeightDecay(0.01), 0.784662974287548, -1.9383974038624092, 0.27937524644193373),
                of(Adamax.of(0.1), 0.8251798537798805, -1.9321151105388874, 0.4288997821176751),
                of(NAdam.of(0.1), 0.7423736225038771, -1.9323674582597659, 0.3813250064234268),
                of(
                        Sgd.of(0.1).withClipping(GradientClipping.globalNorm(1)),
                        0.9107386432593599,
                        -1.9628298652453302,
                        0.4995038971185034));
    }

    @ParameterizedTest
    @MethodSource("references")
    void tellsItsSettings(Optimizer optimizer, double[] expected) {
        assertThat(optimizer.toString()).contains("0.1").doesNotContain("Lambda", "@");
    }

    private static Arguments of(Optimizer optimizer, double... expected) {
        return Arguments.of(optimizer, expected);
    }

    @ParameterizedTest
    @MethodSource("references")
    void takesTheStepsOfItsFormula(Optimizer optimizer, double[] expected) {
        Parameters theta = Parameters.of("w", vector(1, -2, 0.5));
        double[][] gradients = {{0.3, -1.2, 0}, {-0.1, 2, 0.05}, {0.7, -0.4, -0.02}};
        TrainingState kept = new TrainingState(theta, optimizer.initialise(theta));
        TrainingState given = new TrainingState(theta.map(p -> p.times(1)), optimizer.initialise(theta));
        for (double[] gradient : gradients) {
            kept = optimizer.update(kept, Parameters.of("w", vector(gradient)));
            given = optimizer.updateDonating(given, Parameters.of("w", vector(gradient)));
        }
        assertThat(kept.parameters().get("w")).isCloseTo(expected, 1e-12, 0);
        assertThat(given.parameters().get("w")).isCloseTo(expected, 1e-12, 0);
        assertThat(kept.optimizer().step()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("references")
    void descendsABowl(Optimizer optimizer, double[] unused) {
        Parameters theta = Parameters.of("w", vector(1, -2, 0.5));
        TrainingState state = new TrainingState(theta, optimizer.initialise(theta));
        double start = bowl(theta).item();
        for (int i = 0; i < 200; i++) {
            TrainingState now = state;
            state = Scope.tidy(() -> optimizer.update(
                    now,
                    Gradients.valueAndGradient(this::bowl).at(now.parameters()).gradient()));
        }
        assertThat(bowl(state.parameters()).item()).isLessThan(0.05 * start);
    }

    private Tensor bowl(Parameters theta) {
        return theta.get("w").square().times(vector(1, 2, 3)).sum();
    }

    @Test
    void followsItsSchedule() {
        Optimizer sgd = Sgd.of(step -> step == 0 ? 1 : 0.5);
        Parameters theta = Parameters.of("w", vector(0));
        Parameters one = Parameters.of("w", vector(1));
        TrainingState state = new TrainingState(theta, sgd.initialise(theta));
        state = sgd.update(state, one);
        assertThat(state.parameters().get("w")).containsExactly(-1);
        assertThat(sgd.update(state, one).parameters().get("w")).containsExactly(-1.5);
    }

    @Test
    void aParameterThatNoGradientReachesStays() {
        Parameters theta = Parameters.of("w", vector(1, 2));
        Parameters none = Parameters.of("w", vector(0, 0));
        for (Optimizer optimizer :
                new Optimizer[] {Adam.of(0.1), Adamax.of(0.1), NAdam.of(0.1), RmsProp.of(0.1), Adagrad.of(0.1)}) {
            assertThat(optimizer
                            .update(optimizer.initialise(theta), theta, none)
                            .parameters()
                            .get("w"))
                    .containsExactly(1, 2);
        }
    }

    @Test
    void rejectsSettingsOutsideTheirDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sgd.of(1).withMomentum(1))
                .withMessage("Sgd: momentum must be in [0, 1), but is 1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sgd.of(1).withNesterov(0))
                .withMessageStartingWith("Sgd: Nesterov's look-ahead needs");
        assertThatIllegalArgumentException().isThrownBy(() -> new RmsProp(step -> 1, 1, 1e-8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Adagrad(step -> 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Adam.of(1).withWeightDecay(Double.NaN));
    }
}
