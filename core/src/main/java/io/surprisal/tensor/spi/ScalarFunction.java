package io.surprisal.tensor.spi;

import io.surprisal.special.BesselI;
import io.surprisal.special.BetaFunction;
import io.surprisal.special.ErrorFunction;
import io.surprisal.special.ExponentialIntegral;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.HurwitzZeta;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.IncompleteBetaInverse;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.special.LogSpace;
import io.surprisal.special.MarcumQ;
import io.surprisal.special.NormalProbability;
import io.surprisal.special.OwensT;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ops.SpecialOp;

/** What an operation computes for one element: which function of {@code io.surprisal.special} it is. */
sealed interface ScalarFunction {
    /** Fills the elements {@code from}, …, {@code to − 1} of a result from arguments that have as many elements. */
    void fill(double[] result, Elements[] arguments, int from, int to);

    /** A function of one argument. */
    @FunctionalInterface
    non-sealed interface Unary extends ScalarFunction {
        double at(double x);

        @Override
        default void fill(double[] result, Elements[] arguments, int from, int to) {
            Elements x = arguments[0];
            for (int i = from; i < to; i++) {
                result[i] = at(x.at(i));
            }
        }
    }

    /** A function of two arguments. */
    @FunctionalInterface
    non-sealed interface Binary extends ScalarFunction {
        double at(double x, double y);

        @Override
        default void fill(double[] result, Elements[] arguments, int from, int to) {
            Elements x = arguments[0];
            Elements y = arguments[1];
            for (int i = from; i < to; i++) {
                result[i] = at(x.at(i), y.at(i));
            }
        }
    }

    /** A function of three arguments. */
    @FunctionalInterface
    non-sealed interface Ternary extends ScalarFunction {
        double at(double x, double y, double z);

        @Override
        default void fill(double[] result, Elements[] arguments, int from, int to) {
            Elements x = arguments[0];
            Elements y = arguments[1];
            Elements z = arguments[2];
            for (int i = from; i < to; i++) {
                result[i] = at(x.at(i), y.at(i), z.at(i));
            }
        }
    }

    /** The function that an operation is defined by. */
    static ScalarFunction of(SpecialOp op) {
        return switch (op) {
            case LOG1MEXP -> (Unary) LogSpace::log1mexp;
            case LOG_ADD_EXP -> (Binary) LogSpace::logAddExp;
            case LOG_DIFF_EXP -> (Binary) LogSpace::logDiffExp;
            case XLOGY -> (Binary) LogSpace::xlogy;
            case XLOG1PY -> (Binary) LogSpace::xlog1py;
            case ERF -> (Unary) ErrorFunction::erf;
            case ERFC -> (Unary) ErrorFunction::erfc;
            case ERFCX -> (Unary) ErrorFunction::erfcx;
            case ERF_INV -> (Unary) ErrorFunction::erfInv;
            case ERFC_INV -> (Unary) ErrorFunction::erfcInv;
            case NORMAL_CDF -> (Unary) NormalProbability::cdf;
            case NORMAL_LOG_CDF -> (Unary) NormalProbability::logCdf;
            case NORMAL_LOG_CDF_DERIVATIVE -> (Unary) NormalProbability::logCdfDerivative;
            case NORMAL_QUANTILE -> (Unary) NormalProbability::quantile;
            case NORMAL_QUANTILE_OF_LOG -> (Unary) NormalProbability::quantileOfLog;
            case OWENS_T -> (Binary) OwensT::value;
            case LOG_GAMMA -> (Unary) GammaFunction::logGamma;
            case LOG_GAMMA_DIFFERENCE -> (Binary) GammaFunction::logGammaDifference;
            case DIGAMMA -> (Unary) Polygamma::digamma;
            case DIGAMMA_DIFFERENCE -> (Binary) Polygamma::digammaDifference;
            case TRIGAMMA -> (Unary) Polygamma::trigamma;
            case POLYGAMMA -> (Binary) ScalarFunction::polygamma;
            case HURWITZ_ZETA -> (Binary) HurwitzZeta::value;
            case LOG_BETA -> (Binary) BetaFunction::logBeta;
            case E1 -> (Unary) ExponentialIntegral::e1;
            case E1_SCALED -> (Unary) ExponentialIntegral::e1Scaled;
            case GAMMA_LOWER -> (Binary) IncompleteGamma::lower;
            case GAMMA_UPPER -> (Binary) IncompleteGamma::upper;
            case GAMMA_LOG_LOWER -> (Binary) IncompleteGamma::logLower;
            case GAMMA_LOG_UPPER -> (Binary) IncompleteGamma::logUpper;
            case GAMMA_LOWER_INVERSE -> (Binary) IncompleteGamma::inverseLower;
            case GAMMA_UPPER_INVERSE -> (Binary) IncompleteGamma::inverseUpper;
            case GAMMA_LOG_LOWER_INVERSE -> (Binary) IncompleteGamma::inverseLogLower;
            case GAMMA_LOG_UPPER_INVERSE -> (Binary) IncompleteGamma::inverseLogUpper;
            case GAMMA_SHAPE_DERIVATIVE -> (Binary) IncompleteGamma::shapeDerivative;
            case GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE -> (Binary) IncompleteGamma::logQuantileShapeDerivative;
            case BETA_LOWER -> (Ternary) IncompleteBeta::lower;
            case BETA_UPPER -> (Ternary) IncompleteBeta::upper;
            case BETA_LOG_LOWER -> (Ternary) IncompleteBeta::logLower;
            case BETA_LOG_UPPER -> (Ternary) IncompleteBeta::logUpper;
            case BETA_LOWER_INVERSE -> (Ternary) IncompleteBetaInverse::ofLower;
            case BETA_UPPER_INVERSE -> (Ternary) IncompleteBetaInverse::ofUpper;
            case BETA_LOG_LOWER_INVERSE -> (Ternary) IncompleteBetaInverse::ofLogLower;
            case BETA_LOG_UPPER_INVERSE -> (Ternary) IncompleteBetaInverse::ofLogUpper;
            case BETA_FIRST_SHAPE_DERIVATIVE -> (Ternary) IncompleteBeta::firstShapeDerivative;
            case BETA_SECOND_SHAPE_DERIVATIVE -> (Ternary) IncompleteBeta::secondShapeDerivative;
            case BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE ->
                (Ternary) IncompleteBeta::logitQuantileFirstShapeDerivative;
            case BESSEL_I_SCALED -> (Binary) BesselI::scaled;
            case BESSEL_I_LOG_SCALED -> (Binary) BesselI::logScaled;
            case BESSEL_I_RATIO -> (Binary) BesselI::ratio;
            case MARCUM_Q -> (Ternary) MarcumQ::upper;
            case MARCUM_P -> (Ternary) MarcumQ::lower;
            case MARCUM_LOG_Q -> (Ternary) MarcumQ::logUpper;
            case MARCUM_LOG_P -> (Ternary) MarcumQ::logLower;
        };
    }

    /** ψ⁽ⁿ⁾(x); NaN where n is no whole number of the range of {@code int}, as an order below 0 is. */
    private static double polygamma(double n, double x) {
        return n == (int) n ? Polygamma.polygamma((int) n, x) : Double.NaN;
    }
}
