package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tck.LstmArguments.Shown;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.LstmGradient;
import io.surprisal.tensor.LstmTrace;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Fused LSTMs and their derivatives do what their compositions do, with sequences of different lengths, with pauses, and with gates that
 * are wide open or shut. The bounds are running error analyses of the compositions.
 */
abstract class RecurrenceContract extends ContractGroup {
    /** Time, batch and units: one number, odd sizes, many sequences, many units. */
    private static final List<Shape> SIZES =
            List.of(Shape.of(1, 1, 1), Shape.of(3, 2, 5), Shape.of(6, 3, 16), Shape.of(3, 40, 33), Shape.of(2, 2, 130));
    /** Roundings that a first-order analysis of one order of computing allows another one. */
    private static final double FACTOR = 2;

    RecurrenceContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void states() {
        eachCase(arguments -> {
            HostArray[] inputs = arguments.all();
            Bound bound = Bound.roundings(FACTOR, expected(LstmErrors::ofStates, inputs));
            agrees("lstm", bound, RecurrenceContract::states, inputs);
            agrees("lstmTrace", bound, t -> trace(t).states(), inputs);
        });
    }

    @Test
    final void runsWithoutAMaskAreThoseThatShowEverything() {
        LstmArguments.each(2, Shown.ALL, SIZES, arguments -> {
            HostArray[] inputs = arguments.all();
            HostArray unmasked = actual(t -> t.get(0).lstm(t.get(1), t.get(2), t.get(3), null), inputs);
            assertThat(unmasked.toDoubles())
                    .isEqualTo(actual(RecurrenceContract::states, inputs).toDoubles());
        });
    }

    @Test
    final void whatIsMaskedMayBeNaN() {
        LstmArguments.each(2, Shown.PAUSED, SIZES, arguments -> {
            HostArray[] clean = arguments.all();
            HostArray[] spoilt = arguments.spoiltWhereMasked();
            assertThat(actual(RecurrenceContract::states, spoilt).toDoubles())
                    .isEqualTo(actual(RecurrenceContract::states, clean).toDoubles());
            for (int i = 0; i < 4; i++) {
                int argument = i;
                assertThat(actual(t -> gradient(t, argument), spoilt).toDoubles())
                        .isEqualTo(actual(t -> gradient(t, argument), clean).toDoubles());
            }
        });
    }

    private static Tensor states(List<Tensor> t) {
        return t.get(0).lstm(t.get(1), t.get(2), t.get(3), t.get(4));
    }

    private static LstmTrace trace(List<Tensor> t) {
        return t.get(0).lstmTrace(t.get(1), t.get(2), t.get(3), t.get(4));
    }

    /** In one of the arguments, of the sum of all squared states. */
    private static Tensor gradient(List<Tensor> arguments, int argument) {
        return Gradients.gradient(x -> {
                    List<Tensor> all = new ArrayList<>(arguments);
                    all.set(argument, x);
                    return states(all).square().sum();
                })
                .at(arguments.get(argument));
    }

    @Test
    final void derivatives() {
        eachCase(arguments -> {
            HostArray[] inputs = backward(arguments);
            List<Function<LstmGradient, Tensor>> parts =
                    List.of(LstmGradient::inputs, LstmGradient::recurrent, LstmGradient::hidden, LstmGradient::cell);
            for (int i = 0; i < parts.size(); i++) {
                int part = i;
                agrees(
                        "lstmBackward, result " + part,
                        Bound.roundings(
                                FACTOR, expected(t -> LstmErrors.ofGradient(t).get(part), inputs)),
                        t -> parts.get(part)
                                .apply(t.get(0)
                                        .lstmBackward(
                                                new LstmTrace(t.get(1), t.get(2), t.get(3)),
                                                t.get(4),
                                                t.get(5),
                                                t.get(6),
                                                t.get(7))),
                        inputs);
            }
        });
    }

    /** A cotangent, the oracle's trace, and the arguments after the inputs. */
    private HostArray[] backward(LstmArguments arguments) {
        HostArray[] all = arguments.all();
        HostArray states = traced(arguments, LstmTrace::states);
        return new HostArray[] {
            Samples.of(161).ordinary(arguments.dtype(), states.shape()),
            states,
            traced(arguments, LstmTrace::gates),
            traced(arguments, LstmTrace::cells),
            all[1],
            all[2],
            all[3],
            all[4]
        };
    }

    private HostArray traced(LstmArguments arguments, Function<LstmTrace, Tensor> part) {
        HostArray wide = expected(t -> part.apply(trace(t)), arguments.all());
        return Elements.of(arguments.dtype(), wide.shape(), wide.toDoubles());
    }

    private static void eachCase(Consumer<LstmArguments> test) {
        LstmArguments.each(2, Shown.ALL, SIZES, test);
        LstmArguments.each(40, Shown.ALL, SIZES, test);
        LstmArguments.each(2, Shown.BEGINNINGS, SIZES, test);
        LstmArguments.each(2, Shown.PAUSED, SIZES, test);
    }
}
