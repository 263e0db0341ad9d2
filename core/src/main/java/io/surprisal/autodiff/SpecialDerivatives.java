package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Derivative rules of the special functions: every one works element by element, so its rule is a slope for each argument, which
 * the cotangent multiplies. A slope that no function here computes throws when it is asked for.
 */
final class SpecialDerivatives {
    private SpecialDerivatives() {}

    /** Gives each argument the cotangent times its slope, for any function that works element by element. */
    static void pullBack(IntFunction<Tensor> slope, Tensor g, List<Tensor> x, Tensor y, Pullback.Operands to) {
        for (int i = 0; i < x.size(); i++) {
            int k = i;
            to.give(
                    k,
                    () -> Broadcasts.toOperand(
                            g.times(slope.apply(k)), y.shape(), x.get(k).shape()));
        }
    }

    /** ∂y/∂x[k]. */
    static Tensor slope(SpecialOp op, int k, List<Tensor> x, Tensor y) {
        return switch (op) {
            case LOG1MEXP -> LogSpaceDerivatives.log1mexp(x.get(0), y);
            case LOG_ADD_EXP -> LogSpaceDerivatives.logAddExp(k, x.get(0), x.get(1));
            case LOG_DIFF_EXP -> LogSpaceDerivatives.logDiffExp(k, x.get(0), x.get(1));
            case XLOGY -> LogSpaceDerivatives.xlogy(k, x.get(0), x.get(1));
            case XLOG1PY -> LogSpaceDerivatives.xlog1py(k, x.get(0), x.get(1));
            case ERF -> NormalDerivatives.erf(x.get(0));
            case ERFC -> NormalDerivatives.erf(x.get(0)).neg();
            case ERFCX -> NormalDerivatives.erfcx(x.get(0), y);
            case ERF_INV -> NormalDerivatives.erfInv(y);
            case ERFC_INV -> NormalDerivatives.erfInv(y).neg();
            case NORMAL_CDF -> NormalDerivatives.density(x.get(0));
            case NORMAL_LOG_CDF -> x.get(0).normalLogCdfDerivative();
            case NORMAL_LOG_CDF_DERIVATIVE -> NormalDerivatives.logCdfDerivative(x.get(0), y);
            case NORMAL_QUANTILE -> NormalDerivatives.quantile(y);
            case NORMAL_QUANTILE_OF_LOG -> y.normalLogCdfDerivative().reciprocal();
            case OWENS_T -> NormalDerivatives.owensT(k, x.get(0), x.get(1));
            case LOG_GAMMA -> x.get(0).digamma();
            case LOG_GAMMA_DIFFERENCE -> GammaDerivatives.logGammaDifference(k, x.get(0), x.get(1));
            case DIGAMMA -> x.get(0).trigamma();
            case DIGAMMA_DIFFERENCE -> GammaDerivatives.digammaDifference(k, x.get(0), x.get(1));
            case TRIGAMMA -> x.get(0).polygamma(2);
            case POLYGAMMA -> GammaDerivatives.polygamma(k, x.get(0), x.get(1));
            case HURWITZ_ZETA -> GammaDerivatives.hurwitzZeta(k, x.get(0), x.get(1));
            case LOG_BETA -> GammaDerivatives.logBeta(x.get(k), x.get(1 - k));
            case E1 -> GammaDerivatives.e1(x.get(0));
            case E1_SCALED -> GammaDerivatives.e1Scaled(x.get(0), y);
            case GAMMA_LOWER -> IncompleteGammaDerivatives.lower(k, x.get(0), x.get(1));
            case GAMMA_UPPER ->
                IncompleteGammaDerivatives.lower(k, x.get(0), x.get(1)).neg();
            case GAMMA_LOG_LOWER -> IncompleteGammaDerivatives.logTail(k, x.get(0), x.get(1), y);
            case GAMMA_LOG_UPPER ->
                IncompleteGammaDerivatives.logTail(k, x.get(0), x.get(1), y).neg();
            case GAMMA_LOWER_INVERSE -> IncompleteGammaDerivatives.inverse(k, x.get(0), y);
            case GAMMA_UPPER_INVERSE -> mirrored(k == 1, IncompleteGammaDerivatives.inverse(k, x.get(0), y));
            case GAMMA_LOG_LOWER_INVERSE -> IncompleteGammaDerivatives.inverseOfLog(k, x.get(0), x.get(1), y);
            case GAMMA_LOG_UPPER_INVERSE ->
                mirrored(k == 1, IncompleteGammaDerivatives.inverseOfLog(k, x.get(0), x.get(1), y));
            case GAMMA_SHAPE_DERIVATIVE -> IncompleteGammaDerivatives.shapeDerivative(k, x.get(0), x.get(1));
            case GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE ->
                IncompleteGammaDerivatives.logQuantileShapeDerivative(k, x.get(0), x.get(1), y);
            case BETA_LOWER -> IncompleteBetaDerivatives.lower(k, x);
            case BETA_UPPER -> IncompleteBetaDerivatives.lower(k, x).neg();
            case BETA_LOG_LOWER -> IncompleteBetaDerivatives.logTail(k, x, y);
            case BETA_LOG_UPPER -> IncompleteBetaDerivatives.logTail(k, x, y).neg();
            case BETA_LOWER_INVERSE -> IncompleteBetaDerivatives.inverse(k, x, y);
            case BETA_UPPER_INVERSE -> mirrored(k == 2, IncompleteBetaDerivatives.inverse(k, x, y));
            case BETA_LOG_LOWER_INVERSE -> IncompleteBetaDerivatives.inverseOfLog(k, x, y);
            case BETA_LOG_UPPER_INVERSE -> mirrored(k == 2, IncompleteBetaDerivatives.inverseOfLog(k, x, y));
            case BETA_FIRST_SHAPE_DERIVATIVE, BETA_SECOND_SHAPE_DERIVATIVE ->
                IncompleteBetaDerivatives.shapeDerivative(op, k, x);
            case BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE ->
                IncompleteBetaDerivatives.logitQuantileShapeDerivative(k, x, y);
            case BESSEL_I_SCALED -> BesselDerivatives.scaled(k, x.get(0), x.get(1), y);
            case BESSEL_I_LOG_SCALED -> BesselDerivatives.logScaled(k, x.get(0), x.get(1));
            case BESSEL_I_RATIO -> BesselDerivatives.ratio(k, x.get(0), x.get(1), y);
            case MARCUM_Q -> MarcumDerivatives.upper(op, k, x);
            case MARCUM_P -> MarcumDerivatives.upper(op, k, x).neg();
            case MARCUM_LOG_Q -> MarcumDerivatives.logTail(op, k, x, y);
            case MARCUM_LOG_P -> MarcumDerivatives.logTail(op, k, x, y).neg();
        };
    }

    /** The slope in the probability changes its sign with the tail; those in the shapes do not. */
    private static Tensor mirrored(boolean probability, Tensor slope) {
        return probability ? slope.neg() : slope;
    }

    /** For an argument in which no derivative is available: never a silent zero. */
    static UnsupportedOperationException unavailable(SpecialOp op, String argument) {
        return new UnsupportedOperationException(op.label() + ": has no recorded derivative in its argument " + argument
                + ". Cut it off with stopGradient() if it is constant, or difference it numerically.");
    }
}
