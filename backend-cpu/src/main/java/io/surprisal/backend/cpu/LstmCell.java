package io.surprisal.backend.cpu;

/** What an LSTM does at each place besides products and activations, in blocks. */
final class LstmCell {
    private final float[] in = new float[Scratch.BLOCK];
    private final float[] forget = new float[Scratch.BLOCK];
    private final float[] candidate = new float[Scratch.BLOCK];
    private final float[] before = new float[Scratch.BLOCK];
    private final float[] after = new float[Scratch.BLOCK];

    /** c_t = σ(f)·c_{t−1} + σ(i)·tanh g; the last goes among the states, too. */
    void remember(LstmRun run, int t) {
        boolean last = t == run.time() - 1;
        Memory gates = run.gates().memory();
        Memory cells = run.cells().memory();
        Memory previous = t == 0 ? run.cell().memory() : cells;
        long previousStart = t == 0 ? 0 : run.cellStart(t - 1);
        GateBlocks block = new GateBlocks(run, t);
        while (block.next()) {
            int n = block.length();
            block.get(gates, GateBlocks.IN, in);
            block.get(gates, GateBlocks.FORGET, forget);
            block.get(gates, GateBlocks.CANDIDATE, candidate);
            previous.get(previousStart + block.start(), before, 0, n);
            next(in, forget, candidate, before, after, n);
            block.keepWhereMasked(before, after);
            cells.put(run.cellStart(t) + block.start(), after, 0, n);
            if (last) {
                run.states().memory().put(run.stateStart(t + 1) + block.start(), after, 0, n);
            }
        }
    }

    /** h_t = σ(o)·tanh c_t. */
    void show(LstmRun run, int t, Memory tanhs) {
        Memory states = run.states().memory();
        Memory previous = t == 0 ? run.hidden().memory() : states;
        long previousStart = t == 0 ? 0 : run.stateStart(t - 1);
        GateBlocks block = new GateBlocks(run, t);
        while (block.next()) {
            int n = block.length();
            block.get(run.gates().memory(), GateBlocks.OUT, in);
            tanhs.get(block.start(), after, 0, n);
            multiply(in, after, n);
            if (run.mask() != null) {
                previous.get(previousStart + block.start(), before, 0, n);
                block.keepWhereMasked(before, after);
            }
            states.put(run.stateStart(t) + block.start(), after, 0, n);
        }
    }

    private static void next(float[] in, float[] forget, float[] candidate, float[] before, float[] after, int n) {
        for (int i = 0; i < n; i++) {
            after[i] = Math.fma(forget[i], before[i], in[i] * candidate[i]);
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= x[i];
        }
    }
}
