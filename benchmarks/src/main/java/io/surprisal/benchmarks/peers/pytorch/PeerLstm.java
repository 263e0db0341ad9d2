package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.LstmSizes;
import java.util.ArrayList;
import java.util.List;

/** PyTorch's own LSTM over whole sequences, one native call, and {@code linear}. Its second bias stays 0. */
public final class PeerLstm extends PeerTraining {
    private final List<NDArray> batches = new ArrayList<>();
    private final NDArray secondBias = zeros(LstmSizes.GATES);
    private final NDArray hidden = zeros(1, LstmSizes.BATCH, LstmSizes.UNITS);
    private final NDArray cell = zeros(1, LstmSizes.BATCH, LstmSizes.UNITS);

    public PeerLstm() {
        super(LstmSizes.LEARNING_RATE, true);
        for (int i = 0; i < LstmSizes.BATCHES; i++) {
            batches.add(constant(LstmSizes.sequences(i), LstmSizes.BATCH, LstmSizes.TIME, LstmSizes.INPUTS));
        }
        addWeight(LstmSizes.weight(), LstmSizes.INPUTS, LstmSizes.GATES);
        addWeight(LstmSizes.recurrent(), LstmSizes.UNITS, LstmSizes.GATES);
        addParameter(zeros(LstmSizes.GATES));
        addWeight(LstmSizes.readout(), LstmSizes.UNITS, LstmSizes.INPUTS);
        addParameter(zeros(LstmSizes.INPUTS));
    }

    /** PyTorch has outputs along the rows. */
    private void addWeight(float[] weight, int in, int out) {
        addParameter(constant(Inputs.transposed(weight, in, out), out, in));
    }

    @Override
    NDList constants(int step) {
        return new NDList(batches.get(step % batches.size()), secondBias, hidden, cell);
    }

    @Override
    NDArray loss(NDList theta, NDList constants, NDManager step) {
        NDArray x = constants.get(0);
        NDList weights = new NDList(theta.get(0), theta.get(1), theta.get(2), constants.get(1));
        NDList states = new NDList(constants.get(2), constants.get(3));
        NDArray heard = x.getNDArrayInternal()
                .lstm(x, states, weights, true, 1, 0, true, false, true)
                .head();
        NDArray said = Linear.linear(heard, theta.get(3), theta.get(4)).singletonOrThrow();
        return said.sub(x).square().mean();
    }
}
