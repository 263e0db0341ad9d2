package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The composition that defines the LSTM's recurrence; one unit over two places by mpmath with 50 digits. */
class LstmTest extends OnReference {
    // i, f, o = 1/(1 + exp(−s)), g = tanh(s) with s = z[t] + h·R; c = f·c + i·g; h = o·tanh(c)
    private static final double[] STATES = {0.131835425336758546, 0.0894226889483438239, 0.205530662200603985};
    private static final double[] GATES = {
        0.651354864666054244, 0.377540668798145435, 0.964027580075816884, 0.85195280196831053,
        0.275470657709804937, 0.873700579259518511, 0.251333225047524228, 0.441191171496420041
    };

    private Tensor inputs() {
        return backend.of(new double[] {0.5, -0.25, 1.5, 0.75, -1, 2, 0.125, -0.5}, 2, 1, 4);
    }

    private Tensor recurrent() {
        return backend.of(new double[] {0.25, -0.5, 1, 2}, 1, 4);
    }

    private Tensor hidden() {
        return backend.of(new double[] {0.5}, 1, 1);
    }

    private Tensor cell() {
        return backend.of(new double[] {-1.25}, 1, 1);
    }

    @Test
    void statesAreThoseOfTheRecurrence() {
        assertThat(inputs().lstm(recurrent(), hidden(), cell(), null))
                .hasShape(3, 1, 1)
                .isCloseTo(STATES, 1e-15, 0);
    }

    @Test
    void aTraceHasStatesGatesAndCells() {
        LstmTrace trace = inputs().lstmTrace(recurrent(), hidden(), cell(), null);
        assertThat(trace.states()).isCloseTo(STATES, 1e-15, 0);
        assertThat(trace.gates()).hasShape(2, 1, 4).isCloseTo(GATES, 1e-15, 0);
        assertThat(trace.cells())
                .hasShape(2, 1, 1)
                .isCloseTo(new double[] {0.155998217956945683, 0.205530662200603985}, 1e-15, 0);
    }

    @Test
    void theStateStaysWhereTheMaskIsFalse() {
        Tensor first = inputs().slice(0, 0, 1);
        Tensor expected = first.lstm(recurrent(), hidden(), cell(), null);
        Tensor early = inputs().lstm(
                        recurrent(), hidden(), cell(), booleans(true, false).reshape(2, 1));
        assertThat(early.select(0, 0)).isBitEqualTo(expected.select(0, 0));
        assertThat(early.slice(0, 1, 3)).isBitEqualTo(expected);
        assertThat(inputs().lstm(
                                recurrent(),
                                hidden(),
                                cell(),
                                booleans(false, false).reshape(2, 1)))
                .containsExactly(0.5, 0.5, -1.25);
    }

    @Test
    void derivativesPassMaskedPlacesByAndLeaveTheirInputsAlone() {
        Tensor mask = booleans(false, false).reshape(2, 1);
        LstmTrace trace = inputs().lstmTrace(recurrent(), hidden(), cell(), mask);
        LstmGradient gradient =
                doubles(2, 3, 5).reshape(3, 1, 1).lstmBackward(trace, recurrent(), hidden(), cell(), mask);
        assertThat(gradient.inputs()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(gradient.recurrent()).containsExactly(0, 0, 0, 0);
        assertThat(gradient.hidden()).containsExactly(5);
        assertThat(gradient.cell()).containsExactly(5);
    }

    @Test
    void nanWhereMaskedStaysOutOfDerivativesOfBothOrders() {
        Tensor mask = booleans(true, false).reshape(2, 1);
        Tensor shown = mask.expandDims(-1);
        Tensor spoilt = Tensor.where(shown, inputs(), backend.scalar(Double.NaN, DType.FLOAT64));
        UnaryOperator<Tensor> gradient = Gradients.gradient(
                r -> spoilt.lstm(r, hidden(), cell(), mask).square().sum())::at;
        UnaryOperator<Tensor> expected = Gradients.gradient(
                r -> inputs().lstm(r, hidden(), cell(), mask).square().sum())::at;
        assertThat(gradient.apply(recurrent())).isBitEqualTo(expected.apply(recurrent()));
        assertThat(Gradients.gradient(r -> gradient.apply(r).square().sum()).at(recurrent()))
                .isBitEqualTo(Gradients.gradient(r -> expected.apply(r).square().sum())
                        .at(recurrent()));
    }

    @Test
    void derivativesLeaveATidyInsideTheLossAlone() {
        Tensor recurrent = recurrent();
        long before = backend.liveArrays();
        Tensor gradient = Scope.tidy(() -> Gradients.gradient(r -> Scope.tidy(() ->
                        inputs().lstm(r, hidden(), cell(), null).select(0, 1).sum()))
                .at(recurrent));
        assertThat(backend.liveArrays()).isEqualTo(before + 1);
        double h = 1e-6;
        Tensor step = doubles(0, h, 0, 0);
        Tensor difference = inputs().lstm(recurrent.plus(step), hidden(), cell(), null)
                .minus(inputs().lstm(recurrent.minus(step), hidden(), cell(), null));
        assertThat(gradient.select(1, 1)).isCloseTo(new double[] {difference.toDoubles()[1] / (2 * h)}, 1e-7, 0);
    }

    @Test
    void noSequencesHaveNoStates() {
        Tensor none = backend.zeros(Shape.of(2, 0, 4), DType.FLOAT64);
        Tensor state = backend.zeros(Shape.of(0, 1), DType.FLOAT64);
        assertThat(none.lstm(recurrent(), state, state, null)).hasShape(3, 0, 1);
        assertThat(none.lstmTrace(recurrent(), state, state, null).gates()).hasShape(2, 0, 4);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs().reshape(2, 4).lstm(recurrent(), hidden(), cell(), null))
                .withMessage("lstm: the gates have shape [2, 4], but must be [time, batch, 4·units] with at least one"
                        + " place. Reshape x·W + b.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs().slice(0, 0, 0).lstm(recurrent(), hidden(), cell(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs().lstm(recurrent().reshape(4, 1), hidden(), cell(), null))
                .withMessage("lstm: the recurrent weight has shape [4, 1], but must have [1, 4] for gates [2, 1, 4]."
                        + " Check the number of units.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs().lstm(recurrent(), hidden(), cell(), booleans(true, true)))
                .withMessage("lstm: the mask is tensor [2] BOOL on reference, but must be BOOL of shape [2, 1], [time,"
                        + " batch]. Transpose it?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs().lstm(recurrent(), hidden(), cell().cast(DType.FLOAT32), null));
        LstmTrace trace = inputs().lstmTrace(recurrent(), hidden(), cell(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> doubles(1, 2).reshape(2, 1, 1).lstmBackward(trace, recurrent(), hidden(), cell(), null))
                .withMessageStartingWith("lstmBackward: the cotangent has shape [2, 1, 1], but must have [3, 1, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trace.states()
                        .lstmBackward(
                                new LstmTrace(trace.states(), trace.gates(), trace.states()),
                                recurrent(),
                                hidden(),
                                cell(),
                                null))
                .withMessageContaining("the trace's cells");
    }
}
