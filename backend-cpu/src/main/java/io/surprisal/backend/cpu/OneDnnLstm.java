package io.surprisal.backend.cpu;

import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;

/**
 * LSTMs over whole sequences. For each place, oneDNN multiplies with the recurrent weight, which is packed once for a run, and activates
 * the gates while it writes them; what lies between is {@link LstmCell}'s. The activations are as good as {@link OneDnnUnary} says; that
 * they flush a gate below 10⁻³⁸ to 0 is lost in the sums that gates stand in.
 */
final class OneDnnLstm {
    private final OneDnnProduct products;
    private final OneDnnUnary unary;
    private final BlockPool pool;
    private final LstmCell cell = new LstmCell();
    private final LstmCellGradient gradient = new LstmCellGradient();

    OneDnnLstm(OneDnnProduct products, OneDnnUnary unary, BlockPool pool) {
        this.products = products;
        this.unary = unary;
        this.pool = pool;
    }

    /** Writes states, gates and cells of the run. */
    boolean forward(CpuArray inputs, LstmRun run) {
        Optional<PackedProduct> inAndForget = gates(run, 2, dnnl.dnnl_eltwise_logistic);
        Optional<PackedProduct> candidate = gates(run, 1, dnnl.dnnl_eltwise_tanh);
        Optional<PackedProduct> out = gates(run, 1, dnnl.dnnl_eltwise_logistic);
        Optional<Primitive> tanh = unary.find(dnnl.dnnl_eltwise_tanh, run.stateSize());
        if (inAndForget.isEmpty() || candidate.isEmpty() || out.isEmpty() || tanh.isEmpty()) {
            return false;
        }
        Packed first = Packed.of(inAndForget.get(), pool, column(run.recurrent(), run, GateBlocks.IN, 0));
        Packed second = Packed.of(candidate.get(), pool, column(run.recurrent(), run, GateBlocks.CANDIDATE, 0));
        Packed third = Packed.of(out.get(), pool, column(run.recurrent(), run, GateBlocks.OUT, 0));
        Block tanhs = pool.take((long) run.stateSize() * Float.BYTES);
        long hidden = run.hidden().address();
        for (int t = 0; t < run.time(); t++) {
            activate(first, GateBlocks.IN, hidden, inputs, run, t);
            activate(second, GateBlocks.CANDIDATE, hidden, inputs, run, t);
            activate(third, GateBlocks.OUT, hidden, inputs, run, t);
            cell.remember(run, t);
            tanh.get()
                    .run(
                            LstmRun.address(run.cells(), run.cellStart(t)),
                            tanhs.memory().address());
            cell.show(run, t, tanhs.memory());
            hidden = LstmRun.address(run.states(), run.stateStart(t));
        }
        pool.give(tanhs);
        third.close(pool);
        second.close(pool);
        first.close(pool);
        return true;
    }

    /** Some neighbouring gates of one activation. */
    private Optional<PackedProduct> gates(LstmRun run, int count, int activation) {
        int units = run.units();
        return products.activated(run.batch(), units, count * units, 4 * units, activation);
    }

    private static void activate(Packed weight, int gate, long hidden, CpuArray inputs, LstmRun run, int t) {
        weight.product()
                .run(
                        hidden,
                        weight.address(),
                        column(inputs, run, gate, 4 * run.stateStart(t)),
                        column(run.gates(), run, gate, run.gateStart(t)));
    }

    /** Where a gate's column begins in rows of gates from element {@code start}. */
    private static long column(CpuArray gates, LstmRun run, int gate, long start) {
        return LstmRun.address(gates, start + (long) gate * run.units());
    }

    /** Writes the last four. */
    boolean backward(
            CpuArray cotangent,
            LstmRun run,
            CpuArray inInputs,
            CpuArray inRecurrent,
            CpuArray inHidden,
            CpuArray inCell) {
        int units = run.units();
        int batch = run.batch();
        int rest = (run.time() - 1) * batch;
        Optional<PackedProduct> back = products.byTransposePlusPrevious(batch, 4 * units, units);
        Optional<Primitive> ofFirst = products.ofTranspose(units, batch, 4 * units, false);
        Optional<Primitive> ofRest = rest == 0 ? ofFirst : products.ofTranspose(units, rest, 4 * units, true);
        Optional<Primitive> tanh =
                unary.find(dnnl.dnnl_eltwise_tanh, run.cells().size());
        if (back.isEmpty() || ofFirst.isEmpty() || ofRest.isEmpty() || tanh.isEmpty()) {
            return false;
        }
        Packed weight = Packed.of(back.get(), pool, run.recurrent().address());
        Block tanhs = pool.take((long) run.cells().size() * Float.BYTES);
        // All places at once: one start of the threads instead of one for each place.
        tanh.get().run(run.cells().address(), tanhs.memory().address());
        for (int t = run.time() - 1; t >= 0; t--) {
            gradient.pullBack(
                    run, t, tanhs.memory(), cotangent.memory(), inInputs.memory(), inHidden.memory(), inCell.memory());
            weight.product().run(LstmRun.address(inInputs, run.gateStart(t)), weight.address(), inHidden.address());
        }
        pool.give(tanhs);
        weight.close(pool);
        ofFirst.get().run(run.hidden().address(), inInputs.address(), inRecurrent.address());
        if (rest > 0) {
            // All later places at once: their previous states are neighbours, and so are the derivatives in their
            // gates.
            ofRest.get()
                    .run(run.states().address(), LstmRun.address(inInputs, run.gateStart(1)), inRecurrent.address());
        }
        return true;
    }

    void close() {
        products.close();
    }

    /** A weight packed for its product, as long as a run lasts. */
    private record Packed(Primitive product, Block block, long address) {
        static Packed of(PackedProduct product, BlockPool pool, long weight) {
            Block block = pool.take(product.bytes());
            return new Packed(product.product(), block, product.pack(weight, block));
        }

        void close(BlockPool pool) {
            pool.give(block);
        }
    }
}
