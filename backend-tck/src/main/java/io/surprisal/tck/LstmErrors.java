package io.surprisal.tck;

import io.surprisal.tensor.LstmTrace;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What rounding may do to an LSTM and to its derivatives, place by place. The mask is always given. */
final class LstmErrors {
    private LstmErrors() {}

    /** Of {@code z.lstm(recurrent, hidden, cell, mask)}, given z, recurrent, hidden, cell and the mask. */
    static Tensor ofStates(List<Tensor> t) {
        Tensor inputs = t.get(0);
        RunningError recurrent = RunningError.exact(t.get(1));
        RunningError h = RunningError.exact(t.get(2));
        RunningError c = RunningError.exact(t.get(3));
        List<Tensor> errors = new ArrayList<>();
        for (int place = 0; place < inputs.shape().at(0); place++) {
            int at = place;
            RunningError sums =
                    RunningError.exact(inputs).moved(x -> x.select(0, at)).plus(h.matmul(recurrent, false, false));
            RunningError kept = gate(sums, 1).sigmoid().times(c);
            RunningError next =
                    kept.plus(gate(sums, 0).sigmoid().times(gate(sums, 2).tanh()));
            Tensor shown = t.get(4).select(0, at).expandDims(1);
            h = RunningError.where(shown, gate(sums, 3).sigmoid().times(next.tanh()), h);
            c = RunningError.where(shown, next, c);
            errors.add(h.error());
        }
        errors.add(c.error());
        return Tensor.stack(errors, 0);
    }

    /**
     * Of {@code g.lstmBackward(trace, recurrent, hidden, cell, mask)}, given g, the trace's three, recurrent, hidden, cell and the mask:
     * the errors in the inputs, the recurrent weight, the hidden state and the cell state.
     */
    static List<Tensor> ofGradient(List<Tensor> t) {
        RunningError cotangent = RunningError.exact(t.get(0));
        LstmTrace trace = new LstmTrace(t.get(1), t.get(2), t.get(3));
        RunningError recurrent = RunningError.exact(t.get(4));
        int time = trace.gates().shape().at(0);
        RunningError inHidden = cotangent.moved(x -> x.select(0, time - 1));
        RunningError inCell = cotangent.moved(x -> x.select(0, time));
        List<RunningError> sums = new ArrayList<>();
        for (int place = time - 1; place >= 0; place--) {
            int at = place;
            RunningError gates = RunningError.exact(trace.gates().select(0, at));
            RunningError before =
                    RunningError.exact(at == 0 ? t.get(6) : trace.cells().select(0, at - 1));
            RunningError tanh = RunningError.exact(trace.cells().select(0, at)).tanh();
            RunningError in = gate(gates, 0);
            RunningError forget = gate(gates, 1);
            RunningError candidate = gate(gates, 2);
            RunningError out = gate(gates, 3);
            RunningError inNext = inCell.plus(inHidden.times(out).times(tanh.slopeOfTanh()));
            RunningError slopes = RunningError.concat(
                    List.of(
                            inNext.times(candidate).times(in.slopeOfSigmoid()),
                            inNext.times(before).times(forget.slopeOfSigmoid()),
                            inNext.times(in).times(candidate.slopeOfTanh()),
                            inHidden.times(tanh).times(out.slopeOfSigmoid())),
                    1);
            Tensor shown = t.get(7).select(0, at).expandDims(1);
            slopes = RunningError.where(
                    shown, slopes, RunningError.exact(slopes.value().times(0)));
            inHidden = RunningError.where(shown, slopes.matmul(recurrent, false, true), inHidden);
            inHidden = at == 0 ? inHidden : inHidden.plus(cotangent.moved(x -> x.select(0, at - 1)));
            inCell = RunningError.where(shown, inNext.times(forget), inCell);
            sums.add(slopes);
        }
        Collections.reverse(sums);
        RunningError states = RunningError.exact(Tensor.concat(
                List.of(t.get(5), rows(trace.states().slice(0, 0, time - 1))), 0));
        RunningError inRecurrent = states.matmul(RunningError.concat(sums, 0), true, false);
        Tensor inInputs = Tensor.stack(sums.stream().map(RunningError::error).toList(), 0);
        return List.of(inInputs, inRecurrent.error(), inHidden.error(), inCell.error());
    }

    private static RunningError gate(RunningError gates, int index) {
        int units = gates.value().shape().at(1) / 4;
        return gates.moved(x -> x.slice(1, index * units, (index + 1) * units));
    }

    /** [time, batch, units] as [time·batch, units]. */
    private static Tensor rows(Tensor x) {
        return x.reshape(x.shape().at(0) * x.shape().at(1), x.shape().at(2));
    }
}
