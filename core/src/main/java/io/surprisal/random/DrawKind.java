package io.surprisal.random;

/**
 * The parameter-free draws that every backend makes bit for bit alike, as transforms of one uniform number per element.
 *
 * <p>FLOAT32 draws use u = (⌊w / 2⁹⌋ + ½)·2⁻²³ of one 32-bit word w, FLOAT64 draws u = (⌊w / 2¹²⌋ + ½)·2⁻⁵² of a 64-bit one: grids that
 * are symmetric about ½ and never reach 0 or 1.
 */
public enum DrawKind {
    /** u itself, uniform on the open interval (0, 1). FLOAT32: 2⁻²⁴ ≤ u ≤ 1 − 2⁻²⁴; FLOAT64: 2⁻⁵³ ≤ u ≤ 1 − 2⁻⁵³. */
    UNIFORM,
    /**
     * Φ⁻¹(u), the standard normal distribution. The largest magnitude is 5.295 in FLOAT32 and 8.210 in FLOAT64.
     */
    NORMAL,
    /** −log u, the exponential distribution of rate 1. From 5.96·10⁻⁸ to 16.64 in FLOAT32, from 1.11·10⁻¹⁶ to 36.74 in FLOAT64. */
    EXPONENTIAL
}
