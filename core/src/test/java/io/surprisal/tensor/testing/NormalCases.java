package io.surprisal.tensor.testing;

import io.surprisal.special.ErrorFunction;
import io.surprisal.special.NormalProbability;
import io.surprisal.special.OwensT;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** The error functions and the normal distribution. */
final class NormalCases {
    private NormalCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.ERF,
                        List.of(2),
                        x -> x.get(0).erf(),
                        x -> ErrorFunction.erf(x[0]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 2.6))),
                new SpecialCase(
                        SpecialOp.ERFC,
                        List.of(2),
                        x -> x.get(0).erfc(),
                        x -> ErrorFunction.erfc(x[0]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 5.6))),
                new SpecialCase(
                        SpecialOp.ERFCX,
                        List.of(2),
                        x -> x.get(0).erfcx(),
                        x -> ErrorFunction.erfcx(x[0]),
                        List.of(of(-2.3, -0.4, 0.3, 7.1, 60))),
                new SpecialCase(
                        SpecialOp.ERF_INV,
                        List.of(2),
                        x -> x.get(0).erfInv(),
                        x -> ErrorFunction.erfInv(x[0]),
                        List.of(of(-0.85, -0.4, 0.2, 0.6, 0.9))),
                new SpecialCase(
                        SpecialOp.ERFC_INV,
                        List.of(2),
                        x -> x.get(0).erfcInv(),
                        x -> ErrorFunction.erfcInv(x[0]),
                        List.of(of(1e-20, 0.02, 0.7, 1.2, 1.8))),
                new SpecialCase(
                        SpecialOp.NORMAL_CDF,
                        List.of(2),
                        x -> x.get(0).normalCdf(),
                        x -> NormalProbability.cdf(x[0]),
                        List.of(of(-8.3, -2.4, 0.3, 1.1, 2.6))),
                new SpecialCase(
                        SpecialOp.NORMAL_LOG_CDF,
                        List.of(2),
                        x -> x.get(0).normalLogCdf(),
                        x -> NormalProbability.logCdf(x[0]),
                        List.of(of(-80, -8.3, -1.4, 0.3, 2.6))),
                new SpecialCase(
                        SpecialOp.NORMAL_LOG_CDF_DERIVATIVE,
                        List.of(2),
                        x -> x.get(0).normalLogCdfDerivative(),
                        x -> NormalProbability.logCdfDerivative(x[0]),
                        List.of(of(-70, -8.3, -1.4, 0.3, 2.6))),
                new SpecialCase(
                        SpecialOp.NORMAL_QUANTILE,
                        List.of(2),
                        x -> x.get(0).normalQuantile(),
                        x -> NormalProbability.quantile(x[0]),
                        List.of(of(1e-20, 0.02, 0.4, 0.7, 0.9))),
                new SpecialCase(
                        SpecialOp.NORMAL_QUANTILE_OF_LOG,
                        List.of(2),
                        x -> x.get(0).normalQuantileOfLog(),
                        x -> NormalProbability.quantileOfLog(x[0]),
                        List.of(of(-2000, -40, -2.1, -0.4, -0.01))),
                new SpecialCase(
                        SpecialOp.OWENS_T,
                        List.of(2, 2),
                        x -> x.get(0).owensT(x.get(1)),
                        x -> OwensT.value(x[0], x[1]),
                        List.of(of(-2.3, -0.4, 0.3, 1.1, 2.6), of(0.7, -1.6, 0.2, 2.5, -0.9))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
