package io.surprisal.tensor;

/** Batched products, factors and solutions of the matrices in the last two axes. */
public sealed interface MatrixAlgebra permits Tensor {
    /**
     * {@return matrix products over the last two axes; leading axes broadcast}
     *
     * @param other the other operand
     * @throws IllegalArgumentException if inner dimensions, dtypes or backends differ, or an operand is not a matrix
     */
    default Tensor matmul(Tensor other) {
        return matmul(other, false, false);
    }

    /**
     * {@return as {@link #matmul(Tensor)}, reading either matrix transposed}
     *
     * @param other the other operand
     * @param transposeThis whether this tensor is read transposed
     * @param transposeOther whether the other is read transposed
     */
    default Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
        return MatrixRules.matmul((Tensor) this, other, transposeThis, transposeOther);
    }

    /**
     * {@return the lower Cholesky factors L of symmetric positive definite matrices, L Lᵀ = A; only the lower
     * triangle is read}
     *
     * @throws IllegalArgumentException if the last two axes differ
     * @throws ArithmeticException if a matrix is not positive definite; the message names its batch index
     */
    default Tensor cholesky() {
        return MatrixRules.cholesky((Tensor) this);
    }

    /**
     * {@return X with L X = B, or Lᵀ X = B if {@code transpose}, where L is the lower triangle of this tensor's
     * matrices}
     *
     * @param b the second operand
     * @param transpose whether the triangle is transposed
     * @throws IllegalArgumentException if the shapes do not fit
     */
    default Tensor triangularSolve(Tensor b, boolean transpose) {
        return MatrixRules.triangularSolve((Tensor) this, b, transpose);
    }

    /** {@return the diagonals of the square matrices in the last two axes, along one axis} */
    default Tensor diagonal() {
        Tensor self = (Tensor) this;
        MatrixRules.requireSquare("diagonal", self);
        int n = self.shape().dim(-1);
        int[] dims = new int[self.rank()];
        java.util.Arrays.fill(dims, 1);
        dims[dims.length - 2] = n;
        return Scope.composing(() -> self.gather(self.backend().arange(n).reshape(Shape.of(dims)), -1)
                .squeeze(-1));
    }

    /**
     * {@return square matrices with the last axis on the diagonal and 0 elsewhere}
     *
     * @throws IllegalArgumentException if this is a scalar
     */
    default Tensor diagonalMatrix() {
        Tensor self = (Tensor) this;
        if (self.rank() == 0) {
            throw new IllegalArgumentException(
                    "diagonalMatrix: a scalar has no last axis to lay out. Reshape it to [1] for a matrix of one.");
        }
        int n = self.shape().dim(-1);
        return Scope.composing(() -> {
            // A choice, not a product with the identity: ∞ · 0 is NaN.
            Tensor diagonal = self.backend().eye(n, DType.BOOL);
            return Tensor.where(diagonal, self.expandDims(-1), self.backend().scalar(0, self.dtype()));
        });
    }

    /** {@return the elements on and below the diagonal; 0 above} */
    default Tensor lowerTriangle() {
        Tensor self = (Tensor) this;
        MatrixRules.requireMatrix("lowerTriangle", self);
        return Scope.composing(() -> {
            Tensor rows = self.backend().arange(self.shape().dim(-2)).expandDims(-1);
            Tensor columns = self.backend().arange(self.shape().dim(-1));
            return Tensor.where(rows.greaterEqual(columns), self, self.backend().scalar(0, self.dtype()));
        });
    }
}
