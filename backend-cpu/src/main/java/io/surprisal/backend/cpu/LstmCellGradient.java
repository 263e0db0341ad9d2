package io.surprisal.backend.cpu;

import java.util.Arrays;

/** The derivatives of {@link LstmCell} and of the gates' activations, in blocks. */
final class LstmCellGradient {
    private final float[] zeros = new float[Scratch.BLOCK];
    private final float[] in = new float[Scratch.BLOCK];
    private final float[] forget = new float[Scratch.BLOCK];
    private final float[] candidate = new float[Scratch.BLOCK];
    private final float[] out = new float[Scratch.BLOCK];
    private final float[] tanh = new float[Scratch.BLOCK];
    private final float[] before = new float[Scratch.BLOCK];
    private final float[] inHidden = new float[Scratch.BLOCK];
    private final float[] inCell = new float[Scratch.BLOCK];
    private final float[] later = new float[Scratch.BLOCK];

    /**
     * Pulls back through place {@code t}, given tanh c₁ … c_T. {@code hidden} and {@code cell} hold the derivatives in h_t and c_t by what
     * comes later (nothing, for the last place), and then those in h_{t−1} and c_{t−1}, but for what flows to h_{t−1} through the
     * gates' sums, in which the derivatives are written to {@code sums}.
     */
    void pullBack(LstmRun run, int t, Memory tanhs, Memory cotangent, Memory sums, Memory hidden, Memory cell) {
        boolean last = t == run.time() - 1;
        Memory gates = run.gates().memory();
        Memory previous = t == 0 ? run.cell().memory() : run.cells().memory();
        long previousStart = t == 0 ? 0 : run.cellStart(t - 1);
        GateBlocks block = new GateBlocks(run, t);
        while (block.next()) {
            int start = block.start();
            int n = block.length();
            cotangent.get(run.stateStart(t) + start, inHidden, 0, n);
            if (last) {
                cotangent.get(run.stateStart(t + 1) + start, later, 0, n);
            } else {
                hidden.get(start, later, 0, n);
                add(later, inHidden, n);
                cell.get(start, later, 0, n);
            }
            tanhs.get(run.cellStart(t) + start, tanh, 0, n);
            previous.get(previousStart + start, before, 0, n);
            block.get(gates, GateBlocks.IN, in);
            block.get(gates, GateBlocks.FORGET, forget);
            block.get(gates, GateBlocks.CANDIDATE, candidate);
            block.get(gates, GateBlocks.OUT, out);
            throughOutput(inHidden, tanh, out, later, inCell, n);
            give(block, out, sums, GateBlocks.OUT);
            throughSigmoid(forget, before, inCell, tanh, n);
            give(block, tanh, sums, GateBlocks.FORGET);
            throughSigmoid(in, candidate, inCell, tanh, n);
            give(block, tanh, sums, GateBlocks.IN);
            throughTanh(candidate, in, inCell, n);
            give(block, candidate, sums, GateBlocks.CANDIDATE);
            multiply(forget, inCell, n);
            block.keepWhereMasked(later, inCell);
            cell.put(start, inCell, 0, n);
            Arrays.fill(later, 0, n, 0);
            block.keepWhereMasked(inHidden, later);
            hidden.put(start, later, 0, n);
        }
    }

    private void give(GateBlocks block, float[] slope, Memory sums, int gate) {
        block.keepWhereMasked(zeros, slope);
        block.put(sums, gate, slope);
    }

    /** h = o·tanh c: writes the derivative in c with what comes later, and over {@code out} the one in its gate's sum. */
    private static void throughOutput(
            float[] inHidden, float[] tanh, float[] out, float[] later, float[] inCell, int n) {
        for (int i = 0; i < n; i++) {
            float weighted = inHidden[i] * out[i];
            inCell[i] = Math.fma(weighted, Math.fma(-tanh[i], tanh[i], 1f), later[i]);
            out[i] = weighted * tanh[i] * (1f - out[i]);
        }
    }

    /** slope = inCell·other·σ′, by σ. */
    private static void throughSigmoid(float[] sigmoid, float[] other, float[] inCell, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            slope[i] = inCell[i] * other[i] * Math.fma(-sigmoid[i], sigmoid[i], sigmoid[i]);
        }
    }

    /** candidate ← inCell·in·tanh′, by tanh. */
    private static void throughTanh(float[] candidate, float[] in, float[] inCell, int n) {
        for (int i = 0; i < n; i++) {
            candidate[i] = inCell[i] * in[i] * Math.fma(-candidate[i], candidate[i], 1f);
        }
    }

    private static void add(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += x[i];
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= x[i];
        }
    }
}
