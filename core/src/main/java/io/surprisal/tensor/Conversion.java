package io.surprisal.tensor;

/** The rules of {@code cast} on the host: numbers in the widest type of their kind as elements of any type. */
final class Conversion {
    private Conversion() {}

    static HostArray fromReals(double[] values, Shape shape, DType dtype) {
        int n = values.length;
        return switch (dtype) {
            case FLOAT32 -> {
                float[] result = new float[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (float) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case FLOAT64 -> HostArray.wrap(values, shape);
            case INT32 -> {
                int[] result = new int[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (int) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case INT64 -> {
                long[] result = new long[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (long) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case BOOL -> {
                boolean[] result = new boolean[n];
                for (int i = 0; i < n; i++) {
                    result[i] = values[i] != 0;
                }
                yield HostArray.wrap(result, shape);
            }
        };
    }

    static HostArray fromIntegers(long[] values, Shape shape, DType dtype) {
        int n = values.length;
        return switch (dtype) {
            case FLOAT32 -> {
                float[] result = new float[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (float) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case FLOAT64 -> {
                double[] result = new double[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (double) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case INT32 -> {
                int[] result = new int[n];
                for (int i = 0; i < n; i++) {
                    result[i] = (int) values[i];
                }
                yield HostArray.wrap(result, shape);
            }
            case INT64 -> HostArray.wrap(values, shape);
            case BOOL -> {
                boolean[] result = new boolean[n];
                for (int i = 0; i < n; i++) {
                    result[i] = values[i] != 0;
                }
                yield HostArray.wrap(result, shape);
            }
        };
    }
}
