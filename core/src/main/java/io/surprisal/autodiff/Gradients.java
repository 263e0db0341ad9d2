package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Differentiation as an operator on functions.
 *
 * <pre>{@code
 * LossAndGradient step = Gradients.lossAndGradient(p -> vae.negativeElbo(p, batch, key)).at(theta);
 * Tensor slope = Gradients.gradient(t -> t.tanh().sum()).at(x);
 * }</pre>
 *
 * <p>There are no gradient flags and nothing to reset: derivatives are taken in what {@code at} is given, and every other tensor
 * that the function mentions is a constant of that call. Calls nest, inside functions too, which gives higher orders. Each call
 * stays on the thread that makes it; its intermediate tensors are freed when it returns, also when it throws. Its results are
 * the caller's to release, hold or give up one by one: none is a tensor of the point or another one from outside, even where the
 * function returned that, and no two of them are one.
 */
public final class Gradients {
    private Gradients() {}

    /** A derivative that is a tensor, ready to be taken at a point. */
    @FunctionalInterface
    public interface AtTensor {
        /**
         * Takes the derivative.
         *
         * @param x the point
         * @return the derivative there
         * @throws IllegalArgumentException if the point is not floating, or the function's result is not as the operator needs it
         */
        Tensor at(Tensor x);
    }

    /** A derivative along a direction or against a cotangent, ready to be taken. */
    @FunctionalInterface
    public interface WithTangent {
        /**
         * Takes the derivative.
         *
         * @param x the point
         * @param tangent the direction (of x's shape) or cotangent (of the result's shape)
         * @return the function's value and the product
         * @throws IllegalArgumentException if the point is not floating, or shapes or dtypes do not fit
         */
        ValueAndTangent at(Tensor x, Tensor tangent);
    }

    /** The gradient in named parameters, ready to be taken at a point. */
    @FunctionalInterface
    public interface AtParameters {
        /**
         * Takes value and gradient.
         *
         * @param theta the point
         * @return f(θ) and ∂f/∂θ
         * @throws IllegalArgumentException if a parameter is not floating, or the function's result is not one floating number
         */
        ValueAndGradient at(Parameters theta);
    }

    /** The gradient of a loss with parts, ready to be taken at a point. */
    @FunctionalInterface
    public interface LossAtParameters {
        /**
         * Takes loss and gradient.
         *
         * @param theta the point
         * @return the loss with its parts, and ∂ total / ∂θ
         * @throws IllegalArgumentException if a parameter is not floating, or the total is not one floating number
         */
        LossAndGradient at(Parameters theta);
    }

    /**
     * The gradient of a function with one number as its result.
     *
     * @param function from a floating tensor to one number
     * @return x ↦ ∂f/∂x, of x's shape
     */
    public static AtTensor gradient(UnaryOperator<Tensor> function) {
        return x -> Differentiation.at(List.of(x), tracing -> {
            Tensor variable = tracing.variables().get(0);
            Tensor value = function.apply(variable);
            Differentiation.requireOneNumber(value);
            return tracing.own(tracing.pullBack(value).get(0));
        });
    }

    /**
     * Value and gradient of a function of named parameters with one number as its result.
     *
     * @param function from parameters to one number
     * @return θ ↦ (f(θ), ∂f/∂θ)
     */
    public static AtParameters valueAndGradient(Function<Parameters, Tensor> function) {
        LossAtParameters general = lossAndGradient(theta -> Loss.of(function.apply(theta)));
        return theta -> {
            LossAndGradient result = general.at(theta);
            return new ValueAndGradient(result.loss().total(), result.gradient());
        };
    }

    /**
     * Loss and gradient of an objective that also reports parts of its loss.
     *
     * @param objective from parameters to a loss
     * @return θ ↦ (loss, ∂ total / ∂θ)
     */
    public static LossAtParameters lossAndGradient(Function<Parameters, Loss> objective) {
        return theta -> Differentiation.at(theta.tensors(), tracing -> {
            Loss loss = objective.apply(tracing.named(theta));
            Differentiation.requireOneNumber(loss.total());
            Parameters gradient =
                    tracing.named(theta, tracing.pullBack(loss.total())).map(tracing::own);
            return new LossAndGradient(
                    new Loss(tracing.value(loss.total()), loss.parts().map(tracing::value)), gradient);
        });
    }

