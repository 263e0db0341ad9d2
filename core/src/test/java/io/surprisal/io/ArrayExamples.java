package io.surprisal.io;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Arrays of every dtype, and of shapes that formats get wrong. */
final class ArrayExamples {
    private ArrayExamples() {}

    /** In an order that is neither alphabetical nor by size. */
    static Map<String, HostArray> all() {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("mask", HostArray.wrap(new boolean[] {true, false, true}, Shape.of(3)));
        arrays.put(
                "weight",
                HostArray.wrap(
                        new float[] {1, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, 6}, Shape.of(2, 3)));
        arrays.put("bias", HostArray.wrap(new double[] {Math.PI, -Double.MIN_VALUE}, Shape.of(2, 1)));
        arrays.put("épsilon \"1\"\n", HostArray.wrap(new double[] {1e-300}, Shape.scalar()));
        arrays.put("none", HostArray.zeros(Shape.of(4, 0), DType.FLOAT32));
        arrays.put("steps", HostArray.wrap(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, Shape.of(2)));
        arrays.put("labels", HostArray.wrap(new int[] {Integer.MIN_VALUE, 7, Integer.MAX_VALUE}, Shape.of(1, 3, 1)));
        return arrays;
    }
}
