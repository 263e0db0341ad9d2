package io.surprisal.autoencoders.data;

/**
 * What one drawn digit was drawn from.
 *
 * @param digit the class, 0 … 9
 * @param slant horizontal shear, about −0.35 … 0.35
 * @param rotation in radians, about −0.2 … 0.2
 * @param width horizontal size relative to the plain digit, about 0.75 … 1.15
 * @param height vertical size relative to the plain digit, about 0.85 … 1.1
 * @param pen the pen's radius in pixels at 28 × 28, about 0.9 … 1.7
 * @param shiftX pixels to the right at 28 × 28
 * @param shiftY pixels down at 28 × 28
 * @param wobble the amplitude of the elastic distortion, in units of the digit's box
 */
public record DigitFactors(
        int digit,
        double slant,
        double rotation,
        double width,
        double height,
        double pen,
        double shiftX,
        double shiftY,
        double wobble) {}
