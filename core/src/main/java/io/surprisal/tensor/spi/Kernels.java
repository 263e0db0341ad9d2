package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
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
     * Converts elements. Float to integer truncates toward zero, saturates and takes NaN to 0; INT64 to INT32 keeps
     * the low bits; to BOOL is ≠ 0 (NaN is true); BOOL to a number is 0 or 1. {@code dtype} differs from the array's.
     *
     * @param a the array operated on
     * @param dtype the result's element type
     * @return the converted elements
     */
    A cast(A a, DType dtype);

    /**
     * Applies {@code op} to every element.
     *
     * @param op the operation
     * @param a the array operated on
     * @return the values
     */
    A unary(UnaryOp op, A a);

    /**
     * Applies {@code op} to pairs of elements, both arrays of one type, broadcast to {@code out} as in NumPy.
     *
     * @param op the operation
     * @param a the array operated on
     * @param b the second operand
     * @param out the result's shape
     * @return the values
     */
    A binary(BinaryOp op, A a, A b, Shape out);

    /**
     * {@return as {@link #binary(BinaryOp, Object, Object, Shape)} with a number, exact in the array's type, on the
     * right}
     *
     * @param op the operation
     * @param a the array operated on
     * @param b the second operand
     */
    A binary(BinaryOp op, A a, double b);

    /**
     * {@return {@code a} where {@code condition} (BOOL) is true, {@code b} elsewhere; the three broadcast to {@code
     * out}}
     *
     * @param condition where the first is taken, of BOOL
     * @param a the array operated on
     * @param b the second operand
     * @param out the result's shape
     */
    A where(A condition, A a, A b, Shape out);

    /**
     * {@return a special function of one to three floating arrays of one type, broadcast to {@code out}}
     *
     * @param op the operation
     * @param arguments the arguments
     * @param out the result's shape
     */
    A special(SpecialOp op, List<A> arguments, Shape out);

    /**
     * {@return a function that is defined outside core, of floating arrays of one type, broadcast to {@code out}}
     *
     * @param function the function
     * @param arguments the arguments
     * @param out the result's shape
     */
    A map(ElementFunction function, List<A> arguments, Shape out);

    /**
     * Reduces over {@code axes} (ascending, at least one), which stay with length 1 in {@code out}.
     *
     * @param op the operation
     * @param a the array operated on
     * @param axes the axes, ascending
     * @param out the result's shape
     * @return the reduced elements
     */
    A reduce(ReduceOp op, A a, int[] axes, Shape out);

    /**
     * {@return running sums along an axis, in the array's own type}
     *
     * @param a the array operated on
     * @param axis the axis, not negative
     */
    A cumsum(A a, int axis);

    /**
     * {@return the same elements in row-major order under another shape of equal size}
     *
     * @param a the array operated on
     * @param out the result's shape
     */
    A reshape(A a, Shape out);

    /**
     * {@return a tensor whose axis i of the result is axis {@code permutation[i]} of the argument}
     *
     * @param a the array operated on
     * @param permutation the source axis of each axis of the result
     * @param out the result's shape
     */
    A transpose(A a, int[] permutation, Shape out);

    /**
     * Repeats along axes of length 1, and along new leading axes.
     *
     * @param a the array operated on
     * @param out the result's shape
     * @return the repeated elements
     */
    A broadcastTo(A a, Shape out);

    /**
     * Joins arrays (at least two) along an axis.
     *
     * @param arrays the arrays in order
     * @param axis the axis, not negative
     * @param out the result's shape
     * @return the joined elements
     */
    A concat(List<A> arrays, int axis, Shape out);

    /**
     * Reverses the order along the given axes.
     *
     * @param a the array operated on
     * @param axes the axes, ascending
     * @return the reversed elements
     */
    A reverse(A a, int[] axes);

    /**
     * {@return elements {@code starts[i], starts[i] + steps[i], …} before {@code ends[i]} of each axis i; steps ≥ 1}
     *
     * @param a the array operated on
     * @param starts the first index along each axis
     * @param ends the index after the last along each axis
     * @param steps the distance between elements taken, along each axis
     * @param out the result's shape
     */
    A slice(A a, int[] starts, int[] ends, int[] steps, Shape out);

    /**
     * Puts {@code interior[i]} values between neighbours along axis i, then {@code low[i]} before and {@code high[i]}
     * after; all three ≥ 0. With 0 as the value it is the adjoint of {@link #slice}.
     *
     * @param a the array operated on
     * @param low how many values go before, along each axis
     * @param high how many values go after, along each axis
     * @param interior how many values go between neighbours, along each axis
     * @param value what is put there
     * @param out the result's shape
     * @return the padded elements
     */
    A pad(A a, int[] low, int[] high, int[] interior, double value, Shape out);

    /**
     * Takes along an axis: result[…, j, …] = a[…, indices[…, j, …], …]. {@code indices} is INT64 of equal rank, in 0
     * … length − 1, and broadcasts: any of its other axes may have length 1, so a column of row numbers selects rows.
     *
     * @param a the array operated on
     * @param indices INT64 places along the axis
     * @param axis the axis, not negative
     * @param out the result's shape
     * @return the elements taken
     */
    A gather(A a, A indices, int axis, Shape out);

    /**
     * {@return the adjoint of {@link #gather}: a copy of {@code a} to which each element of {@code updates} is added
     * at the place that {@code indices} (broadcast as there) names; duplicates add up, in the order of the updates}
     *
     * @param a the array operated on
     * @param indices INT64 places along the axis
     * @param updates what is added
     * @param axis the axis, not negative
     */
    A scatterAdd(A a, A indices, A updates, int axis);

    /**
     * {@return matrix products over the last two axes, of floating arrays; leading axes broadcast} A transpose flag
     * reads its matrix transposed.
     *
     * @param a the array operated on
     * @param b the second operand
     * @param transposeA whether a is read transposed
     * @param transposeB whether b is read transposed
     * @param out the result's shape
     */
    A matmul(A a, A b, boolean transposeA, boolean transposeB, Shape out);

    /**
     * {@return lower Cholesky factors of the symmetric matrices in the last two axes; only the lower triangle is
     * read} Where a factor does not exist the result has NaN on that matrix's diagonal: core turns it into an error.
     *
     * @param a the array operated on
     */
    A cholesky(A a);

    /**
     * {@return X with L X = B, or Lᵀ X = B if {@code transpose}, for the lower triangles L in the last two axes of
     * {@code lower}; leading axes broadcast}
     *
     * @param lower the lower triangular matrices
     * @param b the second operand
     * @param transpose whether the triangle is transposed
     * @param out the result's shape
     */
    A triangularSolve(A lower, A b, boolean transpose, Shape out);

    /** {@return faster ways for some compositions; none by default} */
    default Optional<FusedKernels<A>> fused() {
        return Optional.empty();
    }
}
