package io.surprisal.distributions.family;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Where increasing functions of FLOAT64 tensors are 0, element by element, by a {@link RootSearch} for each: for functions that are sums over an
 * axis.
 */
public final class MonotoneRoots {
    /** How many Newton steps make derivatives of a root right up to third order. */
    private static final int DIFFERENTIABLE = 2;

    private MonotoneRoots() {}

    /**
     * {@return the roots of an increasing function, differentiable up to third order in what the function depends on} The search sees no
     * derivatives; the last steps of Newton's method are recorded, and a step from a root has the root's derivatives.
     *
     * @param excess the function
     * @param slope its derivative in the number, not negative
     * @param low the lower ends of brackets, finite, of the shape of the roots
     * @param high the upper ends, finite, of the same shape
     * @param resolution what a step from a root is certainly smaller than
     */
    public static Tensor of(
            UnaryOperator<Tensor> excess, UnaryOperator<Tensor> slope, Tensor low, Tensor high, Tensor resolution) {
        Tensor x = search(
                y -> excess.apply(y).stopGradient(),
                y -> slope.apply(y).stopGradient(),
                low.stopGradient(),
                high.stopGradient());
        for (int i = 0; i < DIFFERENTIABLE; i++) {
            Tensor step = excess.apply(x).div(slope.apply(x));
            // Where the slope has underflowed no step is better than none.
            Tensor isUsable = step.stopGradient().abs().lessEqual(resolution.stopGradient());
            x = Tensor.where(isUsable, x.minus(step), x);
        }
        return x;
    }

    private static Tensor search(UnaryOperator<Tensor> excess, UnaryOperator<Tensor> slope, Tensor low, Tensor high) {
        double[] from = low.toDoubles();
        double[] to = high.toDoubles();
        double[] x = new double[from.length];
        RootSearch[] searches = new RootSearch[x.length];
        for (int i = 0; i < x.length; i++) {
            searches[i] = new RootSearch(from[i], to[i], from[i] + 0.5 * (to[i] - from[i]));
            x[i] = searches[i].x();
        }
        boolean isDone = Arrays.stream(searches).allMatch(RootSearch::isDone);
        for (int step = 0; step < RootSearch.LONGEST && !isDone; step++) {
            isDone = true;
            double[] values = new double[x.length];
            double[] slopes = new double[x.length];
            Scope.run(() -> {
                Tensor at = low.backend().of(HostArray.wrap(x.clone(), low.shape()));
                System.arraycopy(excess.apply(at).toDoubles(), 0, values, 0, x.length);
                System.arraycopy(slope.apply(at).toDoubles(), 0, slopes, 0, x.length);
            });
            for (int i = 0; i < x.length; i++) {
                if (!searches[i].isDone()) {
                    searches[i].next(values[i], slopes[i]);
                    x[i] = searches[i].x();
                }
                isDone &= searches[i].isDone();
            }
        }
        return low.backend().of(HostArray.wrap(x, low.shape()));
    }
}
