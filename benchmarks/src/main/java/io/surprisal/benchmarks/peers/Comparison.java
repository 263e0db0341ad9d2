package io.surprisal.benchmarks.peers;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Both engines' processes on one piece of work.
 *
 * @param job what they did
 * @param peerEngine whom we are compared with
 * @param threads with how many threads
 * @param ours our processes
 * @param peer the peer's processes
 */
record Comparison(Job job, Engine peerEngine, int threads, List<Measurement> ours, List<Measurement> peer) {
    /**
     * Checks that both engines did the same.
     *
     * @throws IllegalStateException if a result is not finite, or two differ by more than the job's band
     */
    Comparison {
        for (Measurement our : ours) {
            for (Measurement their : peer) {
                double difference = Math.abs(our.result() - their.result());
                double allowed = job.band() * Math.max(Math.abs(our.result()), Math.abs(their.result()));
                boolean finite = Double.isFinite(our.result()) && Double.isFinite(their.result());
                if (!finite || difference > allowed) {
                    throw new IllegalStateException("peers: " + job.label() + ": the results " + our.result()
                            + " (ours) and "
                            + their.result() + " (peer) must be finite and differ by at most " + 100 * job.band()
                            + " %. Compare what the two sides compute.");
                }
            }
        }
    }

    double oursMicroseconds() {
        return Measurement.median(times(ours));
    }

    double peerMicroseconds() {
        return Measurement.median(times(peer));
    }

    /** {@return peer time / our time} */
    double ratio() {
        return peerMicroseconds() / oursMicroseconds();
    }

    JsonObject toJson() {
        JsonObject json = json(job, peerEngine, threads);
        json.addProperty("ours_us", oursMicroseconds());
        json.addProperty("peer_us", peerMicroseconds());
        json.addProperty("ratio", ratio());
        return json;
    }

    /** The row of work that failed. */
    static JsonObject failedJson(Job job, Engine peerEngine, int threads, String reason) {
        JsonObject json = json(job, peerEngine, threads);
        json.addProperty("failed", reason);
        return json;
    }

    private static JsonObject json(Job job, Engine peerEngine, int threads) {
        JsonObject json = new JsonObject();
        json.addProperty("work", job.label());
        json.addProperty("peer", peerEngine.label());
        json.addProperty("threads", threads);
        return json;
    }

    static String failedRow(Job job, Engine peer, int threads, String reason) {
        return String.format(Locale.ROOT, "%-29s %-8s %7d  failed: %s", job.label(), peer.label(), threads, reason);
    }

    static String heading() {
        return String.format(
                "%-29s %-8s %7s  %12s %-23s  %12s %-23s  %6s  %s",
                "work",
                "peer",
                "threads",
                "ours µs",
                "(least – most)",
                "peer µs",
                "(least – most)",
                "ratio",
                "results");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-29s %-8s %7d  %12.2f %-23s  %12.2f %-23s  %6.2f  %.6g, %.6g",
                job.label(),
                peerEngine.label(),
                threads,
                oursMicroseconds(),
                spread(ours),
                peerMicroseconds(),
                spread(peer),
                ratio(),
                ours.get(0).result(),
                peer.get(0).result());
    }

    private static String spread(List<Measurement> processes) {
        double[] times = times(processes);
        return String.format(
                Locale.ROOT,
                "(%.2f – %.2f)",
                Arrays.stream(times).min().orElseThrow(),
                Arrays.stream(times).max().orElseThrow());
    }

    private static double[] times(List<Measurement> processes) {
        return processes.stream().mapToDouble(Measurement::medianMicroseconds).toArray();
    }
}
