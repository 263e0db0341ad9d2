package io.surprisal.benchmarks.peers;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import io.surprisal.benchmarks.peers.work.Work;
import java.util.Arrays;

/**
 * What a child process answers, as one line of JSON.
 *
 * @param medianMicroseconds the median over its blocks of the time of one run
 * @param result the number that both engines must agree about
 */
record Measurement(double medianMicroseconds, double result) {
    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    /** Times the work as its job says. */
    static Measurement of(Work work, Repetition repetition) {
        for (int i = 0; i < repetition.warmUp(); i++) {
            work.run();
        }
        double[] blocks = new double[repetition.blocks()];
        for (int block = 0; block < blocks.length; block++) {
            long began = System.nanoTime();
            for (int i = 0; i < repetition.perBlock(); i++) {
                work.run();
            }
            blocks[block] = (System.nanoTime() - began) / 1e3 / repetition.perBlock();
        }
        return new Measurement(median(blocks), work.result());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static Measurement fromJson(String line) {
        try {
            return GSON.fromJson(line, Measurement.class);
        } catch (JsonSyntaxException failure) {
            throw new IllegalStateException("peers: a child process answered \"" + line + "\", not JSON.", failure);
        }
    }
}
