package io.surprisal.special;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The 32-point Gauss–Legendre rule on [0, 1] (DLMF 3.5.6), exact for polynomials up to degree 63.
 *
 * <p>One panel integrates exp(−E) to the last bit where E is convex and rises from 0 to about 38, which is how the tails of the
 * incomplete gamma and beta functions, Owen's T and Marcum's Q are computed. Node 2i is {@code NEAR[i]}, its mirror
 * 1 − NEAR[i] is {@code FAR[i]}; both have the weight {@code WEIGHT[i]}.
 */
public final class GaussLegendre {
    /** Pairs of nodes. */
    static final int PAIRS = 16;

    private static final double[] NEAR = {
        0.0013680690752592183, 0.007194244227365833, 0.017618872206246784,
        0.03254696203113015, 0.05183942211697394, 0.07531619313371501,
        0.1027581020160288, 0.13390894062985517, 0.1684778665348924,
        0.20614212137961885, 0.2465500455338853, 0.2893243619346823,
        0.33406569885893617, 0.38035631887393145, 0.42776401920860174,
        0.4758461671561308,
    };

    private static final double[] FAR = {
        0.9986319309247408, 0.9928057557726342, 0.9823811277937532,
        0.9674530379688698, 0.9481605778830261, 0.9246838068662849,
        0.8972418979839712, 0.8660910593701449, 0.8315221334651076,
        0.7938578786203812, 0.7534499544661147, 0.7106756380653176,
        0.6659343011410638, 0.6196436811260685, 0.5722359807913983,
        0.5241538328438692,
    };

    private static final double[] WEIGHT = {
        0.003509305004735048, 0.008137197365452835, 0.01269603265463103,
        0.017136931456510716, 0.02141794901111334, 0.025499029631188087,
        0.029342046739267772, 0.032911111388180925, 0.03617289705442425,
        0.039096947893535156, 0.041655962113473374, 0.043826046502201906,
        0.045586939347881945, 0.04692219954040228, 0.04781936003963743,
        0.0482700442573639,
    };

    private GaussLegendre() {}

    /**
     * ∫ f(t) dt over an interval, in panels of equal length, summed with compensation.
     *
     * @param f a smooth function
     * @param from the lower end, finite
     * @param to the upper end, finite
     * @param panels how many, at least 1
     * @return the integral, as exact in each panel as the polynomial of degree 63 through the nodes
     * @throws IllegalArgumentException if there is no panel
     */
    public static double integral(DoubleUnaryOperator f, double from, double to, int panels) {
        if (panels < 1) {
            throw new IllegalArgumentException(
                    "GaussLegendre.integral: " + panels + " panels make no interval. Use at least 1.");
        }
        double length = (to - from) / panels;
        double sum = 0;
        double lost = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < 2 * PAIRS; i++) {
                double term = weight(i) * f.applyAsDouble(from + length * (panel + node(i))) - lost;
                double next = sum + term;
                lost = (next - sum) - term;
                sum = next;
            }
        }
        return sum * length;
    }

    /** {@return the nodes on [0, 1], in ascending order} */
    public static double[] nodes() {
        return IntStream.range(0, 2 * PAIRS).mapToDouble(GaussLegendre::node).toArray();
    }

    /** {@return the weights of the nodes, which add up to 1} */
    public static double[] weights() {
        return IntStream.range(0, 2 * PAIRS).mapToDouble(GaussLegendre::weight).toArray();
    }

    /** Node i of 0 … 31. */
    static double node(int i) {
        return i < PAIRS ? NEAR[i] : FAR[2 * PAIRS - 1 - i];
    }

    /** Weight of node i of 0 … 31. */
    static double weight(int i) {
        return i < PAIRS ? WEIGHT[i] : WEIGHT[2 * PAIRS - 1 - i];
    }
}
