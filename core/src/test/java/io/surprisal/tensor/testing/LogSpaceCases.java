package io.surprisal.tensor.testing;

import io.surprisal.special.LogSpace;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** Numbers kept as logarithms. */
final class LogSpaceCases {
    private LogSpaceCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.LOG1MEXP,
                        List.of(2),
                        x -> x.get(0).log1mexp(),
                        x -> LogSpace.log1mexp(x[0]),
                        List.of(of(-30, -4.2, -1.1, -0.3, -0.02))),
                new SpecialCase(
                        SpecialOp.LOG_ADD_EXP,
                        List.of(2, 2),
                        x -> x.get(0).logAddExp(x.get(1)),
                        x -> LogSpace.logAddExp(x[0], x[1]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 2.6), of(1.4, -0.4, 0.9, 1.1, -8))),
                new SpecialCase(
                        SpecialOp.LOG_DIFF_EXP,
                        List.of(2, 2),
                        x -> x.get(0).logDiffExp(x.get(1)),
                        x -> LogSpace.logDiffExp(x[0], x[1]),
                        List.of(of(-2.3, 0.9, 1.6, 3.1, 7), of(-3.1, -0.4, 0.3, -1.1, 5))),
                new SpecialCase(
                        SpecialOp.XLOGY,
                        List.of(2, 2),
                        x -> x.get(0).xlogy(x.get(1)),
                        x -> LogSpace.xlogy(x[0], x[1]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 2.6), of(0.2, 1.7, 0.9, 3.1, 8))),
                new SpecialCase(
                        SpecialOp.XLOG1PY,
                        List.of(2, 2),
                        x -> x.get(0).xlog1py(x.get(1)),
                        x -> LogSpace.xlog1py(x[0], x[1]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 2.6), of(-0.7, -0.2, 0.9, 3.1, 8))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
