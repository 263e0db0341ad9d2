package io.surprisal.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recurrence of a long short-term memory and its derivatives, place by place, in operations that have derivatives themselves. */
final class LstmComposition {
    private LstmComposition() {}

    static LstmTrace trace(Tensor inputs, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        int time = inputs.shape().at(0);
        Tensor h = hidden;
        Tensor c = cell;
        List<Tensor> states = new ArrayList<>(time + 1);
        List<Tensor> gates = new ArrayList<>(time);
        List<Tensor> cells = new ArrayList<>(time);
        Tensor none = inputs.backend().scalar(0, inputs.dtype());
        for (int t = 0; t < time; t++) {
            Tensor shown = shown(mask, t);
            // What is masked may be NaN, and 0·NaN would come back in derivatives of second order.
            Tensor input = where(shown, inputs.select(0, t), none);
            Gates at = Gates.ofSums(input.plus(h.matmul(recurrent)));
            Tensor next = at.forget().times(c).plus(at.in().times(at.candidate()));
            h = where(shown, at.out().times(next.tanh()), h);
            c = where(shown, next, c);
            states.add(h);
            gates.add(at.joined());
            cells.add(c);
        }
        states.add(c);
        return new LstmTrace(Tensor.stack(states, 0), Tensor.stack(gates, 0), Tensor.stack(cells, 0));
    }

    static LstmGradient backward(
            Tensor cotangent, LstmTrace trace, Tensor recurrent, Tensor hidden, Tensor cell, @Nullable Tensor mask) {
        int time = trace.gates().shape().at(0);
        Tensor none = cotangent.backend().scalar(0, cotangent.dtype());
        Tensor inHidden = cotangent.select(0, time - 1);
        Tensor inCell = cotangent.select(0, time);
        List<Tensor> inputs = new ArrayList<>(time);
        for (int t = time - 1; t >= 0; t--) {
            Gates at = Gates.of(trace.gates().select(0, t));
            Tensor before = t == 0 ? cell : trace.cells().select(0, t - 1);
            Tensor tanh = trace.cells().select(0, t).tanh();
            Tensor inNext = inCell.plus(
                    inHidden.times(at.out()).times(tanh.square().neg().plus(1)));
            Tensor shown = shown(mask, t);
            Tensor inSums = where(shown, at.sumsBackward(inHidden, inNext, before, tanh), none);
            inHidden = where(shown, inSums.matmul(recurrent, false, true), inHidden);
            inHidden = t == 0 ? inHidden : inHidden.plus(cotangent.select(0, t - 1));
            inCell = where(shown, inNext.times(at.forget()), inCell);
            inputs.add(inSums);
        }
        Collections.reverse(inputs);
        Tensor inInputs = Tensor.stack(inputs, 0);
        Tensor before =
                Tensor.concat(List.of(hidden.expandDims(0), trace.states().slice(0, 0, time - 1)), 0);
        Tensor inRecurrent = rows(before).matmul(rows(inInputs), true, false);
        return new LstmGradient(inInputs, inRecurrent, inHidden, inCell);
    }

    /** [time, batch, n] as [time·batch, n]. */
    private static Tensor rows(Tensor x) {
        return x.reshape(x.shape().at(0) * x.shape().at(1), x.shape().at(2));
    }

    /** Which sequences have place t, [batch, 1]; null for all. */
    private static @Nullable Tensor shown(@Nullable Tensor mask, int t) {
        return mask == null ? null : mask.select(0, t).expandDims(1);
    }

    private static Tensor where(@Nullable Tensor shown, Tensor a, Tensor b) {
        return shown == null ? a : Tensor.where(shown, a, b);
    }

    /** The gates of one place, [batch, units] each. */
    private record Gates(Tensor in, Tensor forget, Tensor candidate, Tensor out) {
        static Gates of(Tensor joined) {
            int units = joined.shape().at(1) / 4;
            return new Gates(
                    joined.slice(1, 0, units),
                    joined.slice(1, units, 2 * units),
                    joined.slice(1, 2 * units, 3 * units),
                    joined.slice(1, 3 * units, 4 * units));
        }

        static Gates ofSums(Tensor sums) {
            Gates raw = of(sums);
            return new Gates(raw.in.sigmoid(), raw.forget.sigmoid(), raw.candidate.tanh(), raw.out.sigmoid());
        }

        Tensor joined() {
            return Tensor.concat(List.of(in, forget, candidate, out), 1);
        }

        /** The derivative in the gates' sums, given those in h_t and c_t, with c_{t−1} and tanh c_t. */
        Tensor sumsBackward(Tensor inHidden, Tensor inNext, Tensor before, Tensor tanh) {
            return Tensor.concat(
                    List.of(
                            inNext.times(candidate).times(ofSigmoid(in)),
                            inNext.times(before).times(ofSigmoid(forget)),
                            inNext.times(in).times(candidate.square().neg().plus(1)),
                            inHidden.times(tanh).times(ofSigmoid(out))),
                    1);
        }

        /** σ′ by σ. */
        private static Tensor ofSigmoid(Tensor y) {
            return y.minus(y.square());
        }
    }
}
