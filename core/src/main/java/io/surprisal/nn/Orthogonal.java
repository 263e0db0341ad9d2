package io.surprisal.nn;

import io.surprisal.linalg.QrFactors;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Orthonormal rows or columns from the QR factors of a normal matrix, with the signs that make them uniform (Haar). */
record Orthogonal(double gain) implements Initialiser {
    Orthogonal {
        LayerRules.requireFinite("Initialiser.orthogonal", "gain", gain);
    }

    @Override
    public Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans) {
        if (shape.rank() < 2 || shape.isEmpty()) {
            throw new IllegalArgumentException("orthogonal: shape " + shape
                    + " is not a matrix with elements. Use another initialiser for vectors.");
        }
        int rows = shape.at(0);
        int columns = shape.size() / rows;
        boolean wide = rows < columns;
        return Scope.tidy(() -> {
            Shape tall = wide ? Shape.of(columns, rows) : Shape.of(rows, columns);
            // The factors have a positive diagonal in R, which makes Q unique and therefore uniform.
            Tensor q = QrFactors.of(Draws.normal(key, backend, tall, DType.FLOAT64))
                    .q();
            return (wide ? q.matrixTranspose() : q).times(gain).reshape(shape).cast(dtype);
        });
    }
}
