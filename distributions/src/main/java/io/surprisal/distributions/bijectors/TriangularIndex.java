package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Where the elements of a lower triangle, row by row, stand in a square matrix: with its diagonal, or strictly below it. */
record TriangularIndex(int dimension, boolean withDiagonal) {
    /** Of the triangle with this many elements. */
    static TriangularIndex ofElements(String map, int elements, boolean withDiagonal) {
        // m = d(d ± 1)/2.
        int root = (int) Math.round((Math.sqrt(8.0 * elements + 1) - 1) / 2);
        if (root * (root + 1) / 2 != elements) {
            throw new IllegalArgumentException(
                    map + ": a vector of " + elements + " elements does not fill a triangle. " + "Give it d(d "
                            + (withDiagonal ? "+" : "−") + " 1)/2 elements for d rows.");
        }
        return new TriangularIndex(withDiagonal ? root : root + 1, withDiagonal);
    }

    /** The sums over the triangles of square matrices. */
    static Tensor sum(Tensor matrices, boolean withDiagonal) {
        return Scope.tidy(() -> new TriangularIndex(matrices.shape().dim(-1), withDiagonal)
                .taken(matrices)
                .sum(-1));
    }

    private int length(int row) {
        return withDiagonal ? row + 1 : row;
    }

    private int elements() {
        return dimension * (withDiagonal ? dimension + 1 : dimension - 1) / 2;
    }

    /** The matrix with these elements, and 0 elsewhere. */
    Tensor filled(Tensor elements) {
        Backend backend = elements.backend();
        long[] places = new long[dimension * dimension];
        boolean[] inside = new boolean[places.length];
        int next = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < length(i); j++) {
                places[i * dimension + j] = next++;
                inside[i * dimension + j] = true;
            }
        }
        if (next == 0) {
            Shape batch = elements.shape().axes(0, elements.rank() - 1);
            return backend.zeros(batch.then(Shape.of(dimension, dimension)), elements.dtype());
        }
        Shape square = Shape.of(dimension, dimension);
        Tensor spread = elements.indexSelect(backend.of(HostArray.wrap(places, Shape.of(places.length))), -1);
        Tensor matrices =
                spread.reshape(elements.shape().axes(0, elements.rank() - 1).then(square));
        return Tensor.where(backend.of(HostArray.wrap(inside, square)), matrices, backend.scalar(0, elements.dtype()));
    }

    /** The elements of a matrix. */
    Tensor taken(Tensor matrix) {
        long[] places = new long[elements()];
        int next = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < length(i); j++) {
                places[next++] = (long) i * dimension + j;
            }
        }
        Tensor flat = matrix.reshape(matrix.shape().axes(0, matrix.rank() - 2).then(Shape.of(dimension * dimension)));
        return flat.indexSelect(matrix.backend().of(HostArray.wrap(places, Shape.of(places.length))), -1);
    }

    /** Whether each element stands on the diagonal, BOOL. */
    Tensor isDiagonal(Backend backend) {
        boolean[] is = new boolean[elements()];
        for (int i = 0, next = 0; i < dimension; i++) {
            next += length(i);
            if (withDiagonal) {
                is[next - 1] = true;
            }
        }
        return backend.of(HostArray.wrap(is, Shape.of(is.length)));
    }
}
