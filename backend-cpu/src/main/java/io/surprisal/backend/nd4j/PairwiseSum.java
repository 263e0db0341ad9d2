package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums in double precision by halves: the second half is added to the first until few rows are left. The error grows with the logarithm
 * of the count, not with the count. Source: Higham, The accuracy of floating point summation, SIAM J. Sci. Comput. 14 (1993).
 */
final class PairwiseSum {
    /** So many terms are summed one after the other: their errors are as few as those of the halving. */
    private static final int FEW = 32;

    private PairwiseSum() {}

    static INDArray over(Workbench bench, INDArray a, int[] axes, Shape out) {
        int rows = 1;
        for (int axis : axes) {
            rows *= Math.toIntExact(a.size(axis));
        }
        INDArray sums = bench.make(DataType.DOUBLE, out);
        if (rows <= FEW) {
            Nd4j.getExecutioner().exec(new Sum(a, sums, true, axes));
            return sums;
        }
        int columns = out.size();
        INDArray terms = rowsFirst(bench, a, axes, Shape.of(rows, columns));
        while (rows > FEW) {
            int upper = (rows + 1) / 2;
            INDArray folded = bench.make(DataType.DOUBLE, Shape.of(upper, columns));
            folded.assign(Layout.rows(terms, 0, upper));
            Layout.rows(folded, 0, rows - upper).addi(Layout.rows(terms, upper, rows));
            terms = folded;
            rows = upper;
        }
        INDArray flat = Layout.reshaped(sums, Shape.of(1, columns));
        Nd4j.getExecutioner().exec(new Sum(terms, flat, true, 0));
        return sums;
    }

    /** The reduced axes in front as rows, the others as columns. */
    private static INDArray rowsFirst(Workbench bench, INDArray a, int[] axes, Shape matrix) {
        int rank = a.rank();
        boolean[] reduced = new boolean[rank];
        for (int axis : axes) {
            reduced[axis] = true;
        }
        int[] permutation = new int[rank];
        int[] dims = new int[rank];
        int next = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int axis = 0; axis < rank; axis++) {
                if (reduced[axis] == (pass == 0)) {
                    permutation[next] = axis;
                    dims[next++] = Math.toIntExact(a.size(axis));
                }
            }
        }
        boolean already = true;
        for (int axis = 0; axis < rank; axis++) {
            already &= permutation[axis] == axis;
        }
        INDArray ordered = already ? a : Layout.transpose(bench, a, permutation, Shape.of(dims));
        return Layout.reshaped(ordered, matrix);
    }
}
