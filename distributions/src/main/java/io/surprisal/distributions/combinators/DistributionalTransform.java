package io.surprisal.distributions.combinators;

import io.surprisal.autodiff.Gradients;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The map of a mixture's vectors to independent uniform numbers, uⱼ = P(Xⱼ ≤ xⱼ | x₁ … xⱼ₋₁), under which draws move so that u stays: dx = −J⁻¹
 * (∂u/∂θ) dθ with the triangular J = ∂u/∂x. Element by element the mixture's conditional probability is the mean of the components', by their
 * responsibilities for the elements before.
 *
 * @see <a href="https://arxiv.org/abs/1805.08498">Figurnov, Mohamed and Mnih, Implicit reparameterization gradients (2018), section 4</a>
 */
final class DistributionalTransform {
    /** 1, as a function of what has no derivative: second derivatives would need those of J. */
    private static final ElementFunction ONE = ElementFunction.of("second derivative of draws of a mixture", u -> 1);

    private static final ElementFunction MOVING = ElementFunction.of("draw of a mixture", (x, step, u) -> x)
            .withSlopes(
                    (in, y) -> y.backend().scalar(0, y.dtype()),
                    (in, y) -> ONE.of(in.get(2)).neg(),
                    (in, y) -> y.backend().scalar(0, y.dtype()));

    private DistributionalTransform() {}

    /**
     * Draws that move with the mixture's parameters.
     *
     * @param parts the mixture
     * @param drawn its draws, constants, [sample…, batch…, d]
     */
    static Tensor moving(MixtureParts parts, Tensor drawn) {
        Tensor u = of(parts, drawn);
        Tensor constant = u.stopGradient();
        if (u == constant) {
            return drawn;
        }
        Tensor jacobian = jacobian(parts, drawn).stopGradient();
        Tensor step = jacobian.triangularSolve(u.minus(constant).expandDims(-1), false)
                .squeeze(-1);
        return MOVING.of(drawn, step, u);
    }

    private static Tensor jacobian(MixtureParts parts, Tensor drawn) {
        List<Tensor> rows = new ArrayList<>();
        for (int j = 0; j < drawn.shape().dim(-1); j++) {
            int element = j;
            rows.add(Gradients.gradient(x -> of(parts, x).select(-1, element).sum())
                    .at(drawn));
        }
        return Tensor.stack(rows, -2);
    }

    /** The conditional probabilities of the smaller side: of what is below, or minus what is above. */
    private static Tensor of(MixtureParts parts, Tensor x) {
        Conditionals each = Conditionals.apart(parts.components()
                .ofEachElement(
                        x, (distribution, y) -> Conditionals.of(distribution, y).together()));
        int d = x.shape().dim(-1);
        Tensor sums = each.logDensity().cumsum(-1);
        Tensor first = sums.slice(-1, 0, 1);
        Tensor before = d == 1
                ? first.stopGradient().times(0)
                : Tensor.concat(List.of(first.stopGradient().times(0), sums.slice(-1, 0, d - 1)), -1);
        Tensor weights =
                before.plus(parts.weights().logProbabilities().expandDims(-1)).softmax(-2);
        Tensor below = weights.times(each.below()).sum(-2);
        Tensor above = weights.times(each.above()).sum(-2);
        Tensor isBelow = below.stopGradient().less(above.stopGradient());
        return Tensor.where(isBelow, below, above.neg());
    }
}
