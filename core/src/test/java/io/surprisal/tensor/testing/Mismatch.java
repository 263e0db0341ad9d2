package io.surprisal.tensor.testing;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The elements of one array that miss those of another, and the worst of them.
 *
 * @param count how many miss
 * @param worst the offset of the worst; meaningless if none misses
 */
record Mismatch(int count, int worst) {

    /** Where {@code excess} (how far beyond its tolerance an element is, in tolerances) is above 1, or infinite, or NaN. */
    static Mismatch where(int size, IntToDoubleFunction excess) {
        int count = 0;
        int worst = 0;
        double most = 1;
        for (int i = 0; i < size; i++) {
            double here = excess.applyAsDouble(i);
            if (!(here <= 1)) {
                count++;
                if (count == 1 || here > most) {
                    worst = i;
                    most = here;
                }
            }
        }
        return new Mismatch(count, worst);
    }

    /** Both values at the worst element, its index, and how far apart they are. */
    String describe(HostArray actual, double expected) {
        double value = actual.doubleAt(worst);
        long distance = UlpDistance.between(value, expected, actual.dtype());
        String apart = distance == UlpDistance.UNORDERED
                ? "one of them NaN"
                : distance + (actual.dtype().isFloating() ? " ulp apart" : " apart");
        String shown = actual.dtype().isInteger() ? Long.toString((long) value) : shown(actual, value);
        return count + " of " + actual.shape().size() + " elements differ; worst at "
                + Arrays.toString(index(worst, actual.shape())) + ": actual " + shown + ", expected "
                + shown(actual, expected) + ", " + apart;
    }

    /** Floats as floats: the shortest digits that name them. */
    private static String shown(HostArray like, double value) {
        return switch (like.dtype()) {
            case FLOAT32 -> (float) value == value ? Float.toString((float) value) : Double.toString(value);
            case FLOAT64, INT32, INT64 -> Double.toString(value);
            case BOOL -> value == 0 ? "false" : "true";
        };
    }

    private static int[] index(int offset, Shape shape) {
        int[] index = new int[shape.rank()];
        int rest = offset;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.at(axis);
            rest /= shape.at(axis);
        }
        return index;
    }
}
