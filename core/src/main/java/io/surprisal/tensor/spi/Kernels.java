package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The differentiable operations on arrays of type {@code A}, each without checks: arguments fit, nothing is empty, and {@code out} is the shape
 * that the result must have. Results are new arrays (or views that count as such); arguments stay as they are.
 *
 * @param <A> the array type of the implementation
 */
public interface Kernels<A> {
    /**
     * Converts elements. Float to integer truncates toward zero, saturates and takes NaN to 0; INT64 to INT32 keeps the low bits; to
     * BOOL is ≠ 0 (NaN is true); BOOL to a number is 0 or 1. {@code dtype} differs from the array's.
     */
    A cast(A a, DType dtype);

    /** Applies {@code op} to every element. */
    A unary(UnaryOp op, A a);

    /** Applies {@code op} to pairs of elements, both arrays of one type, broadcast to {@code out} as in NumPy. */
    A binary(BinaryOp op, A a, A b, Shape out);

    /** As {@link #binary(BinaryOp, Object, Object, Shape)} with a number, exact in the array's type, on the right. */
    A binary(BinaryOp op, A a, double b);

    /** {@code a} where {@code condition} (BOOL) is true, {@code b} elsewhere; the three broadcast to {@code out}. */
    A where(A condition, A a, A b, Shape out);

    /** A special function of one to four floating arrays of one type, broadcast to {@code out}. */
    A special(SpecialOp op, List<A> arguments, Shape out);

    /** Reduces over {@code axes} (ascending, at least one), which stay with length 1 in {@code out}. */
    A reduce(ReduceOp op, A a, int[] axes, Shape out);

    /** Running sums along an axis, in the array's own type. */
    A cumsum(A a, int axis);

    /** The same elements in row-major order under another shape of equal size. */
    A reshape(A a, Shape out);

    /** Axis i of the result is axis {@code permutation[i]} of the argument. */
    A transpose(A a, int[] permutation, Shape out);

    /** Repeats along axes of length 1, and along new leading axes. */
    A broadcastTo(A a, Shape out);

    /** Joins arrays (at least two) along an axis. */
    A concat(List<A> arrays, int axis, Shape out);

    /** Reverses the order along the given axes. */
    A reverse(A a, int[] axes);

    /** Elements {@code starts[i], starts[i] + steps[i], …} before {@code ends[i]} of each axis i; steps ≥ 1. */
    A slice(A a, int[] starts, int[] ends, int[] steps, Shape out);

    /**
     * Puts {@code interior[i]} values between neighbours along axis i, then {@code low[i]} before and {@code high[i]} after; all three
     * ≥ 0. With 0 as the value it is the adjoint of {@link #slice}.
     */
    A pad(A a, int[] low, int[] high, int[] interior, double value, Shape out);

    /**
     * Takes along an axis: result[…, j, …] = a[…, indices[…, j, …], …]. {@code indices} is INT64 of equal rank, in 0 … length − 1, and
     * broadcasts: any of its other axes may have length 1, so a column of row numbers selects rows.
     */
    A gather(A a, A indices, int axis, Shape out);

    /**
     * The adjoint of {@link #gather}: a copy of {@code a} to which each element of {@code updates} is added at the place that {@code
     * indices} (broadcast as there) names; duplicates add up, in the order of the updates.
     */
    A scatterAdd(A a, A indices, A updates, int axis);

    /**
     * Matrix products over the last two axes, of floating arrays; leading axes broadcast. A transpose flag reads its matrix
     * transposed.
     */
    A matmul(A a, A b, boolean transposeA, boolean transposeB, Shape out);

    /**
     * Lower Cholesky factors of the symmetric matrices in the last two axes; only the lower triangle is read. Where a factor does not
     * exist the result has NaN on that matrix's diagonal: core turns it into an error.
     */
    A cholesky(A a);

    /**
     * X with L X = B, or Lᵀ X = B if {@code transpose}, for the lower triangles L in the last two axes of {@code lower}; leading axes
     * broadcast.
     */
    A triangularSolve(A lower, A b, boolean transpose, Shape out);

    /** Faster ways for some compositions; none by default. */
    default Optional<FusedKernels<A>> fused() {
        return Optional.empty();
    }
}
