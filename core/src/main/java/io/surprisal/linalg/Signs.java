package io.surprisal.linalg;

import org.ejml.data.DMatrixRMaj;

/** The convention that makes singular and eigenvectors unique up to multiplicity. */
final class Signs {
    private Signs() {}

    /** The sign that makes the component of the largest magnitude, the first of equal ones, positive. */
    static double ofColumn(DMatrixRMaj matrix, int column) {
        double largest = 0;
        for (int row = 0; row < matrix.numRows; row++) {
            double component = matrix.get(row, column);
            if (Math.abs(component) > Math.abs(largest)) {
                largest = component;
            }
        }
        return largest < 0 ? -1 : 1;
    }
}
