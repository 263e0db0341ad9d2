package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autodiff.ValueAndGradient;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class LstmTest extends ReferenceTest {
    private static final int BATCH = 3;
    private static final int TIME = 4;
    private static final int INPUTS = 2;
    private static final int UNITS = 3;
    private static final int[] LENGTHS = {4, 2, 0};

    private final Lstm layer = Lstm.of(INPUTS, UNITS);

    private Parameters parameters() {
        return layer.initialise(RandomKey.of(5), backend, DType.FLOAT64).with("bias", normal(9, 4 * UNITS));
    }

    /** The definition, one number at a time: outputs [batch, time, units], then hidden and cell of each sequence's end. */
    private static double[][] byDefinition(Parameters theta, Tensor x, int[] lengths) {
        double[] in = x.toDoubles();
        double[] w = theta.get("weight").toDoubles();
        double[] r = theta.get("recurrent").toDoubles();
        double[] b = theta.get("bias").toDoubles();
        double[] all = new double[BATCH * TIME * UNITS];
        double[] hidden = new double[BATCH * UNITS];
        double[] cell = new double[BATCH * UNITS];
        for (int n = 0; n < BATCH; n++) {
            for (int t = 0; t < lengths[n]; t++) {
                double[] gates = b.clone();
                for (int g = 0; g < gates.length; g++) {
                    for (int i = 0; i < INPUTS; i++) {
                        gates[g] += in[(n * TIME + t) * INPUTS + i] * w[i * 4 * UNITS + g];
                    }
                    for (int u = 0; u < UNITS; u++) {
                        gates[g] += hidden[n * UNITS + u] * r[u * 4 * UNITS + g];
                    }
                }
                for (int u = 0; u < UNITS; u++) {
                    int at = n * UNITS + u;
                    cell[at] =
                            sigmoid(gates[UNITS + u]) * cell[at] + sigmoid(gates[u]) * Math.tanh(gates[2 * UNITS + u]);
                    hidden[at] = sigmoid(gates[3 * UNITS + u]) * Math.tanh(cell[at]);
                    all[(n * TIME + t) * UNITS + u] = hidden[at];
                }
            }
        }
        return new double[][] {all, hidden, cell};
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void isItsRecurrence() {
        Parameters theta = parameters();
        Tensor x = normal(1, BATCH, TIME, INPUTS);
        double[][] expected = byDefinition(theta, x, new int[] {TIME, TIME, TIME});
        LstmOutputs outputs = layer.scan(theta, x);
        assertThat(outputs.all()).hasShape(BATCH, TIME, UNITS).isCloseTo(expected[0], 1e-13, 1e-15);
        assertThat(outputs.last().hidden()).isCloseTo(expected[1], 1e-13, 1e-15);
        assertThat(outputs.last().cell()).isCloseTo(expected[2], 1e-13, 1e-15);
        assertThat(layer.apply(theta, x, Mode.evaluation())).isBitEqualTo(outputs.all());
    }

    @Test
    void masksLeaveTheStateWhereEachSequenceEnds() {
        Parameters theta = parameters();
        Tensor x = normal(2, BATCH, TIME, INPUTS);
        double[][] expected = byDefinition(theta, x, LENGTHS);
        LstmOutputs outputs = layer.scan(theta, x, SequenceMask.ofLengths(backend, LENGTHS, TIME));
        assertThat(outputs.all()).isCloseTo(expected[0], 1e-13, 1e-15);
        assertThat(outputs.last().hidden()).isCloseTo(expected[1], 1e-13, 1e-15);
        assertThat(outputs.last().cell()).isCloseTo(expected[2], 1e-13, 1e-15);
    }

    @Test
    void whatIsMaskedDoesNotMatter() {
        Parameters theta = parameters();
        Tensor mask = SequenceMask.ofLengths(backend, LENGTHS, TIME);
        Tensor x = normal(3, BATCH, TIME, INPUTS);
        Tensor noise = Tensor.where(
                mask.expandDims(-1), x, normal(4, BATCH, TIME, INPUTS).times(100));
        assertThat(layer.scan(theta, noise, mask).all())
                .isBitEqualTo(layer.scan(theta, x, mask).all());
    }

    @Test
    void nanAndInfinityWhereMaskedChangeNoGradient() {
        Tensor mask = SequenceMask.ofLengths(backend, LENGTHS, TIME);
        Tensor shown = mask.expandDims(-1);
        Tensor x = normal(3, BATCH, TIME, INPUTS);
        Parameters clean = Parameters.empty().with("lstm", parameters()).with("x", Tensor.where(shown, x, x.times(0)));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Parameters spoilt = clean.with("x", Tensor.where(shown, x, backend.scalar(bad, DType.FLOAT64)));
            ValueAndGradient expected =
                    Gradients.valueAndGradient(p -> maskedLoss(p, mask)).at(clean);
            ValueAndGradient actual =
                    Gradients.valueAndGradient(p -> maskedLoss(p, mask)).at(spoilt);
            assertThat(actual.value()).isBitEqualTo(expected.value());
            for (String name : clean.names()) {
                assertThat(actual.gradient().get(name))
                        .isBitEqualTo(expected.gradient().get(name));
            }
        }
    }

    private Tensor maskedLoss(Parameters p, Tensor mask) {
        LstmOutputs outputs = layer.scan(p.at("lstm"), p.get("x"), mask);
        return outputs.all().square().sum().plus(outputs.last().cell().sin().sum());
    }

    @Test
    void goesOnFromAState() {
        Parameters theta = parameters();
        Tensor x = normal(5, BATCH, TIME, INPUTS);
        Tensor shown = SequenceMask.ofLengths(backend, new int[] {2, 2, 2}, 2);
        LstmState middle = layer.scan(theta, x.slice(1, 0, 2)).last();
        assertThat(layer.scan(theta, x.slice(1, 2, 4), shown, middle).last().cell())
                .isCloseTo(layer.scan(theta, x).last().cell(), 1e-14, 1e-16);
    }

    @Test
    void gradientsAgreeWithDifferencesUnderAMask() {
        Tensor mask = SequenceMask.ofLengths(backend, LENGTHS, TIME);
        FiniteDifferences.assertGradient(
                p -> maskedLoss(p, mask),
                Parameters.empty().with("lstm", parameters()).with("x", normal(6, BATCH, TIME, INPUTS)));
    }

    @Test
    void startsWithAnOpenForgetGateAndOrthogonalRecurrence() {
        Parameters theta = layer.initialise(RandomKey.of(1), backend);
        assertThat(theta.get("bias")).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        Tensor gate = theta.get("recurrent").slice(1, 2 * UNITS, 3 * UNITS);
        assertThat(gate.matmul(gate, true, false)).isCloseTo(backend.eye(UNITS, DType.FLOAT32), 0, 1e-6);
        assertThat(theta.get("weight")).hasShape(INPUTS, 4 * UNITS);
    }

    @Test
    void leavesNothingBehind() {
        Parameters theta = parameters();
        Tensor x = normal(7, BATCH, TIME, INPUTS);
        long before = backend.liveArrays();
        layer.scan(theta, x, SequenceMask.ofLengths(backend, LENGTHS, TIME));
        assertThat(backend.liveArrays()).isEqualTo(before + 4);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        Parameters theta = parameters();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.scan(theta, normal(1, 2, 3, 5)))
                .withMessage(
                        "Lstm: the input has shape [2, 3, 5], but must be [batch, time, 2] with at least one place."
                                + " Reshape it, or build the layer for its last axis.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.scan(theta, backend.zeros(Shape.of(2, 0, 2), DType.FLOAT64)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        layer.scan(theta, normal(1, BATCH, TIME, INPUTS), backend.ones(Shape.of(BATCH, 2), DType.BOOL)))
                .withMessageStartingWith(
                        "Lstm: the mask is tensor [3, 2] BOOL on reference, but must be BOOL of shape [3, 4].");
        Tensor mask = backend.ones(Shape.of(BATCH, TIME), DType.BOOL);
        Tensor state = normal(1, BATCH, UNITS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.scan(
                        theta, normal(1, BATCH, TIME, INPUTS), mask, new LstmState(normal(1, 1, UNITS), state)))
                .withMessage("Lstm: the initial hidden state has shape [1, 3], but must be [batch, units], here [3, 3]."
                        + " Broadcast it to that first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        layer.scan(theta, normal(1, BATCH, TIME, INPUTS), mask, new LstmState(state, normal(1, UNITS))))
                .withMessageStartingWith("Lstm: the initial cell state has shape [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequenceMask.ofLengths(backend, new int[] {1, 5}, 4))
                .withMessage("SequenceMask: lengths[1] = 5 must be from 0 to the number of places 4. Pad or cut the"
                        + " sequences.");
    }
}
