package io.surprisal.examples.vae;

import java.util.Arrays;

/** Principal components: the two orthogonal directions in which points vary most, found by repeated multiplication. */
final class PrincipalPlane {
    /** Far more than a picture needs. */
    private static final int ROUNDS = 200;

    private PrincipalPlane() {}

    /** The coordinates of points in the plane, about their mean; the second is 0 for points on a line. */
    static double[][] project(double[][] points) {
        double[][] rest = centred(points);
        double[][] plane = new double[points.length][2];
        for (int component = 0; component < 2; component++) {
            double[] direction = direction(rest);
            for (int i = 0; i < rest.length; i++) {
                double coordinate = dot(rest[i], direction);
                plane[i][component] = coordinate;
                for (int k = 0; k < direction.length; k++) {
                    rest[i][k] -= coordinate * direction[k];
                }
            }
        }
        return plane;
    }

    private static double[][] centred(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += point[k] / points.length;
            }
        }
        return Arrays.stream(points)
                .map(point -> {
                    double[] moved = point.clone();
                    Arrays.setAll(moved, k -> point[k] - mean[k]);
                    return moved;
                })
                .toArray(double[][]::new);
    }

    private static double[] direction(double[][] points) {
        double[] direction = new double[points[0].length];
        Arrays.setAll(direction, k -> 1 + 0.1 * k);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[direction.length];
            for (double[] point : points) {
                double coordinate = dot(point, direction);
                for (int k = 0; k < next.length; k++) {
                    next[k] += coordinate * point[k];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (length < 1e-12) {
                return new double[direction.length];
            }
            Arrays.setAll(direction, k -> next[k] / length);
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
