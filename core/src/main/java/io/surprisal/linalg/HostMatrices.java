package io.surprisal.linalg;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** A batch of matrices on the host, in and out of EJML. */
final class HostMatrices {
    private final String operation;
    private final Tensor source;
    private final double[] elements;
    private final int rows;
    private final int columns;

    private HostMatrices(String operation, Tensor source) {
        this.operation = operation;
        this.source = source;
        this.rows = source.shape().dim(-2);
        this.columns = source.shape().dim(-1);
        this.elements = source.toDoubles();
    }

    /** The matrices in the last two axes of a constant tensor of finite numbers. */
    static HostMatrices of(String operation, Tensor source, String alternative) {
        if (!source.dtype().isFloating() || source.rank() < 2 || source.shape().isEmpty()) {
            throw new IllegalArgumentException(operation + ": " + source
                    + " is not made of floating matrices with elements. Give it two axes, or cast it.");
        }
        requireConstant(operation, source, alternative);
        HostMatrices matrices = new HostMatrices(operation, source);
        matrices.requireFinite();
        return matrices;
    }

    static HostMatrices square(String operation, Tensor source, String alternative) {
        requireSquare(operation, source);
        return of(operation, source, alternative);
    }

    static void requireSquare(String operation, Tensor source) {
        if (source.rank() < 2 || source.shape().dim(-1) != source.shape().dim(-2)) {
            throw new IllegalArgumentException(
                    operation + ": the last two axes of " + source.shape() + " must be equal. Slice it to a square.");
        }
    }

    static void requireConstant(String operation, Tensor source, String alternative) {
        if (source.stopGradient() != source) {
            throw new UnsupportedOperationException(operation + ": there is no derivative, but " + source
                    + " belongs to a gradient call. " + alternative);
        }
    }

    private void requireFinite() {
        for (int i = 0; i < elements.length; i++) {
            if (!Double.isFinite(elements[i])) {
                throw new ArithmeticException(operation + ": element " + i % columns + " of row "
                        + i / columns % rows + " of " + where(source, i / columns / rows) + " is " + elements[i]
                        + ". Look for the operation that made it.");
            }
        }
    }

    int count() {
        return elements.length / (rows * columns);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    DMatrixRMaj matrix(int index) {
        int size = rows * columns;
        return DMatrixRMaj.wrap(rows, columns, Arrays.copyOfRange(elements, index * size, (index + 1) * size));
    }

    /** A result for every matrix of the batch, of the source's dtype on its backend. */
    Tensor result(double[] all, int... dims) {
        Shape shape = source.shape().axes(0, source.rank() - 2).then(Shape.of(dims));
        return source.backend().of(HostArray.fromReals(all, shape, source.dtype()));
    }

    /** The matrix, or the matrix with its place in the batch. */
    static String where(Tensor source, int index) {
        int[] place = new int[source.rank() - 2];
        for (int axis = place.length - 1, rest = index; axis >= 0; axis--) {
            place[axis] = rest % source.shape().at(axis);
            rest /= source.shape().at(axis);
        }
        return place.length == 0 ? "the matrix" : "the matrix at batch index " + Arrays.toString(place);
    }

    ArithmeticException failed(int index) {
        return new ArithmeticException(operation + ": the iteration did not converge for " + where(source, index) + " ("
                + rows + " × " + columns + "). Scale its elements towards 1.");
    }
}
