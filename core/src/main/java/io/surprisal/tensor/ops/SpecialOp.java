package io.surprisal.tensor.ops;

/**
 * Special functions of one to three floating arguments, in the order in which they are named here. {@code io.surprisal.special}
 * defines them, with their domains, special values and accuracy; outside its domain a function is NaN.
 */
public enum SpecialOp {
    /** x: log(1 − eˣ) for x ≤ 0. */
    LOG1MEXP(1),
    /** x, y: log(eˣ + eʸ). */
    LOG_ADD_EXP(2),
    /** x, y: log(eˣ − eʸ) for x ≥ y. */
    LOG_DIFF_EXP(2),
    /** x, y: x log y, which is 0 at x = 0. */
    XLOGY(2),
    /** x, y: x log(1 + y), which is 0 at x = 0. */
    XLOG1PY(2),

    /** x: the error function. */
    ERF(1),
    /** x: the complementary error function 1 − erf x. */
    ERFC(1),
    /** x: exp(x²) erfc x. */
    ERFCX(1),
    /** p: the x with erf x = p. */
    ERF_INV(1),
    /** q: the x with erfc x = q. */
    ERFC_INV(1),
    /** x: the standard normal distribution function Φ. */
    NORMAL_CDF(1),
    /** x: log Φ(x). */
    NORMAL_LOG_CDF(1),
    /** x: d log Φ(x)/dx = φ(x)/Φ(x). */
    NORMAL_LOG_CDF_DERIVATIVE(1),
    /** p: the x with Φ(x) = p. */
    NORMAL_QUANTILE(1),
    /** log p: the x with log Φ(x) = log p. */
    NORMAL_QUANTILE_OF_LOG(1),
    /** h, a: Owen's T function. */
    OWENS_T(2),

    /** x: log |Γ(x)|. */
    LOG_GAMMA(1),
    /** x, step: log Γ(x + step) − log Γ(x). */
    LOG_GAMMA_DIFFERENCE(2),
    /** x: ψ(x), the derivative of log Γ. */
    DIGAMMA(1),
    /** x, step: ψ(x + step) − ψ(x). */
    DIGAMMA_DIFFERENCE(2),
    /** x: ψ′(x). */
    TRIGAMMA(1),
    /** n, x: ψ⁽ⁿ⁾(x), the derivative of order n of ψ, for whole n. */
    POLYGAMMA(2),
    /** s, q: the Hurwitz zeta function ζ(s, q). */
    HURWITZ_ZETA(2),
    /** a, b: the logarithm of the beta function B(a, b). */
    LOG_BETA(2),
    /** x: the exponential integral E₁. */
    E1(1),
    /** x: eˣ E₁(x). */
    E1_SCALED(1),

    /** a, x: the regularized incomplete gamma function P(a, x). */
    GAMMA_LOWER(2),
    /** a, x: Q(a, x) = 1 − P(a, x). */
    GAMMA_UPPER(2),
    /** a, x: log P(a, x). */
    GAMMA_LOG_LOWER(2),
    /** a, x: log Q(a, x). */
    GAMMA_LOG_UPPER(2),
    /** a, p: the x with P(a, x) = p. */
    GAMMA_LOWER_INVERSE(2),
    /** a, q: the x with Q(a, x) = q. */
    GAMMA_UPPER_INVERSE(2),
    /** a, log p: the x with log P(a, x) = log p. */
    GAMMA_LOG_LOWER_INVERSE(2),
    /** a, log q: the x with log Q(a, x) = log q. */
    GAMMA_LOG_UPPER_INVERSE(2),
    /** a, x: ∂P(a, x)/∂a. */
    GAMMA_SHAPE_DERIVATIVE(2),
    /** a, log x: ∂ log x/∂a at fixed P(a, x). */
    GAMMA_LOG_QUANTILE_SHAPE_DERIVATIVE(2),

    /** a, b, x: the regularized incomplete beta function I_x(a, b). */
    BETA_LOWER(3),
    /** a, b, x: 1 − I_x(a, b). */
    BETA_UPPER(3),
    /** a, b, x: log I_x(a, b). */
    BETA_LOG_LOWER(3),
    /** a, b, x: log(1 − I_x(a, b)). */
    BETA_LOG_UPPER(3),
    /** a, b, p: the x with I_x(a, b) = p. */
    BETA_LOWER_INVERSE(3),
    /** a, b, q: the x with 1 − I_x(a, b) = q. */
    BETA_UPPER_INVERSE(3),
    /** a, b, log p: the x with log I_x(a, b) = log p. */
    BETA_LOG_LOWER_INVERSE(3),
    /** a, b, log q: the x with log(1 − I_x(a, b)) = log q. */
    BETA_LOG_UPPER_INVERSE(3),
    /** a, b, x: ∂I_x(a, b)/∂a. */
    BETA_FIRST_SHAPE_DERIVATIVE(3),
    /** a, b, x: ∂I_x(a, b)/∂b. */
    BETA_SECOND_SHAPE_DERIVATIVE(3),
    /** a, b, logit x: ∂ logit x/∂a at fixed I_x(a, b). */
    BETA_LOGIT_QUANTILE_FIRST_SHAPE_DERIVATIVE(3),

    /** ν, x: e⁻ˣ I_ν(x), the scaled modified Bessel function of the first kind. */
    BESSEL_I_SCALED(2),
    /** ν, x: log I_ν(x) − x. */
    BESSEL_I_LOG_SCALED(2),
    /** ν, x: I_ν(x)/I_{ν−1}(x). */
    BESSEL_I_RATIO(2),
    /** ν, α, β: the generalized Marcum Q-function Q_ν(α, β). */
    MARCUM_Q(3),
    /** ν, α, β: 1 − Q_ν(α, β). */
    MARCUM_P(3),
    /** ν, α, β: log Q_ν(α, β). */
    MARCUM_LOG_Q(3),
    /** ν, α, β: log(1 − Q_ν(α, β)). */
    MARCUM_LOG_P(3);

    private final String label = Label.of(name());
    private final int arity;

    SpecialOp(int arity) {
        this.arity = arity;
    }

    /** {@return the operation's name in messages and in the API} */
    public String label() {
        return label;
    }

    /** {@return the number of arguments the function takes} */
    public int arity() {
        return arity;
    }
}
