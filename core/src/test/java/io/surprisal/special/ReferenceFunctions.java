package io.surprisal.special;

import java.util.Map;
import java.util.TreeMap;

/** The functions of this package by the names that {@code special_references.py} gives them. */
final class ReferenceFunctions {
    /** A function of one to four numbers. */
    interface Function {
        double at(double[] x);
    }

    static final Map<String, Function> ALL = all();

    private ReferenceFunctions() {}

    private static Map<String, Function> all() {
        Map<String, Function> map = new TreeMap<>();
        map.put("log1mexp", x -> LogSpace.log1mexp(x[0]));
        map.put("log1pexp", x -> LogSpace.log1pexp(x[0]));
        map.put("logAddExp", x -> LogSpace.logAddExp(x[0], x[1]));
        map.put("logDiffExp", x -> LogSpace.logDiffExp(x[0], x[1]));
        map.put("log1pmx", x -> LogSpace.log1pmx(x[0]));
        map.put("expm1mx", x -> LogSpace.expm1mx(x[0]));
        map.put("xlogy", x -> LogSpace.xlogy(x[0], x[1]));
        map.put("xlog1py", x -> LogSpace.xlog1py(x[0], x[1]));
        map.put("erf", x -> ErrorFunction.erf(x[0]));
        map.put("erfc", x -> ErrorFunction.erfc(x[0]));
        map.put("erfcx", x -> ErrorFunction.erfcx(x[0]));
        map.put("erfInv", x -> ErrorFunction.erfInv(x[0]));
        map.put("erfcInv", x -> ErrorFunction.erfcInv(x[0]));
        map.put("normalCdf", x -> NormalProbability.cdf(x[0]));
        map.put("normalLogCdf", x -> NormalProbability.logCdf(x[0]));
        map.put("normalLogCdfDerivative", x -> NormalProbability.logCdfDerivative(x[0]));
        map.put("normalQuantile", x -> NormalProbability.quantile(x[0]));
        map.put("normalQuantileOfLog", x -> NormalProbability.quantileOfLog(x[0]));
        map.put("gamma", x -> GammaFunction.gamma(x[0]));
        map.put("logGamma", x -> GammaFunction.logGamma(x[0]));
        map.put("logGamma1p", x -> GammaFunction.logGamma1p(x[0]));
        map.put("logGammaDifference", x -> GammaFunction.logGammaDifference(x[0], x[1]));
        map.put("stirlingCorrection", x -> GammaFunction.stirlingCorrection(x[0]));
        map.put("digamma", x -> Polygamma.digamma(x[0]));
        map.put("digammaDifference", x -> Polygamma.digammaDifference(x[0], x[1]));
        map.put("logMinusDigamma", x -> Polygamma.logMinusDigamma(x[0]));
        map.put("trigamma", x -> Polygamma.trigamma(x[0]));
        map.put("polygammaDifference", x -> Polygamma.polygammaDifference((int) x[0], x[1], x[2]));
        map.put("polygamma", x -> Polygamma.polygamma((int) x[0], x[1]));
        map.put("zeta", x -> HurwitzZeta.value(x[0], x[1]));
        map.put("e1", x -> ExponentialIntegral.e1(x[0]));
        map.put("e1Scaled", x -> ExponentialIntegral.e1Scaled(x[0]));
        map.put("besselIScaled", x -> BesselI.scaled(x[0], x[1]));
        map.put("besselILog", x -> BesselI.log(x[0], x[1]));
        map.put("besselILogScaled", x -> BesselI.logScaled(x[0], x[1]));
        map.put("besselIRatio", x -> BesselI.ratio(x[0], x[1]));
        map.put("besselILogDerivative", x -> BesselI.logDerivative(x[0], x[1]));
        map.put("owensT", x -> OwensT.value(x[0], x[1]));
        map.put("gammaLower", x -> IncompleteGamma.lower(x[0], x[1]));
        map.put("gammaUpper", x -> IncompleteGamma.upper(x[0], x[1]));
        map.put("gammaLogLower", x -> IncompleteGamma.logLower(x[0], x[1]));
        map.put("gammaLogUpper", x -> IncompleteGamma.logUpper(x[0], x[1]));
        map.put("gammaShapeDerivative", x -> IncompleteGamma.shapeDerivative(x[0], x[1]));
        map.put("gammaInverseLower", x -> IncompleteGamma.inverseLower(x[0], x[1]));
        map.put("gammaInverseUpper", x -> IncompleteGamma.inverseUpper(x[0], x[1]));
        map.put("gammaInverseLogLower", x -> IncompleteGamma.inverseLogLower(x[0], x[1]));
        map.put("gammaInverseLogUpper", x -> IncompleteGamma.inverseLogUpper(x[0], x[1]));
        map.put("logBeta", x -> BetaFunction.logBeta(x[0], x[1]));
        map.put("beta", x -> BetaFunction.value(x[0], x[1]));
        map.put("betaLower", x -> IncompleteBeta.lower(x[0], x[1], x[2]));
        map.put("betaUpper", x -> IncompleteBeta.upper(x[0], x[1], x[2]));
        map.put("betaLogLower", x -> IncompleteBeta.logLower(x[0], x[1], x[2]));
        map.put("betaLogUpper", x -> IncompleteBeta.logUpper(x[0], x[1], x[2]));
        map.put("betaFirstShapeDerivative", x -> IncompleteBeta.firstShapeDerivative(x[0], x[1], x[2]));
        map.put("betaSecondShapeDerivative", x -> IncompleteBeta.secondShapeDerivative(x[0], x[1], x[2]));
        map.put("betaInverseLower", x -> IncompleteBetaInverse.ofLower(x[0], x[1], x[2]));
        map.put("betaInverseLogLower", x -> IncompleteBetaInverse.ofLogLower(x[0], x[1], x[2]));
        map.put("marcumUpper", x -> MarcumQ.upper(x[0], x[1], x[2]));
        map.put("marcumLower", x -> MarcumQ.lower(x[0], x[1], x[2]));
        map.put("marcumLogUpper", x -> MarcumQ.logUpper(x[0], x[1], x[2]));
        return map;
    }
}
