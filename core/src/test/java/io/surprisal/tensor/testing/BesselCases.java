package io.surprisal.tensor.testing;

import io.surprisal.special.BesselI;
import io.surprisal.special.MarcumQ;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** The Bessel and Marcum functions. */
final class BesselCases {
    private BesselCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.BESSEL_I_SCALED,
                        List.of(0, 2),
                        x -> x.get(1).besselIScaled(x.get(0)),
                        x -> BesselI.scaled(x[0], x[1]),
                        List.of(of(0.0, 0.5, 1, 2.5, 12), of(0.4, 1.3, 3.1, 9, 20))),
                new SpecialCase(
                        SpecialOp.BESSEL_I_LOG_SCALED,
                        List.of(0, 2),
                        x -> x.get(1).besselILogScaled(x.get(0)),
                        x -> BesselI.logScaled(x[0], x[1]),
                        List.of(of(0.0, 0.5, 1, 2.5, 12), of(0.4, 1.3, 3.1, 9, 20))),
                new SpecialCase(
                        SpecialOp.BESSEL_I_RATIO,
                        List.of(0, 2),
                        x -> x.get(1).besselIRatio(x.get(0)),
                        x -> BesselI.ratio(x[0], x[1]),
                        List.of(of(0.3, 0.5, 1, 2.5, 12), of(0.4, 1.3, 3.1, 9, 20))),
                new SpecialCase(
                        SpecialOp.MARCUM_Q,
                        List.of(0, 2, 2),
                        x -> x.get(2).marcumQ(x.get(0), x.get(1)),
                        x -> MarcumQ.upper(x[0], x[1], x[2]),
                        List.of(of(0.3, 0.5, 1, 2.5, 12), of(0.4, 1.3, 2.2, 3, 0.8), of(0.6, 0.9, 3.1, 2.4, 5.5))),
                new SpecialCase(
                        SpecialOp.MARCUM_P,
                        List.of(0, 2, 2),
                        x -> x.get(2).marcumP(x.get(0), x.get(1)),
                        x -> MarcumQ.lower(x[0], x[1], x[2]),
                        List.of(of(0.3, 0.5, 1, 2.5, 12), of(0.4, 1.3, 2.2, 3, 0.8), of(0.6, 0.9, 3.1, 2.4, 5.5))),
                new SpecialCase(
                        SpecialOp.MARCUM_LOG_Q,
                        List.of(0, 2, 2),
                        x -> x.get(2).marcumLogQ(x.get(0), x.get(1)),
                        x -> MarcumQ.logUpper(x[0], x[1], x[2]),
                        List.of(of(0.3, 0.5, 1, 2.5, 12), of(0.4, 1.3, 2.2, 3, 0.8), of(0.6, 0.9, 3.1, 2.4, 5.5))),
                new SpecialCase(
                        SpecialOp.MARCUM_LOG_P,
                        List.of(0, 2, 2),
                        x -> x.get(2).marcumLogP(x.get(0), x.get(1)),
                        x -> MarcumQ.logLower(x[0], x[1], x[2]),
                        List.of(of(0.3, 0.5, 1, 2.5, 12), of(0.4, 1.3, 2.2, 3, 0.8), of(0.6, 0.9, 3.1, 2.4, 5.5))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
