package io.surprisal.tensor.testing;

import io.surprisal.special.BetaFunction;
import io.surprisal.special.ExponentialIntegral;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.HurwitzZeta;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** log Γ, its derivatives, and what is made of them. */
final class GammaCases {
    private GammaCases() {}

    static List<SpecialCase> all() {
        return List.of(
                new SpecialCase(
                        SpecialOp.LOG_GAMMA,
                        List.of(2),
                        x -> x.get(0).logGamma(),
                        x -> GammaFunction.logGamma(x[0]),
                        List.of(of(-1.4, 0.3, 1.7, 12, 300))),
                new SpecialCase(
                        SpecialOp.LOG_GAMMA_DIFFERENCE,
                        List.of(2, 2),
                        x -> x.get(0).logGammaDifference(x.get(1)),
                        x -> GammaFunction.logGammaDifference(x[0], x[1]),
                        List.of(of(0.2, 0.9, 2.4, 17, 300), of(0.4, 2.2, 0.6, 5, 20))),
                new SpecialCase(
                        SpecialOp.DIGAMMA,
                        List.of(2),
                        x -> x.get(0).digamma(),
                        x -> Polygamma.digamma(x[0]),
                        List.of(of(-1.4, 0.3, 1.7, 12, 300))),
                new SpecialCase(
                        SpecialOp.DIGAMMA_DIFFERENCE,
                        List.of(2, 2),
                        x -> x.get(0).digammaDifference(x.get(1)),
                        x -> Polygamma.digammaDifference(x[0], x[1]),
                        List.of(of(0.2, 0.9, 2.4, 17, 300), of(0.4, 2.2, 0.6, 5, 20))),
                new SpecialCase(
                        SpecialOp.TRIGAMMA,
                        List.of(2),
                        x -> x.get(0).trigamma(),
                        x -> Polygamma.trigamma(x[0]),
                        List.of(of(-1.4, 0.3, 1.7, 12, 300))),
                new SpecialCase(
                        SpecialOp.POLYGAMMA,
                        List.of(0, 2),
                        x -> x.get(1).polygamma(2),
                        x -> Polygamma.polygamma((int) x[0], x[1]),
                        List.of(of(2, 2, 2, 2, 2), of(-1.4, 0.3, 1.7, 12, 300))),
                new SpecialCase(
                        SpecialOp.HURWITZ_ZETA,
                        List.of(0, 2),
                        x -> x.get(1).hurwitzZeta(x.get(0)),
                        x -> HurwitzZeta.value(x[0], x[1]),
                        List.of(of(1.2, 2, 2.5, 4, 7), of(0.2, 0.9, 2.4, 17, 300))),
                new SpecialCase(
                        SpecialOp.LOG_BETA,
                        List.of(2, 2),
                        x -> x.get(0).logBeta(x.get(1)),
                        x -> BetaFunction.logBeta(x[0], x[1]),
                        List.of(of(0.2, 0.9, 2.4, 17, 300), of(0.4, 2.2, 0.6, 5, 20))),
                new SpecialCase(
                        SpecialOp.E1,
                        List.of(2),
                        x -> x.get(0).e1(),
                        x -> ExponentialIntegral.e1(x[0]),
                        List.of(of(0.2, 0.9, 2.4, 17, 40))),
                new SpecialCase(
                        SpecialOp.E1_SCALED,
                        List.of(2),
                        x -> x.get(0).e1Scaled(),
                        x -> ExponentialIntegral.e1Scaled(x[0]),
                        List.of(of(0.2, 0.9, 2.4, 17, 400))));
    }

    private static double[] of(double... values) {
        return values;
    }
}