    /**
     * Vector–Jacobian products: a cotangent pulled back through a function.
     *
     * @param function from a floating tensor to a floating tensor
     * @return (x, u) ↦ (f(x), uᵀ ∂f/∂x)
     */
    public static WithTangent vectorJacobian(UnaryOperator<Tensor> function) {
        return (x, cotangent) -> Differentiation.at(List.of(x), tracing -> {
            Tensor value = function.apply(tracing.variables().get(0));
            Differentiation.requireLike("vectorJacobian", "cotangent", cotangent, value);
            return new ValueAndTangent(
                    tracing.value(value),
                    tracing.own(tracing.pullBack(value, cotangent).get(0)));
        });
    }

    /**
     * Jacobian–vector products: the derivative along a direction. It is the derivative of the vector–Jacobian product in its
     * cotangent, which is linear there.
     *
     * @param function from a floating tensor to a floating tensor
     * @return (x, v) ↦ (f(x), ∂f/∂x v)
     */
    public static WithTangent jacobianVector(UnaryOperator<Tensor> function) {
        return (x, tangent) -> {
            Differentiation.requireLike("jacobianVector", "tangent", tangent, x);
            return Differentiation.at(
                    List.of(),
                    outer -> outer.ownBoth(Differentiation.at(List.of(x), inner -> {
                        Tensor value = function.apply(inner.variables().get(0));
                        Tensor cotangent = outer.variable(value.backend().zeros(value.shape(), value.dtype()));
                        Tensor pulled = inner.pullBack(value, cotangent).get(0);
                        Tensor along = outer.pullBack(pulled.times(tangent).sum(), List.of(cotangent))
                                .get(0);
                        return new ValueAndTangent(inner.value(value), along);
                    })));
        };
    }

    /**
     * Hessian–vector products of a function with one number as its result.
     *
     * @param function from a floating tensor to one number
     * @return (x, v) ↦ (∂f/∂x, ∂²f/∂x² v)
     */
    public static WithTangent hessianVector(UnaryOperator<Tensor> function) {
        return (x, tangent) -> {
            Differentiation.requireLike("hessianVector", "tangent", tangent, x);
            return Differentiation.at(List.of(x), tracing -> {
                Tensor gradient = gradient(function).at(tracing.variables().get(0));
                Tensor along = gradient.times(tangent).sum();
                return new ValueAndTangent(
                        tracing.value(gradient),
                        tracing.own(tracing.pullBack(along).get(0)));
            });
        };
    }

    /**
     * Jacobians, row by row.
     *
     * @param function from a floating tensor to a floating tensor
     * @return x ↦ ∂f/∂x, of the result's shape followed by x's
     */
    public static AtTensor jacobian(UnaryOperator<Tensor> function) {
        return x -> Differentiation.at(List.of(x), tracing -> Jacobians.of(tracing, function));
    }

    /**
     * Hessians of a function with one number as its result.
     *
     * @param function from a floating tensor to one number
     * @return x ↦ ∂²f/∂x², of x's shape twice
     */
    public static AtTensor hessian(UnaryOperator<Tensor> function) {
        return jacobian(x -> gradient(function).at(x));
    }

    /**
     * A function that keeps none of its intermediate tensors for the backward pass and computes them again there: less memory for
     * about one more forward pass.
     *
     * @param function from tensors to a floating tensor; everything to be differentiated must be among its arguments
     * @return a function of the same values and derivatives
     */
    public static Function<List<Tensor>, Tensor> checkpoint(Function<List<Tensor>, Tensor> function) {
        return arguments -> Checkpoint.apply(function, arguments);
    }

    /**
     * The same numbers as a constant: no derivative flows through, at any level of nesting.
     *
     * @param x a tensor
     * @return its value
     */
    public static Tensor stopGradient(Tensor x) {
        return x.stopGradient();
    }
}
