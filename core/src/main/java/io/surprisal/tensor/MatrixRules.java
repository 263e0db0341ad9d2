package io.surprisal.tensor;

import java.util.Arrays;

/** Shape and dtype rules of the batched matrix operations. */
final class MatrixRules {
    private MatrixRules() {}

    static Tensor matmul(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
        Meeting meeting = Meeting.of("matmul", a, b);
        DTypeRules.requireFloating("matmul", a.dtype());
        DTypeRules.requireSame("matmul", a, b);
        requireMatrix("matmul", a);
        requireMatrix("matmul", b);
        int rows = rows(a, transposeA);
        int inner = rows(a, !transposeA);
        int columns = rows(b, !transposeB);
        if (inner != rows(b, transposeB)) {
            throw new IllegalArgumentException("matmul: inner dimensions differ: " + a.shape() + (transposeA ? "ᵀ" : "")
                    + " × " + b.shape() + (transposeB ? "ᵀ" : "") + ". Transpose the right operand?");
        }
        Shape out = batch("matmul", a, b).then(Shape.of(rows, columns));
        if (out.isEmpty()) {
            return Meeting.empty("matmul", out, a.dtype(), a, b);
        }
        if (inner == 0) {
            return a.backend().zeros(out, a.dtype());
        }
        Object array = meeting.kernels().matmul(meeting.array(a), meeting.array(b), transposeA, transposeB, out);
        return meeting.result(array, out, a.dtype(), a, b);
    }

    static Tensor cholesky(Tensor x) {
        DTypeRules.requireFloating("cholesky", x.dtype());
        requireSquare("cholesky", x);
        if (x.shape().isEmpty()) {
            return x;
        }
        Meeting meeting = Meeting.of("cholesky", x);
        Tensor factor = meeting.result(meeting.kernels().cholesky(meeting.array(x)), x.shape(), x.dtype(), x);
        if (factor.level() == null) {
            requireFactor(factor);
        }
        return factor;
    }

    /** A matrix that has no factor has NaN on the diagonal of its result. */
    private static void requireFactor(Tensor factor) {
        int n = factor.shape().dim(-1);
        boolean[] failed;
        try (Scope scope = Scope.open()) {
            Tensor diagonal = factor.diagonal();
            failed = diagonal.isNaN().any(-1).reshape(-1).toBooleans();
        }
        for (int i = 0; i < failed.length; i++) {
            if (failed[i]) {
                String where = factor.rank() == 2
                        ? "the matrix"
                        : "the matrix at batch index " + Arrays.toString(unravel(i, factor.shape()));
                factor.release();
                throw new ArithmeticException(
                        "cholesky: " + where + " (" + n + " × " + n
                                + ") is not positive definite. Check that it is symmetric, or add a small multiple of the identity.");
            }
        }
    }

    private static int[] unravel(int flat, Shape shape) {
        int[] index = new int[shape.rank() - 2];
        for (int axis = index.length - 1, rest = flat; axis >= 0; axis--) {
            index[axis] = rest % shape.at(axis);
            rest /= shape.at(axis);
        }
        return index;
    }

    static Tensor triangularSolve(Tensor lower, Tensor b, boolean transpose) {
        Meeting meeting = Meeting.of("triangularSolve", lower, b);
        DTypeRules.requireFloating("triangularSolve", lower.dtype());
        DTypeRules.requireSame("triangularSolve", lower, b);
        requireSquare("triangularSolve", lower);
        requireMatrix("triangularSolve", b);
        if (lower.shape().dim(-1) != b.shape().dim(-2)) {
            throw new IllegalArgumentException("triangularSolve: the triangle " + lower.shape() + " has "
                    + lower.shape().dim(-1) + " columns, but the right side " + b.shape() + " has "
                    + b.shape().dim(-2)
                    + " rows. They must be equal.");
        }
        Shape out = batch("triangularSolve", lower, b).then(b.shape().axes(b.rank() - 2, b.rank()));
        if (out.isEmpty()) {
            return Meeting.empty("triangularSolve", out, b.dtype(), lower, b);
        }
        Object array = meeting.kernels().triangularSolve(meeting.array(lower), meeting.array(b), transpose, out);
        return meeting.result(array, out, b.dtype(), lower, b);
    }

    static void requireMatrix(String operation, Tensor x) {
        if (x.rank() < 2) {
            throw new IllegalArgumentException(operation + ": shape " + x.shape()
                    + " is not a matrix. Give it two axes, with expandDims for a row or a column.");
        }
    }

    static void requireSquare(String operation, Tensor x) {
        requireMatrix(operation, x);
        if (x.shape().dim(-1) != x.shape().dim(-2)) {
            throw new IllegalArgumentException(
                    operation + ": the last two axes of " + x.shape() + " must be equal. Slice it to a square.");
        }
    }

    private static int rows(Tensor x, boolean transposed) {
        return x.shape().at(x.rank() - (transposed ? 1 : 2));
    }

    private static Shape batch(String operation, Tensor a, Tensor b) {
        return Broadcasting.common(
                operation + " (batch axes)",
                a.shape().axes(0, a.rank() - 2),
                b.shape().axes(0, b.rank() - 2));
    }
}
