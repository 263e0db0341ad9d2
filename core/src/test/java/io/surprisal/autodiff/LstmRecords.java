package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Runs of an LSTM over one place and over several, with sequences that end early or pause, and over nothing. */
final class LstmRecords {
    private LstmRecords() {}

    static List<GradientRecord> records() {
        return List.of(
                run(3, 2, 2),
                run(1, 2, 1),
                run(2, 0, 2),
                run(2, 2, 0),
                masked(3, 2, 2, true, true, true, false, false, true),
                masked(2, 1, 1, false, false));
    }

    private static GradientRecord run(int time, int batch, int units) {
        return GradientRecord.of(
                "lstm(Tensor, Tensor, Tensor, Tensor)",
                "unmasked",
                t -> t.get(0).lstm(t.get(1), t.get(2), t.get(3), null),
                arguments(time, batch, units).toArray(HostArray[]::new));
    }

    private static GradientRecord masked(int time, int batch, int units, boolean... mask) {
        List<HostArray> inputs = arguments(time, batch, units);
        inputs.add(HostArray.wrap(mask, Shape.of(time, batch)));
        return GradientRecord.of(
                "lstm(Tensor, Tensor, Tensor, Tensor)",
                "masked",
                t -> t.get(0).lstm(t.get(1), t.get(2), t.get(3), t.get(4)),
                inputs.toArray(HostArray[]::new));
    }

    private static List<HostArray> arguments(int time, int batch, int units) {
        return new ArrayList<>(List.of(
                between(-1.8, 1.7).of(time, batch, 4 * units),
                between(-0.9, 0.8).of(units, 4 * units),
                between(-0.7, 0.6).of(batch, units),
                between(-1.2, 1.1).of(batch, units)));
    }
}
