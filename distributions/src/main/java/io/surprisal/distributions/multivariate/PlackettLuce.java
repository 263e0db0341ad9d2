package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Permutation;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Plackett–Luce distributions of orders of k things with weights eˡ: the first is drawn with probabilities in proportion to the weights, the next
 * in the same way among those that are left, and so on. The probability of the order s is Π exp(lₛᵢ)/Σ exp(lₛⱼ) with the sum over j ≥ i.
 *
 * <p>Outcomes are INT64 vectors of the numbers 0, …, k − 1, the first drawn first; others have log-probability −∞. Draws sort l + G with standard
 * Gumbel G, so that their first elements are draws without replacement. Weights of 0 are left out: −∞ is no logit here.
 *
 * <p>Accuracy: log-probabilities within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for k up to 10; for k = 100 and
 * logits to 10⁵ within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://arxiv.org/abs/1903.06059">Kool, van Hoof, Welling, Stochastic beams and where to find them (2019)</a>
 */
public final class PlackettLuce extends VectorFamily implements HasEntropy, HasMode, EnumerableSupport {
    /** The parameter logits. */
    public static final Family<PlackettLuce> FAMILY =
            Family.of("PlackettLuce", PlackettLuce::new, Parameter.vector("logits"));

    /** 9! orders are 362,880. */
    private static final int MOST_LISTED = 9;

    /** 2²⁰ sets of what is left are a million. */
    private static final int MOST_SUMMED = 20;

    private final Tensor logits;

    private PlackettLuce(List<Tensor> parameters) {
        super(FAMILY, parameters, lastAxis(parameters.get(0)));
        this.logits = parameters.get(0);
    }

    /**
     * {@return the Plackett–Luce distributions with these logits} Values are checked, but not inside a gradient call.
     *
     * @param logits l, [batch…, k], finite
     * @throws IllegalArgumentException if a logit is not finite, there is no axis of things, or the dtype is not floating
     */
    public static PlackettLuce of(Tensor logits) {
        return FAMILY.of(logits);
    }

    /** {@return the parameter logits as it was given} */
    public Tensor logits() {
        return logits;
    }

    private int things() {
        return eventShape().at(0);
    }

    @Override
    public Constraint support() {
        return new Permutation();
    }

    @Override
    DType outcomeType() {
        return DType.INT64;
    }

    @Override
    Tensor logDensity(Tensor x) {
        Shape shape = BatchShape.common("PlackettLuce", "x", x.shape(), "logits", logits.shape());
        Tensor centred = logits.minus(logits.stopGradient().max(-1).expandDims(-1));
        Tensor scores = centred.broadcastTo(shape).gather(x.cast(DType.INT64).broadcastTo(shape), -1);
        Tensor left = scores.select(-1, things() - 1);
        Tensor sum = left.times(0);
        for (int i = things() - 2; i >= 0; i--) {
            Tensor score = scores.select(-1, i);
            // log eᵃ/(eᵃ + eᵇ) = −softplus(b − a).
            sum = sum.minus(left.minus(score).softplus());
            left = left.logAddExp(score);
        }
        return sum;
    }

    @Override
    Tensor inner() {
        return backend().arange(things()).cast(DType.FLOAT64);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor exponential = Draws.exponential(key, backend(), shape.then(eventShape()), DType.FLOAT64);
        return HostMath.log(exponential).minus(logits).argsort(-1).cast(DType.FLOAT64);
    }

    /**
     * {@return −E[log p(X)], by a sum over the 2ᵏ sets of things that may be left}
     *
     * @throws IllegalStateException if there are more than 20 things
     */
    @Override
    public Tensor entropy() {
        if (things() > MOST_SUMMED) {
            throw new IllegalStateException(
                    "PlackettLuce: the entropy is a sum over 2^" + things() + " sets, too many; at most 2^"
                            + MOST_SUMMED + " are summed. Take the mean of −logProb over draws.");
        }
        return statistic(this, Shape.scalar(), d -> PlackettLuceEntropy.of(d.logits));
    }

    /** {@return the things by falling logits} */
    @Override
    public Tensor mode() {
        return Scope.tidy(() -> logits.neg().argsort(-1));
    }

    /**
     * {@return all k! orders, in lexicographic order}
     *
     * @throws IllegalStateException if there are more than 9 things
     */
    @Override
    public Tensor enumerateSupport() {
        int k = things();
        if (k > MOST_LISTED) {
            throw new IllegalStateException("PlackettLuce: " + k + "! orders are too many to list, at most "
                    + MOST_LISTED + "! are. Use draws.");
        }
        int count = 1;
        for (int i = 2; i <= k; i++) {
            count *= i;
        }
        long[] orders = new long[count * k];
        for (int i = 0; i < k; i++) {
            orders[i] = i;
        }
        for (int row = 1; row < count; row++) {
            System.arraycopy(orders, (row - 1) * k, orders, row * k, k);
            next(orders, row * k + k);
        }
        int[] dims = new int[batchShape().rank() + 2];
        Arrays.fill(dims, 1);
        dims[0] = count;
        dims[dims.length - 1] = k;
        return backend().of(HostArray.wrap(orders, Shape.of(dims)));
    }

    /** The order after one that is not the last, in its place, which ends at {@code to}. */
    private static void next(long[] orders, int to) {
        int fall = to - 2;
        while (orders[fall] > orders[fall + 1]) {
            fall--;
        }
        int larger = to - 1;
        while (orders[larger] < orders[fall]) {
            larger--;
        }
        swap(orders, fall, larger);
        for (int low = fall + 1, high = to - 1; low < high; low++, high--) {
            swap(orders, low, high);
        }
    }

    private static void swap(long[] orders, int i, int j) {
        long kept = orders[i];
        orders[i] = orders[j];
        orders[j] = kept;
    }
}
