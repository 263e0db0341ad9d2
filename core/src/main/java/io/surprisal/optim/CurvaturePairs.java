package io.surprisal.optim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last steps s and changes of the gradient y, as an approximation of the inverse Hessian. */
final class CurvaturePairs {
    private final int capacity;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    CurvaturePairs(int capacity) {
        this.capacity = capacity;
    }

    @SuppressWarnings("ArrayRecordComponent") // Pairs are never compared.
    private record Pair(double[] s, double[] y, double product) {}

    /** Takes a step; one without positive curvature sᵀy teaches nothing and is left out. */
    void add(LossPoint before, LossPoint after) {
        double[] s = difference(after.x(), before.x());
        double[] y = difference(after.gradient(), before.gradient());
        double product = LossPoint.dot(s, y);
        if (product > Math.ulp(1.0) * LossPoint.dot(y, y)) {
            if (pairs.size() == capacity) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(s, y, product));
        }
    }

    void clear() {
        pairs.clear();
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** −H⁻¹g by the two-loop recursion (Nocedal and Wright, algorithm 7.4), scaled by sᵀy/yᵀy of the last pair. */
    double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        List<Pair> oldestFirst = new ArrayList<>(pairs);
        double[] alpha = new double[oldestFirst.size()];
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            Pair pair = oldestFirst.get(i);
            alpha[i] = LossPoint.dot(pair.s, q) / pair.product;
            add(q, -alpha[i], pair.y);
        }
        Pair last = pairs.peekLast();
        double scale = last == null ? 1 : last.product / LossPoint.dot(last.y, last.y);
        for (int i = 0; i < q.length; i++) {
            q[i] *= scale;
        }
        for (int i = 0; i < oldestFirst.size(); i++) {
            Pair pair = oldestFirst.get(i);
            double beta = LossPoint.dot(pair.y, q) / pair.product;
            add(q, alpha[i] - beta, pair.s);
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] result = a.clone();
        add(result, -1, b);
        return result;
    }
}
