package io.surprisal.tensor;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of real numbers that becomes an operation on tensors: computed element by element on the host in double precision, on every
 * backend to the same bits, and differentiable by the slopes that it is given. It is how a module, or a user, adds a function that no
 * backend knows:
 *
 * <pre>{@code
 * ElementFunction sinc = ElementFunction.of("sinc", x -> x == 0 ? 1 : Math.sin(x) / x)
 *         .withSlopes((at, y) -> {
 *             Tensor x = at.get(0);
 *             Tensor nearZero = x.abs().less(1e-3);
 *             Tensor divisor = x.plus(nearZero.cast(x.dtype())); // Not 0, on the side that is not taken either.
 *             return Tensor.where(nearZero, x.div(-3), x.cos().minus(y).div(divisor));
 *         });
 * Tensor y = sinc.of(angles);
 * }</pre>
 *
 * <p>A slope with a quotient or a logarithm needs a guard like this one: {@link Tensor#where} chooses numbers, but what it leaves out is
 * computed too, and a NaN there becomes a NaN in derivatives of higher order.
 *
 * <p>Arguments have one floating dtype and one backend, and broadcast. Results of FLOAT32 arguments are rounded once, from double. Large
 * arrays are computed by several threads at a time, so functions keep no state.
 */
public final class ElementFunction {
    /** A function of three numbers. */
    @FunctionalInterface
    public interface Ternary {
        /**
         * {@return the value at (x, y, z)}
         *
         * @param x the first argument
         * @param y the second
         * @param z the third
         */
        double at(double x, double y, double z);
    }

    /** A function of any number of numbers. */
    @FunctionalInterface
    public interface Values {
        /**
         * {@return the value at a point}
         *
         * @param x the arguments in order; reused between calls, so not to be kept
         */
        double at(double[] x);
    }

    /** The partial derivative in one argument. */
    @FunctionalInterface
    public interface Slope {
        /**
         * {@return ∂y/∂xₖ, made of differentiable operations if there shall be derivatives of higher order}
         *
         * @param x the arguments
         * @param y the function's values there
         */
        Tensor at(List<Tensor> x, Tensor y);
    }

    private final String name;
    private final int arity;
    private final Values values;
    private final List<Slope> slopes;

    private ElementFunction(String name, int arity, Values values, List<Slope> slopes) {
        this.name = name;
        this.arity = arity;
        this.values = values;
        this.slopes = slopes;
    }

    /**
     * {@return a function of one number}
     *
     * @param name its name in messages
     * @param function its values
     */
    public static ElementFunction of(String name, DoubleUnaryOperator function) {
        return of(name, 1, x -> function.applyAsDouble(x[0]));
    }

    /**
     * {@return a function of two numbers}
     *
     * @param name its name in messages
     * @param function its values
     */
    public static ElementFunction of(String name, DoubleBinaryOperator function) {
        return of(name, 2, x -> function.applyAsDouble(x[0], x[1]));
    }

    /**
     * {@return a function of three numbers}
     *
     * @param name its name in messages
     * @param function its values
     */
    public static ElementFunction of(String name, Ternary function) {
        return of(name, 3, x -> function.at(x[0], x[1], x[2]));
    }

    /**
     * {@return a function of {@code arity} numbers}
     *
     * @param name its name in messages
     * @param arity how many arguments it takes
     * @param function its values
     * @throws IllegalArgumentException if the arity is not positive
     */
    public static ElementFunction of(String name, int arity, Values function) {
        if (arity < 1) {
            throw new IllegalArgumentException(
                    name + ": a function takes at least one argument, but arity = " + arity + ".");
        }
        return new ElementFunction(name, arity, function, List.of());
    }

    /**
     * {@return this function with derivatives} Asking for a derivative in an argument for which no slope is given throws an {@link
     * UnsupportedOperationException}.
     *
     * @param inArguments the slope in each argument, in order; at most as many as there are arguments
     * @throws IllegalArgumentException if there are more slopes than arguments
     */
    public ElementFunction withSlopes(Slope... inArguments) {
        if (inArguments.length > arity) {
            throw new IllegalArgumentException(
                    name + ": " + inArguments.length + " slopes were given, but there are " + arity + " arguments.");
        }
        return new ElementFunction(name, arity, values, List.of(inArguments));
    }

    /** {@return the name in messages} */
    public String name() {
        return name;
    }

    /** {@return how many arguments it takes} */
    public int arity() {
        return arity;
    }

    /**
     * {@return the values at the elements of the arguments}
     *
     * @param arguments as many as the function takes
     * @throws IllegalArgumentException if the number, shapes, dtypes or backends of the arguments do not fit
     */
    public Tensor of(Tensor... arguments) {
        return ElementwiseRules.map(this, List.of(arguments));
    }

    /**
     * {@return the value at one point}
     *
     * @param x as many numbers as the function takes; not kept
     */
    public double at(double... x) {
        return values.at(x);
    }

    /**
     * {@return ∂y/∂x[k]}
     *
     * @param k the argument
     * @param x the arguments
     * @param y the function's values there
     * @throws IllegalArgumentException if the function has no such argument
     * @throws UnsupportedOperationException if no slope is known in this argument
     */
    public Tensor slope(int k, List<Tensor> x, Tensor y) {
        if (k < 0 || k >= arity) {
            throw new IllegalArgumentException(name + ": there is no argument " + k + ". Use 0 … " + (arity - 1) + ".");
        }
        if (k >= slopes.size()) {
            throw new UnsupportedOperationException(name + ": has no derivative in its argument " + k
                    + ". Cut it off with stopGradient() if it is constant, or difference it numerically.");
        }
        return slopes.get(k).at(x, y);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
