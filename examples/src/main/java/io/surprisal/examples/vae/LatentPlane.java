package io.surprisal.examples.vae;

import io.surprisal.linalg.SymmetricEigen;
import io.surprisal.special.NormalProbability;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** A plane in the space of the latents: centre + a·axes[0] + b·axes[1]. It has one axis where there is one latent. */
final class LatentPlane {
    private final double[] centre;

    /** Orthonormal directions. */
    private final double[][] axes;

    /** The standard deviation along each of them of what is shown. */
    private final double[] deviations;

    private LatentPlane(double[] centre, double[][] axes, double[] deviations) {
        this.centre = centre;
        this.axes = axes;
        this.deviations = deviations;
    }

    /** One or two latents: the space itself, under the standard normal prior. */
    static LatentPlane ofPrior(int latents) {
        double[][] axes = new double[latents][latents];
        for (int k = 0; k < latents; k++) {
            axes[k][k] = 1;
        }
        double[] ones = new double[latents];
        Arrays.fill(ones, 1);
        return new LatentPlane(new double[latents], axes, ones);
    }

    /** The plane of the two directions in which points vary most: the leading eigenvectors of their covariance. */
    static LatentPlane principal(Backend backend, double[][] points) {
        int latents = points[0].length;
        try (Scope scope = Scope.open()) {
            double[] flat =
                    Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
            Tensor all = backend.of(flat, points.length, latents);
            Tensor mean = all.mean(0);
            Tensor centred = all.minus(mean);
            SymmetricEigen covariance =
                    SymmetricEigen.of(centred.matmul(centred, true, false).div(points.length));
            double[] vectors = covariance.vectors().toDoubles();
            double[] values = covariance.values().toDoubles();
            double[][] axes = new double[2][latents];
            double[] deviations = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                int column = latents - 1 - axis;
                deviations[axis] = Math.sqrt(Math.max(0, values[column]));
                for (int k = 0; k < latents; k++) {
                    axes[axis][k] = vectors[k * latents + column];
                }
            }
            return new LatentPlane(mean.toDoubles(), axes, deviations);
        }
    }

    /** The coordinates of a point's projection; the second is 0 where there is one axis. */
    double[] coordinates(double[] point) {
        double[] coordinates = new double[2];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int k = 0; k < point.length; k++) {
                coordinates[axis] += (point[k] - centre[k]) * axes[axis][k];
            }
        }
        return coordinates;
    }

    /**
     * Points on a grid, at equal steps of the probability of a normal distribution with these deviations: row by row from the highest
     * second coordinate, each with rising first coordinate. With one axis it is a single row.
     *
     * @return FLOAT32 [rows · side, latents]
     */
    HostArray grid(int side) {
        int latents = centre.length;
        int rows = axes.length == 1 ? 1 : side;
        float[] z = new float[rows * side * latents];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < side; column++) {
                double first = deviations[0] * NormalProbability.quantile((column + 0.5) / side);
                double second = rows == 1 ? 0 : -deviations[1] * NormalProbability.quantile((row + 0.5) / side);
                for (int k = 0; k < latents; k++) {
                    double other = rows == 1 ? 0 : second * axes[1][k];
                    z[(row * side + column) * latents + k] = (float) (centre[k] + first * axes[0][k] + other);
                }
            }
        }
        return HostArray.wrap(z, Shape.of(rows * side, latents));
    }
}
