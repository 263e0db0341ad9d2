package io.surprisal.tensor;

/**
 * Special functions of each element, by family: {@link LogSpaceMath}, {@link NormalMath}, {@link GammaMath}, {@link
 * IncompleteGammaMath}, {@link IncompleteBetaMath} and {@link BesselMath}. {@link Tensor#special} calls the same functions by name.
 *
 * <p>Outside its domain a function is NaN. Where no derivative is available, asking for it throws an {@link
 * UnsupportedOperationException}; none is silently zero.
 */
public sealed interface SpecialMath
        extends LogSpaceMath, NormalMath, GammaMath, IncompleteGammaMath, IncompleteBetaMath, BesselMath
        permits Tensor {}
